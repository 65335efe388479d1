/** The check of a tree certificate (docs/formats/tree.md), node by node. */
import { refuse } from "./refusal.js";
import type { Compiled } from "./rows.js";
import { Bounds } from "./tree-bound.js";
import { makeParts } from "./tree-parts.js";
import { Position } from "./tree-position.js";
import { checkTreeShape, NODE, type TreeFigures } from "./tree-shape.js";
import { makeSpace, type Space } from "./tree-states.js";
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
 * Why it proves it: every outcome that meets the rows is in one state of each group. A branch sends it to one side or
 * the other, a close takes away only states that no outcome worth `target` is in, and at a leaf the bound of a vector
 * shows that no such outcome is left. Where the vectors came from does not matter.
 *
 * The bounds are worked out anew at every node, over the groups that are still undecided there; usually few are.
 *
 * @param where JSON pointer of the tree
 * @throws {Refusal} naming the first place where it does not.
 */
export function checkTree(compiled: Compiled, tree: Tree, where: string): TreeFigures {
  const columns = compiled.choices.reduce((sum, choices) => sum + choices.length, 0);
  const figures = checkTreeShape(tree, { rows: compiled.rows.length, columns }, where);
  new Walk(compiled, tree, where).run();
  return figures;
}

/** A branch whose second side is still to come. */
interface Pending {
  readonly column: number;
  readonly mark: number;
}

class Walk {
  readonly #compiled: Compiled;
  readonly #tree: Tree;
  readonly #space: Space;
  readonly #work: Work;
  readonly #where: string;
  readonly #position: Position;
  readonly #bounds: Bounds;
  readonly #pending: Pending[] = [];
  readonly #priced = new Map<number, Priced>();

  constructor(compiled: Compiled, tree: Tree, where: string) {
    this.#compiled = compiled;
    this.#tree = tree;
    this.#where = where;
    this.#work = new Work(STEPS + STEPS_PER_NODE * tree.nodes.length, where);
    const columns = compiled.choices.flat();
    this.#space = makeSpace(compiled, columns, tree.absorbed, this.#work, where);
    const parts = makeParts(columns, compiled.sums, this.#space, this.#work);
    this.#position = new Position(this.#space, parts);
    this.#bounds = new Bounds(this.#space, parts, this.#work);
  }

  /** Goes through the nodes, whose shape has been checked. */
  run(): void {
    const { columns, nodes } = this.#tree;
    for (const [n, number] of nodes.entries()) {
      this.#work.spend(10);
      const k = Math.floor(number / 3);
      const kind = number % 3;
      if (kind === NODE.branch) {
        this.#pending.push({ column: columns[k]!, mark: this.#position.mark });
        this.#branch(columns[k]!, true);
      } else if (kind === NODE.close) {
        this.#close(k);
      } else {
        this.#leaf(n, k);
        const next = this.#pending.pop();
        if (next === undefined) return;
        this.#position.undo(next.mark);
        this.#branch(next.column, false);
      }
    }
  }

  /** Closes the states with a column (`isWith`), or those of its group without it. */
  #branch(column: number, isWith: boolean): void {
    const { groupOf, starts, states } = this.#space;
    const group = groupOf[column]!;
    for (let s = starts[group]!; s < starts[group + 1]!; s++) {
      this.#work.spend(1 + states[s]!.length);
      if (states[s]!.includes(column) === isWith) this.#position.close(s);
    }
  }

  /** Closes every open state that no selection at the target can be in, by what vector `k` shows. */
  #close(k: number): void {
    if (this.#position.isEmpty) return;
    const priced = this.#price(k);
    const surplus = this.#bounds.surplus(priced, this.#position);
    if (surplus < 0n) this.#position.closeAll();
    else
      for (const state of this.#bounds.refuted(priced, this.#position, surplus)) this.#position.close(state);
  }

  /** Refuses a leaf where vector `k` leaves room for a selection that the claim denies. */
  #leaf(n: number, k: number): void {
    if (this.#position.isEmpty || this.#bounds.surplus(this.#price(k), this.#position) < 0n) return;
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
