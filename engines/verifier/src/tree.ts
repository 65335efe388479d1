/** The check of a tree certificate (docs/formats/tree.md), node by node. */
import { isBelow, isNegative } from "./limbs.js";
import { refuse } from "./refusal.js";
import { addTo, type Compiled } from "./rows.js";
import { Position } from "./tree-position.js";
import { checkTreeShape, NODE, type TreeFigures } from "./tree-shape.js";
import { layOut, makeSpace, type Space } from "./tree-states.js";
import { type Certificate, Weigher, type Weights } from "./tree-weights.js";
import type { Tree } from "./types.js";
import { Work } from "./work.js";

/** Steps that one tree may take: some tens of seconds at most, hundreds of times what a usual tree takes. */
const MAX_STEPS = 4e9;

/** Numbers that are kept of vectors already worked out; beyond it they are worked out anew. */
const MAX_KEPT = 2 ** 25;

/**
 * Checks that a tree proves its claim about a round: that no outcome is worth `target` or more, or, when `target` is
 * null, that there is no outcome.
 *
 * Why it proves it: every outcome that meets the rows is in one state of each group. A branch sends it to one side or
 * the other, a close takes away only states that no outcome worth `target` is in, and at a leaf the bound of a vector
 * shows that no such outcome is left. Where the vectors came from does not matter.
 *
 * @param where JSON pointer of the tree
 * @throws {Refusal} naming the first place where it does not.
 */
export function checkTree(compiled: Compiled, tree: Tree, where: string): TreeFigures {
  const columns = compiled.choices.flat();
  const figures = checkTreeShape(tree, { rows: compiled.rows.length, columns: columns.length }, where);
  const work = new Work(MAX_STEPS, where);
  const space = makeSpace(compiled, columns, tree.absorbed, work, where);
  new Walk({ compiled, columns, tree }, space, work, where).run();
  return figures;
}

/** A branch whose second side is still to come. */
interface Pending {
  readonly column: number;
  readonly mark: number;
}

class Walk {
  readonly #certificate: Certificate;
  readonly #work: Work;
  readonly #where: string;
  readonly #pending: Pending[] = [];
  #space: Space;
  #position: Position;
  #weigher: Weigher;
  #weights = new Map<number, Weights>();
  #kept = 0;

  constructor(certificate: Certificate, space: Space, work: Work, where: string) {
    this.#certificate = certificate;
    this.#work = work;
    this.#where = where;
    this.#space = space;
    this.#position = new Position(space);
    this.#weigher = new Weigher(certificate, space, work);
  }

  /** Goes through the nodes, whose shape has been checked. */
  run(): void {
    const { columns, nodes } = this.#certificate.tree;
    for (const [n, number] of nodes.entries()) {
      this.#work.spend(1);
      const k = Math.floor(number / 3);
      const kind = number % 3;
      if (kind === NODE.branch) {
        this.#pending.push({ column: columns[k]!, mark: this.#position.mark });
        this.#branch(columns[k]!, true);
      } else if (kind === NODE.close) {
        this.#close(k);
      } else {
        if (!this.#refutes(k)) this.#refuseLeaf(n, k);
        const next = this.#pending.pop();
        if (next === undefined) return;
        this.#position.undo(next.mark);
        this.#branch(next.column, false);
      }
    }
  }

  #refuseLeaf(n: number, k: number): never {
    return refuse(
      `${this.#where}/tree/${n}`,
      `Vector ${k} bewijst dit blad niet: er kan nog een uitkomst zijn.`,
      `Vector ${k} does not prove this leaf: there may still be an outcome.`,
    );
  }

  /** Closes the states with a column (`isWith`), or those of its group without it. */
  #branch(column: number, isWith: boolean): void {
    const { groupOf, starts, states, decided } = this.#space;
    const group = groupOf[column]!;
    if (group < 0) {
      if ((decided.chosen[column] === 1) === isWith) this.#position.closeAll();
      return;
    }
    for (let s = starts[group]!; s < starts[group + 1]!; s++) {
      this.#work.spend(1 + states[s]!.length);
      if (states[s]!.includes(column) === isWith) this.#position.close(s);
    }
  }

  /** Whether no selection is left here that the claim denies, by what vector `k` shows. */
  #refutes(k: number): boolean {
    if (this.#position.isEmpty) return true;
    const weights = this.#weigh(k);
    return (
      weights.surplus === undefined || isNegative(this.#remaining(weights, weights.surplus), weights.limbs)
    );
  }

  /** Closes every open state that no selection at the target can be in, by what vector `k` shows. */
  #close(k: number): void {
    if (this.#position.isEmpty) return;
    const weights = this.#weigh(k);
    const { limbs, losses, surplus } = weights;
    const remaining = surplus === undefined ? undefined : this.#remaining(weights, surplus);
    if (remaining === undefined || isNegative(remaining, limbs)) {
      this.#position.closeAll();
      return;
    }
    // U - m + d_s < D·T: the group's own loss given back, and that of s taken instead, what remains is negative.
    const { open, openCount } = this.#position;
    const { starts } = this.#space;
    const without = new Float64Array(limbs);
    const left = new Float64Array(limbs);
    const closing: number[] = [];
    this.#work.spend(open.length * limbs);
    for (const [g, count] of openCount.entries()) {
      if (count === 1) continue; // its s is m, and U is not below D·T
      const best = this.#best(weights, g) * limbs;
      for (let l = 0; l < limbs; l++) without[l] = remaining[l]! + losses[best + l]!;
      for (let s = starts[g]!; s < starts[g + 1]!; s++) {
        if (open[s] === 0) continue;
        for (let l = 0; l < limbs; l++) left[l] = without[l]! - losses[s * limbs + l]!;
        if (isNegative(left, limbs)) closing.push(s);
      }
    }
    for (const state of closing) this.#position.close(state);
    // What is closed before the first branch is closed in the whole tree.
    if (this.#pending.length === 0 && closing.length > 0) this.#settle();
  }

  /** The surplus less the losses of all groups here, in limbs that may be negative. */
  #remaining(weights: Weights, surplus: Float64Array): Float64Array {
    const { limbs, losses } = weights;
    const remaining = Float64Array.from(surplus);
    for (const group of this.#position.touched) {
      const best = this.#best(weights, group) * limbs;
      for (let l = 0; l < limbs; l++) remaining[l]! -= losses[best + l]!;
    }
    return remaining;
  }

  /** The open state of a group with the smallest loss, which is the one with the largest d. */
  #best({ limbs, losses }: Weights, group: number): number {
    const { open } = this.#position;
    const end = this.#space.starts[group + 1]!;
    let best = -1;
    for (let s = this.#space.starts[group]!; s < end; s++) {
      if (open[s] === 0) continue;
      if (best < 0 || isBelow(losses, s * limbs, losses, best * limbs, limbs)) best = s;
    }
    this.#work.spend((end - this.#space.starts[group]!) * limbs);
    return best;
  }

  #weigh(k: number): Weights {
    const known = this.#weights.get(k);
    if (known !== undefined) return known;
    const weights = this.#weigher.weigh(k);
    this.#kept += weights.losses.length;
    if (this.#kept > MAX_KEPT) {
      this.#weights.clear();
      this.#kept = weights.losses.length;
    }
    this.#weights.set(k, weights);
    return weights;
  }

  /** Takes groups with one open state out of the space, and closed states out of the others. */
  #settle(): void {
    const { starts, states, groupOf, decided } = this.#space;
    const { open, openCount } = this.#position;
    const { columns } = this.#certificate;
    this.#work.spend(columns.length + states.length);
    const members: number[][] = Array.from(openCount, () => []);
    for (const [column, group] of groupOf.entries()) if (group >= 0) members[group]!.push(column);
    const chosen = Uint8Array.from(decided.chosen);
    const sums = Float64Array.from(decided.sums);
    let { score } = decided;
    const groups: number[][] = [];
    const left: (readonly number[])[][] = [];
    for (const [g, count] of openCount.entries()) {
      const remaining = states.slice(starts[g], starts[g + 1]).filter((_, s) => open[starts[g]! + s] === 1);
      if (count > 1) {
        groups.push(members[g]!);
        left.push(remaining);
        continue;
      }
      for (const column of remaining[0]!) {
        chosen[column] = 1;
        score += columns[column]!.score;
        addTo(sums, columns[column]!);
      }
    }
    this.#space = layOut(groups, left, { score, sums, chosen });
    this.#position = new Position(this.#space);
    this.#weigher = new Weigher(this.#certificate, this.#space, this.#work);
    this.#weights = new Map();
    this.#kept = 0;
  }
}
