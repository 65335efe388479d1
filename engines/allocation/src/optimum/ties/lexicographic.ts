/**
 * Of all selections worth a target the first one in an announced order of columns, with its proof: of two selections,
 * at the first column that only one of them has, that one comes first.
 *
 * The columns are taken in turn. Where the present selection lacks one, an exact search looks for a selection of the
 * same worth that has it and agrees with everything decided before. What it finds becomes the present selection; a
 * search that finds nothing is the proof of "no". Vectors of the linear program close what cannot reach the target: each
 * column taken against the relaxation uses up room, so that little stays open after a few of them.
 *
 * The proof is a lot tree (docs/formats/decision.md, section Ties). It depends on the program, the target, the order and
 * the selection that comes first alone, not on the selection begun with: what is written for a column follows from those
 * before it, and searches that find something are not written.
 */
import { CertificateWriter, type TreeCertificate } from "../../exact/certificate.js";
import { ColumnStates } from "../../exact/column-states.js";
import { strengthen } from "../../exact/cuts/strengthen.js";
import { type Prepared, prepare } from "../../exact/prepared.js";
import { granularity, type IntegerProgram } from "../../exact/program.js";
import { reach } from "../../exact/reach.js";
import { everyState, Root } from "../../exact/root.js";
import type { Search } from "../../exact/search.js";
import type { Effort } from "./effort.js";

/** What is asked. */
export interface LexicographicTask {
  readonly program: IntegerProgram;
  /** The worth of the selections compared, a multiple of the granularity; none is worth more. */
  readonly target: number;
  /** A feasible selection worth the target: 1 for chosen columns. */
  readonly start: Uint8Array;
  /** All columns, each once. */
  readonly order: Iterable<number>;
}

/** The first selection. */
export interface Lexicographic {
  readonly chosen: Uint8Array;
  /** The lot tree; null when the effort was spent, and `chosen` is the first of those that were found. */
  readonly certificate: TreeCertificate | null;
}

/** Finds the first selection within an effort. */
export function lexicographicallyFirst(task: LexicographicTask, effort: Effort): Lexicographic {
  return new Walk(task, effort).run();
}

/**
 * The search for one column may take this part of the effort. In measured rounds that could be proven with 40,000 nodes
 * no column took more than a twelfth; one that takes more is followed by others that do.
 */
const SHARE = 1 / 8;

class Walk {
  readonly #task: LexicographicTask;
  readonly #effort: Effort;
  /** Nodes that one search may take. */
  readonly #most: number;
  readonly #granularity: number;
  readonly #writer: CertificateWriter;
  readonly #columns: ColumnStates;
  #prepared: Prepared;
  #chosen: Uint8Array;
  #open: Uint8Array;
  /** Whether a column was settled since the linear program was last asked what it closes. */
  #changed = true;

  constructor(task: LexicographicTask, effort: Effort) {
    this.#task = task;
    this.#effort = effort;
    this.#most = Math.ceil(SHARE * effort.left);
    this.#granularity = granularity(task.program);
    this.#prepared = prepare(task.program);
    this.#writer = new CertificateWriter(this.#prepared);
    this.#columns = new ColumnStates(this.#prepared);
    this.#open = everyState(this.#prepared);
    this.#chosen = task.start;
  }

  run(): Lexicographic {
    const root = new Root(this.#prepared, this.#granularity);
    this.#write(root);
    this.#open = root.openStates(this.#task.target);
    this.#cut();
    for (const column of this.#task.order) {
      if (this.#columns.isSettled(this.#open, [column])) continue;
      if (!this.#settle(column)) return { chosen: this.#chosen, certificate: null };
    }
    return { chosen: this.#chosen, certificate: this.#writer.finish(this.#task.target) };
  }

  /** Goes on with cuts: a stronger relaxation serves all the searches that follow, so they always pay. */
  #cut(): void {
    const value = this.#task.target - this.#granularity;
    const stronger = strengthen(this.#prepared, this.#open, this.#granularity, value, true);
    if (stronger !== null) this.#prepared = stronger;
  }

  #write({ model, vector }: Root): void {
    this.#writer.close(this.#writer.vector(model, vector));
  }

  /** Settles a column; false when the effort for it is spent. */
  #settle(column: number): boolean {
    if (this.#chosen[column] !== 0) {
      this.#take(column, 1);
      return true;
    }
    const root = this.#changed ? new Root(this.#prepared, this.#granularity, this.#open) : null;
    const open = root?.openStates(this.#task.target) ?? this.#open;
    const isSettled = this.#columns.isSettled(open, [column]);
    const answer = isSettled ? null : this.#searchWith(open, column);
    if (answer === "limit") return false;
    if (answer === "found") {
      // What closing has shown is left unwritten, as it is when the selection begun with has the column.
      this.#take(column, 1);
      return true;
    }
    if (root !== null && open.some((isOpen, state) => isOpen !== this.#open[state])) this.#write(root);
    this.#open = open;
    this.#changed = false;
    if (answer !== null) {
      this.#take(column, 0);
      this.#writer.tree(answer.model, answer.tree, answer.position.pool.cited);
    }
    return true;
  }

  #take(column: number, value: 0 | 1): void {
    this.#writer.branch(column);
    this.#open = this.#columns.with(this.#open, [column], value);
    this.#changed = true;
  }

  /**
   * Looks for a selection worth the target with one more column, which then becomes the present one. A search that
   * comes to its end without any is the proof that there is none.
   */
  #searchWith(open: Uint8Array, column: number): Search | "found" | "limit" {
    const { found, isDone, search } = reach({
      prepared: this.#prepared,
      open: this.#columns.with(open, [column], 1),
      granularity: this.#granularity,
      target: this.#task.target,
      nodeLimit: Math.min(this.#most, this.#effort.left),
    });
    this.#effort.spend(search.nodes);
    if (found === null) return isDone ? search : "limit";
    this.#chosen = found;
    return "found";
  }
}
