/** Goes through the nodes of a tree certificate in preorder; a visitor does something at each. */
import type { Fact } from "./facts.js";
import { type Layer, largestOf, Prices } from "./layer.js";
import { Position } from "./position.js";
import type { ProofTree } from "./proof-tree.js";
import { type Space, stateValue } from "./space.js";

/** States that a close node closes, per group. */
export type ClosedStates = ReadonlyMap<number, readonly number[]>;

/** What is done at the nodes. The walk's position is that of the node, and changes after the call. */
export interface Visitor {
  /** The closes at the root are over. Returns the layer for all that follows. */
  settle(): Layer;
  /** A side of a branch begins, in which a column is 0 or 1. Returns the line that assumes it. */
  branch(column: number, value: 0 | 1): number;
  /** Both sides of a branch are done. */
  join(): void;
  /** Returns the facts that were derived, per group. */
  close(node: number, vector: number, closed: ClosedStates): ReadonlyMap<number, readonly Fact[]>;
  /** What follows a close is done; the position is that before it. */
  leave(node: number, vector: number, closed: ClosedStates): void;
  /** The vector leaves no selection here. */
  leaf(node: number, vector: number): void;
  /** The group has no open state here. */
  dead(group: number): void;
}

type Pending =
  | { readonly kind: "branch"; readonly column: number; isSecond: boolean; readonly mark: number }
  | {
      readonly kind: "close";
      readonly node: number;
      readonly vector: number;
      readonly closed: ClosedStates;
      readonly mark: number;
    };

/** One walk through a tree, a node at a time. */
export class Walk {
  readonly position: Position;
  readonly #tree: ProofTree;
  readonly #space: Space;
  readonly #unit: bigint;
  readonly #visitor: Visitor;
  readonly #pending: Pending[] = [];
  #layer: Layer;
  #prices: Prices;
  #isSettled = false;
  #node = 0;

  constructor(tree: ProofTree, space: Space, root: Layer, unit: bigint, visitorOf: (walk: Walk) => Visitor) {
    this.#tree = tree;
    this.#space = space;
    this.#unit = unit;
    this.#layer = root;
    this.#prices = new Prices(space, root, tree, unit);
    this.position = new Position(space);
    this.#visitor = visitorOf(this);
  }

  /** The layer of the node. */
  get layer(): Layer {
    return this.#layer;
  }

  /** Vectors over it. */
  get prices(): Prices {
    return this.#prices;
  }

  /** Whether the closes at the root are over. */
  get isSettled(): boolean {
    return this.#isSettled;
  }

  /** The largest value of an open state of a group; null when it has none. */
  largest(group: number, values: readonly bigint[]): bigint | null {
    return largestOf(this.#space, group, this.#openOf(group), values);
  }

  /** Visits the next node. Returns false when the tree is done. */
  step(): boolean {
    const node = this.#node;
    const number = this.#tree.nodes[node]!;
    const vector = Math.floor(number / 3);
    const dead = this.position.emptyGroup;
    if (dead !== null) this.#visitor.dead(dead);
    else if (number % 3 === 0) {
      this.#settle();
      const pending = {
        kind: "branch",
        column: this.#tree.columns[vector]!,
        isSecond: false,
        mark: this.position.mark,
      } as const;
      this.#pending.push(pending);
      this.#branch(pending.column, 0);
      this.#node++;
      return true;
    } else {
      const closed = number % 3 === 1 ? this.#closedBy(vector) : null;
      if (closed !== null) {
        const facts = this.#visitor.close(node, vector, closed);
        this.#pending.push({ kind: "close", node, vector, closed, mark: this.position.mark });
        for (const [group, states] of closed)
          this.position.close(group, { kind: "close", node, states, facts: facts.get(group) ?? null });
        this.#node++;
        return true;
      }
      this.#settle();
      this.#visitor.leaf(node, vector);
    }
    this.#skip();
    return this.#goBack();
  }

  #settle(): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    this.#layer = this.#visitor.settle();
    this.#prices = new Prices(this.#space, this.#layer, this.#tree, this.#unit);
  }

  #branch(column: number, value: 0 | 1): void {
    const line = this.#visitor.branch(column, value);
    const place = this.#space.placeOf[column]!;
    this.position.branch(this.#space.groupOf[column]!, { kind: "branch", place, value, line });
  }

  /** Moves past the subtree of this node. */
  #skip(): void {
    for (let open = 1; open > 0; this.#node++) {
      const kind = this.#tree.nodes[this.#node]! % 3;
      open += kind === 0 ? 1 : kind === 2 ? -1 : 0;
    }
  }

  #goBack(): boolean {
    for (let pending = this.#pending.at(-1); pending !== undefined; pending = this.#pending.at(-1)) {
      this.position.undo(pending.mark);
      if (pending.kind === "branch" && !pending.isSecond) {
        pending.isSecond = true;
        this.#branch(pending.column, 1);
        return true;
      }
      this.#pending.pop();
      if (pending.kind === "branch") this.#visitor.join();
      else this.#visitor.leave(pending.node, pending.vector, pending.closed);
    }
    return false;
  }

  /** Open states that the vector closes; null when it leaves nothing open at all. */
  #closedBy(vector: number): ClosedStates | null {
    const { values, fixed } = this.#prices.of(vector);
    const largest = new Map(this.#layer.groups.map((g) => [g, this.largest(g, values.get(g)!)!]));
    let surplus = fixed;
    for (const value of largest.values()) surplus += value;
    if (surplus < 0n) return null;
    const closed = new Map<number, readonly number[]>();
    for (const [group, value] of largest) {
      const { states } = this.#space.groups[group]!;
      const mine = values.get(group)!;
      const gone = this.#openOf(group).filter((s) => surplus - value + stateValue(states[s]!, mine) < 0n);
      if (gone.length > 0) closed.set(group, gone);
    }
    return closed;
  }

  #openOf(group: number): number[] {
    const { states } = this.#space.groups[group]!;
    const open: number[] = [];
    for (let s = 0; s < states.length; s++) if (this.position.isOpen(group, s)) open.push(s);
    return open;
  }
}
