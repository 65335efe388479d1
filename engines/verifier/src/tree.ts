/** The check of a tree certificate (docs/formats/tree.md), node by node. */
import { type Compiled, withRows } from "./compile.js";
import { checkCuts } from "./cuts.js";
import { refuse } from "./refusal.js";
import { isIn, makeSpace, type Space } from "./states.js";
import { Bounds } from "./tree-bound.js";
import { makeParts } from "./tree-parts.js";
import { Position } from "./tree-position.js";
import { checkTreeNames, NODE, nodeAt, type TreeFigures } from "./tree-shape.js";
import { type Priced, price } from "./tree-vector.js";
import type { Tree } from "./types.js";
import { Work } from "./work.js";

/**
 * Steps that a tree may take: some seconds for any, and more for a longer one. Usual trees take a thousand for each
 * node. So a document cannot keep a verifier busy for longer than its length allows, with twenty times room.
 */
const STEPS = 2e9;
const STEPS_PER_NODE = 20_000;

/** Vectors that are kept ready; when there are more, they are made ready anew. */
const MAX_PRICED = 10_000;

/**
 * Checks that a tree proves its claim about a round: that no outcome is worth `target` or more, or, when `target` is
 * null, that there is no outcome.
 *
 * Why it proves it: every outcome that meets the rows is in one state of each group, and meets the cuts as well. A
 * branch sends it to one side or the other, a close takes away only states that no outcome worth `target` is in, and
 * at a leaf the bound of a vector shows that no such outcome is left. Where the vectors came from does not matter.
 *
 * The bounds are worked out anew at every node, over the groups that are still undecided there; usually few are.
 *
 * @param where JSON pointer of the tree
 * @throws {Refusal} naming the first place where it does not.
 */
export function checkTree(compiled: Compiled, tree: Tree, where: string): TreeFigures {
  const climb = new Climb(compiled, tree, where);
  const next = climb.subtree(0);
  if (next < tree.nodes.length)
    refuse(`${where}/tree/${next}`, "De boom is hier al af.", "The tree is already complete here.");
  return climb;
}

/** A branch whose second side is still to come. */
interface Pending {
  readonly column: number;
  readonly mark: number;
}

/** A walk through a tree, from node to node: which states are open where, and what the vectors close and refute. */
export class Climb implements TreeFigures {
  readonly space: Space;
  readonly position: Position;
  branches = 0;
  leaves = 0;
  readonly #compiled: Compiled;
  readonly #tree: Tree;
  readonly #work: Work;
  readonly #where: string;
  readonly #bounds: Bounds;
  readonly #priced = new Map<number, Priced>();

  /** At the root: all states are open. Every row, column and cut has been checked. */
  constructor(compiled: Compiled, tree: Tree, where: string) {
    this.#tree = tree;
    this.#where = where;
    this.#work = new Work(STEPS + STEPS_PER_NODE * tree.nodes.length, where);
    checkTreeNames(tree, { rows: compiled.rows.length, columns: compiled.columns.length }, where);
    const cuts = checkCuts(compiled, tree.cuts, this.#work, `${where}/cuts`);
    this.#compiled = withRows(compiled, cuts);
    this.space = makeSpace(this.#compiled, tree.absorbed, this.#work, `${where}/absorbed`);
    const parts = makeParts(this.#compiled, this.space, this.#work);
    this.position = new Position(this.space, parts);
    this.#bounds = new Bounds(this.space, parts, this.#work);
  }

  /**
   * Goes through the subtree that begins with node `n` and comes back to the states that were open before it.
   *
   * @returns the number of the node after it
   */
  subtree(n: number): number {
    const start = this.position.mark;
    const pending: Pending[] = [];
    for (let next = n; ; next++) {
      this.#work.spend(10);
      const { kind, k } = nodeAt(this.#tree, next, this.#where);
      if (kind === NODE.branch) {
        this.branches++;
        const column = this.#tree.columns[k]!;
        pending.push({ column, mark: this.position.mark });
        this.closeStates(column, true);
      } else if (kind === NODE.close) {
        this.close(k);
      } else {
        this.leaves++;
        this.#leaf(next, k);
        const branch = pending.pop();
        if (branch === undefined) {
          this.position.undo(start);
          return next + 1;
        }
        this.position.undo(branch.mark);
        this.closeStates(branch.column, false);
      }
    }
  }

  /** Closes the states with a column (`isWith`), or those of its group without it. */
  closeStates(column: number, isWith: boolean): void {
    const { groupOf, starts, memberStarts } = this.space;
    const group = groupOf[column]!;
    for (let s = starts[group]!; s < starts[group + 1]!; s++) {
      this.#work.spend(1 + memberStarts[s + 1]! - memberStarts[s]!);
      if (isIn(this.space, column, s) === isWith) this.position.close(s);
    }
  }

  /** Closes every open state that no selection at the target can be in, by what vector `k` shows. */
  close(k: number): void {
    if (this.position.isEmpty) return;
    const priced = this.#price(k);
    const surplus = this.#bounds.surplus(priced, this.position);
    if (surplus < 0n) this.position.closeAll();
    else for (const state of this.#bounds.refuted(priced, this.position, surplus)) this.position.close(state);
  }

  /** Refuses a leaf where vector `k` leaves room for a selection that the claim denies. */
  #leaf(n: number, k: number): void {
    if (this.position.isEmpty || this.#bounds.surplus(this.#price(k), this.position) < 0n) return;
    refuse(
      `${this.#where}/tree/${n}`,
      `Vector ${k} bewijst dit blad niet: er kan nog een uitkomst zijn.`,
      `Vector ${k} does not prove this leaf: there may still be an outcome.`,
    );
  }

  #price(k: number): Priced {
    const known = this.#priced.get(k);
    if (known !== undefined) return known;
    const priced = price(this.#compiled, this.#tree, k);
    this.#work.spend(1_000 + 50 * priced.limbs.length);
    if (this.#priced.size >= MAX_PRICED) this.#priced.clear();
    this.#priced.set(k, priced);
    return priced;
  }
}
