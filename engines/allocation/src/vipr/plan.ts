/**
 * Which facts the lines of a tree really need. A leaf's bound has room to spare, so most of what is closed on the way
 * to it can be forgotten; and a close whose states no leaf needs to be closed is not derived at all.
 */
import type { Fact } from "./facts.js";
import { type Layer, largestOf } from "./layer.js";
import { allows, openStates } from "./position.js";
import type { ProofTree } from "./proof-tree.js";
import { reduceLayer } from "./reduce.js";
import type { Space } from "./space.js";
import { type ClosedStates, type Visitor, Walk } from "./walk.js";

/** What is to be derived of a close: of which groups, and of which others its vector needs what is known. */
export interface PlannedClosing {
  readonly needed: ReadonlySet<number>;
  readonly others: readonly number[];
}

/** What to derive. */
export interface Plan {
  /** Per leaf the groups of which it needs what is known there. */
  readonly leaves: ReadonlyMap<number, readonly number[]>;
  /** Per close node; a node that is not there is not derived. */
  readonly closings: ReadonlyMap<number, PlannedClosing>;
  /** Per vector below the root the groups that some line needs it over. */
  readonly kept: ReadonlyMap<number, ReadonlySet<number>>;
}

/** @throws RangeError when the tree does not prove its claim. */
export function planOf(tree: ProofTree, space: Space, root: Layer, unit: bigint): Plan {
  let planner: Planner | undefined;
  const walk = new Walk(tree, space, root, unit, (own) => {
    planner = new Planner(own, space);
    return planner;
  });
  while (walk.step());
  return planner!.plan();
}

class Planner implements Visitor {
  readonly #walk: Walk;
  readonly #space: Space;
  readonly #leaves = new Map<number, readonly number[]>();
  readonly #needed = new Map<number, Set<number>>();
  readonly #others = new Map<number, readonly number[]>();
  readonly #kept = new Map<number, Set<number>>();
  /** The position where the root's closes are over. */
  #rootMark = 0;
  readonly #rootOpen = new Map<number, readonly number[]>();
  /** Per vector its surplus there. */
  readonly #rootSurplus = new Map<number, bigint>();

  constructor(walk: Walk, space: Space) {
    this.#walk = walk;
    this.#space = space;
  }

  plan(): Plan {
    const closings = new Map(
      [...this.#needed].map(([node, needed]) => [node, { needed, others: this.#others.get(node) ?? [] }]),
    );
    return { leaves: this.#leaves, closings, kept: this.#kept };
  }

  settle(): Layer {
    const { position } = this.#walk;
    this.#rootMark = position.mark;
    for (const group of position.restricted) this.#need(group);
    const layer = reduceLayer(this.#walk.layer, this.#space, position, (row) => row);
    for (const group of layer.groups)
      this.#rootOpen.set(group, openStates(this.#space.groups[group]!, position.restrictionsOf(group)));
    return layer;
  }

  branch(): number {
    return -1;
  }

  join(): void {}

  close(): ReadonlyMap<number, readonly Fact[]> {
    return new Map();
  }

  leave(node: number, vector: number, closed: ClosedStates): void {
    const needed = this.#needed.get(node);
    // What the root closes is derived from the whole vector.
    if (needed === undefined || this.#walk.position.mark < this.#rootMark) return;
    const { values } = this.#walk.prices.of(vector);
    let margin: bigint | null = null;
    for (const group of needed) {
      this.#need(group);
      const mine = values.get(group)!;
      const left =
        this.#walk.largest(group, mine)! - largestOf(this.#space, group, closed.get(group)!, mine)!;
      if (margin === null || left < margin) margin = left;
    }
    this.#others.set(node, this.#choose(vector, margin!, needed));
  }

  leaf(node: number, vector: number): void {
    this.#leaves.set(node, this.#choose(vector, 0n, new Set()));
  }

  dead(group: number): void {
    this.#need(group);
  }

  /** Everything closed of a group on the way here is to be derived. */
  #need(group: number): void {
    for (const restriction of this.#walk.position.restrictionsOf(group)) {
      if (restriction.kind === "branch") continue;
      const needed = this.#needed.get(restriction.node);
      if (needed === undefined) this.#needed.set(restriction.node, new Set([group]));
      else needed.add(group);
    }
  }

  /** Groups beside `given` that bring the vector's bound below `limit`, as few as the largest gains allow. */
  #choose(vector: number, limit: bigint, given: ReadonlySet<number>): readonly number[] {
    const { position } = this.#walk;
    const { values } = this.#walk.prices.of(vector);
    let surplus = this.#surplusAtRoot(vector);
    const kept = this.#kept.get(vector) ?? new Set();
    this.#kept.set(vector, kept);
    const candidates: { group: number; gain: bigint; isFree: boolean }[] = [];
    for (const group of position.restrictedSince(this.#rootMark)) {
      const mine = values.get(group)!;
      const now = this.#walk.largest(group, mine)!;
      const gain = largestOf(this.#space, group, this.#rootOpen.get(group)!, mine)! - now;
      if (given.has(group)) surplus -= gain;
      else if (gain > 0n) candidates.push({ group, gain, isFree: this.#byBranches(group, mine) === now });
    }
    candidates.sort(
      (a, b) =>
        Number(b.isFree) - Number(a.isFree) ||
        (a.gain > b.gain ? -1 : a.gain < b.gain ? 1 : a.group - b.group),
    );
    const chosen: number[] = [];
    for (const { group, gain, isFree } of candidates) {
      if (surplus < limit) break;
      surplus -= gain;
      chosen.push(group);
      if (!isFree) this.#need(group);
    }
    if (surplus >= limit)
      throw new RangeError(`the tree does not prove its claim: vector ${vector} leaves room`);
    for (const group of [...given, ...chosen]) kept.add(group);
    return chosen;
  }

  /** The largest value with what is known at the root and by branches alone. */
  #byBranches(group: number, values: readonly bigint[]): bigint | null {
    const branches = this.#walk.position.restrictionsOf(group).filter((known) => known.kind === "branch");
    const { states } = this.#space.groups[group]!;
    const open = this.#rootOpen
      .get(group)!
      .filter((s) => branches.every((branch) => allows(states[s]!, branch)));
    return largestOf(this.#space, group, open, values);
  }

  #surplusAtRoot(vector: number): bigint {
    const known = this.#rootSurplus.get(vector);
    if (known !== undefined) return known;
    const { values, fixed } = this.#walk.prices.of(vector);
    let surplus = fixed;
    for (const [group, open] of this.#rootOpen)
      surplus += largestOf(this.#space, group, open, values.get(group)!)!;
    this.#rootSurplus.set(vector, surplus);
    return surplus;
  }
}
