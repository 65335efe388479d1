/**
 * Branch and bound over one model. Best bound first, diving from each node taken up: a dive starts from the vertex of
 * the parent and needs about one edge per node. Every closed node has a proof that the certificate repeats.
 */
import { type Choice, chooseFractional, chooseOpen } from "./branching.js";
import { fixStates } from "./fixing.js";
import { type Model, selectionOf } from "./model.js";
import { isDeeper, isHigher, type OpenNode, OpenNodes } from "./open-nodes.js";
import { Position } from "./position.js";
import { isFeasible, scoreOf, slackOf } from "./program.js";
import { nearestStates, roundTies } from "./rounding.js";
import { Tree } from "./tree.js";
import { roundVector } from "./vector.js";
import type { Basis } from "./vertex.js";

/**
 * Which open node is taken up next: the one with the highest bound, for a good bound early; or the deepest, which comes
 * to selections soonest where any that reaches the cutoff will do. A search that finds none makes the same tree either way.
 */
export type SearchOrder = "highest" | "deepest";

/** What a search needs to know. */
export interface SearchSettings {
  /** Values of solutions are multiples of it. */
  readonly granularity: number;
  /** Value of the best solution known, or -Infinity. Only better ones are looked for. */
  readonly incumbent: number;
  /** Asked before every dive: whether to stop. */
  readonly stop: (search: Search) => boolean;
  /** Default: the highest bound. */
  readonly order?: SearchOrder;
  /** Told of every better solution, after it was checked exactly. */
  readonly onSolution: (chosen: Uint8Array, value: number) => void;
}

/** More rounds of the dual method than a node ever needs; a node that stalls is branched on. */
const MOST_ROUNDS = 500;

/** The same for the first linear program of a search. */
const MOST_FIRST_ROUNDS = 20_000;

/** Part of the granularity by which a bound must be below the cutoff before a proof is tried. */
const MARGIN = 1e-6;

/** One search. */
export class Search {
  readonly model: Model;
  readonly position: Position;
  readonly tree = new Tree();
  /** Nodes not searched yet. */
  readonly open: OpenNodes;
  /** The vertex at which the search began. */
  readonly firstBasis: Basis;
  incumbent: number;
  /** Linear programs solved. */
  nodes = 0;
  readonly #settings: SearchSettings;

  /** @param closed states left out, for a search that proves nothing about the whole model */
  constructor(model: Model, settings: SearchSettings, closed?: Int32Array) {
    this.model = model;
    this.#settings = settings;
    this.incumbent = settings.incumbent;
    this.open = new OpenNodes(settings.order === "deepest" ? isDeeper : isHigher);
    this.position = new Position(model);
    const { lp } = this.position;
    let node = 0;
    if (closed !== undefined) {
      node = this.tree.fix(0, { vector: -1, codes: closed });
      this.position.arrive(this.tree, node);
      lp.restart();
    }
    lp.solve(this.#lpCutoff, MOST_FIRST_ROUNDS);
    lp.keys.mark();
    this.firstBasis = lp.vertex.save();
    this.open.push({ node, bound: lp.bound, basis: this.firstBasis });
  }

  /** The least value a better solution can have. */
  get cutoff(): number {
    return this.incumbent + this.#settings.granularity;
  }

  get #lpCutoff(): number {
    return this.cutoff - MARGIN * this.#settings.granularity;
  }

  /** No solution of the model scores more, as far as the search has come (in doubles). */
  get bound(): number {
    return Math.max(this.incumbent, this.open.highest);
  }

  /** Searches until nothing is open or `stop` says so. True when nothing is open. */
  run(): boolean {
    for (;;) {
      const next = this.open.pop();
      if (next === undefined) return true;
      if (this.#settings.stop(this)) {
        this.open.push(next);
        return false;
      }
      this.#dive(next);
    }
  }

  #dive(start: OpenNode): void {
    const { position, tree } = this;
    position.arrive(tree, start.node);
    const vector = position.pool.find(this.cutoff);
    if (vector >= 0) {
      tree.close(start.node, vector);
      return;
    }
    position.lp.restore(start.basis);
    let node = start.node;
    while (node >= 0) {
      this.nodes++;
      const fractional = this.#bound(node);
      if (fractional === "closed") return;
      node = this.#fix(node);
      // Fixing may have decided the column; rarely, because a tie loses nothing.
      const isOpen = fractional !== null && this.#sides(fractional.column).every((codes) => codes.length > 0);
      const choice = isOpen ? fractional : chooseOpen(position.lp);
      if (choice === null) {
        this.#closeDecided(node);
        return;
      }
      node = this.#split(node, choice);
    }
  }

  /**
   * Solves the linear program of the node, looks for solutions, and closes the node or says how to split it; null
   * when nothing is fractional.
   */
  #bound(node: number): Choice | "closed" | null {
    const { lp } = this.position;
    let status = lp.solve(this.#lpCutoff, MOST_ROUNDS);
    if (status === "cutoff") {
      if (this.#certify(node, lp.y, false)) return "closed";
      // Rounding errors are in the way of the proof; a smaller node will be easier.
      status = lp.solve(Number.NEGATIVE_INFINITY, MOST_ROUNDS);
    }
    if (status === "infeasible" && this.#certify(node, lp.ray, true)) return "closed";
    let choice: Choice | null = null;
    if (status === "optimal") {
      this.tree.setBound(node, lp.bound);
      const rounded = roundTies(lp, this.incumbent);
      if (rounded !== null) this.#accept(rounded);
      choice = chooseFractional(lp, lp.bound - this.cutoff);
      if (choice === null) this.#accept(nearestStates(lp));
      // A better solution may have raised the cutoff.
      if (lp.bound < this.#lpCutoff && this.#certify(node, lp.y, false)) return "closed";
    }
    return choice;
  }

  /** Takes a solution when it is feasible, exactly, and better. */
  #accept(codes: Int32Array): void {
    const { program } = this.model.prepared;
    const chosen = selectionOf(this.model, codes);
    const value = scoreOf(program, chosen);
    if (value <= this.incumbent || !isFeasible(program, chosen)) return;
    this.incumbent = value;
    this.#settings.onSolution(chosen, value);
  }

  #certify(node: number, multipliers: Float64Array, ray: boolean): boolean {
    const vector = this.position.certify(multipliers, ray, this.cutoff);
    if (vector >= 0) this.tree.close(node, vector);
    return vector >= 0;
  }

  /** A node with every group decided is one selection: it breaks a row, or scores no more than the incumbent. */
  #closeDecided(node: number): void {
    const { model, position } = this;
    const { codes } = position.lp.keys;
    this.#accept(codes);
    const chosen = selectionOf(model, codes);
    const broken = model.rows.findIndex((row) => slackOf(model.prepared.rows[row]!, chosen) < 0n);
    const multipliers = new Float64Array(model.rowCount);
    if (broken >= 0) multipliers[broken] = 1;
    this.tree.close(node, position.pool.cite(roundVector(model, multipliers, broken >= 0, 0), false));
  }

  /** Closes states by reduced cost. Returns the node below that step, or the node itself. */
  #fix(node: number): number {
    const { lp, pool, scratch } = this.position;
    const closing = fixStates(lp, this.cutoff, scratch);
    if (closing === null) return node;
    const child = this.tree.fix(node, { vector: pool.cite(closing.vector, false), codes: closing.codes });
    this.position.close(closing.codes);
    return child;
  }

  /** Open states that branching on a column closes, with the column at 0 and at 1. */
  #sides(column: number): number[][] {
    const { position } = this;
    return ([0, 1] as const).map((value) =>
      position.codesAgainst(column, value).filter((code) => !position.states.isClosed(code)),
    );
  }

  /** Branches. Returns the child to go on with; the other one is kept for later. -1 when neither is left. */
  #split(node: number, { column, value }: Choice): number {
    const { tree, position } = this;
    const { lp, pool } = position;
    const first = tree.branch(node, column);
    const closings = this.#sides(column);
    const left = ([0, 1] as const).filter((side) => {
      const vector = pool.findWithout(closings[side]!, this.cutoff);
      if (vector >= 0) tree.close(first + side, vector);
      return vector < 0;
    });
    if (left.length === 0) return -1;
    const side = left.length === 2 ? value : left[0]!;
    if (left.length === 2)
      this.open.push({ node: first + 1 - side, bound: lp.bound, basis: lp.vertex.save() });
    position.close(closings[side]!);
    return first + side;
  }
}
