/**
 * A tree that shows of one application after the other that every selection worth the target decides it as a given one
 * does. Each is one branching: on its side that decides otherwise a search finds nothing, and the tree goes on in the
 * other. At the end every listed application is decided as given, so that the row which holds only where one is not
 * excludes what is left; docs/formats/explanation.md, section Standing.
 */
import { CertificateWriter, type TreeCertificate } from "../exact/certificate.js";
import { ColumnStates } from "../exact/column-states.js";
import { strengthen } from "../exact/cuts/strengthen.js";
import { type Prepared, prepare } from "../exact/prepared.js";
import { granularity, type IntegerProgram } from "../exact/program.js";
import { type Reached, reach } from "../exact/reach.js";
import { everyState, Root } from "../exact/root.js";

/** What is settled: that one of the columns of a block is chosen, as it is in the given selection, or that one is not. */
export type Subject =
  | { readonly isHad: true; readonly columns: readonly number[] }
  | { readonly isHad: false; readonly columns: readonly [number] };

/** What is known of a subject: settled as given, decided otherwise by a selection worth the target, or neither yet. */
export type Answer = "settled" | "open" | { readonly otherwise: Uint8Array };

/** Cases that are told apart at the end, one for every combination of columns; more leave a subject open. */
const MOST_CASES = 256;

/** A tree that grows by one subject at a time. */
export class StandingTree {
  #prepared: Prepared;
  readonly #granularity: number;
  readonly #target: number;
  readonly #columns: ColumnStates;
  readonly #writer: CertificateWriter;
  #open: Uint8Array;
  /** Whether a subject was settled since the linear program was last asked what it closes. */
  #changed = true;
  /** Second sides of branchings, to be written after what the first side holds; the last one first. */
  readonly #pending: Reached[] = [];
  /** Subjects that are had by one column or another, written one below the other at the end. */
  readonly #late: Subject[] = [];
  #cases = 1;
  /** Linear programs solved. */
  nodes = 0;

  /** @param target a value that no selection exceeds */
  constructor(program: IntegerProgram, target: number) {
    this.#prepared = prepare(program);
    this.#granularity = granularity(program);
    this.#target = target;
    this.#columns = new ColumnStates(this.#prepared);
    this.#writer = new CertificateWriter(this.#prepared, program.rows.length + 1);
    this.#open = everyState(this.#prepared);
    this.#close(new Root(this.#prepared, this.#granularity));
    // One relaxation serves all the searches that follow, so cuts always pay.
    const value = target - this.#granularity;
    const stronger = strengthen(this.#prepared, this.#open, this.#granularity, value, true);
    if (stronger !== null) this.#prepared = stronger;
  }

  /** Whether the open states leave no choice about a subject. */
  isSettled({ columns }: Subject): boolean {
    return this.#columns.isSettled(this.#open, columns);
  }

  /** Looks for a selection that decides a subject otherwise, and settles it where there is none. */
  settle(subject: Subject, nodeLimit: number): Answer {
    if (this.#changed) this.#close(new Root(this.#prepared, this.#granularity, this.#open));
    this.#changed = false;
    if (this.isSettled(subject)) return "settled";
    const otherwise = this.#columns.with(this.#open, subject.columns, subject.isHad ? 0 : 1);
    const reached = this.#anywhere(otherwise, nodeLimit);
    if (reached.found !== null) return { otherwise: reached.found };
    return reached.isDone && this.#write(subject, reached) ? "settled" : "open";
  }

  /**
   * The finished tree. The program that it is for has one more row after its own, which holds only where a settled
   * subject is decided otherwise.
   */
  finish(): TreeCertificate {
    this.#writeLate(this.#open, 0, this.#writer.ray(this.#prepared.program.rows.length));
    for (const reached of this.#pending.reverse()) this.#writeTree(reached);
    return this.#writer.finish(this.#target);
  }

  #close(root: Root): void {
    const open = root.openStates(this.#target);
    if (!open.some((isOpen, state) => isOpen !== this.#open[state])) return;
    this.#writer.close(this.#writer.vector(root.model, root.vector));
    this.#open = open;
  }

  #anywhere(open: Uint8Array, nodeLimit: number): Reached {
    const reached = reach({
      prepared: this.#prepared,
      open,
      granularity: this.#granularity,
      target: this.#target,
      nodeLimit,
    });
    this.nodes += reached.search.nodes;
    return reached;
  }

  /** Writes the branching on a subject for which the search found nothing; false when that needs too many cases. */
  #write(subject: Subject, reached: Reached): boolean {
    const { columns, isHad } = subject;
    const [column, ...others] = this.#possible(this.#open, columns);
    if (others.length > 0) {
      if (this.#cases * (others.length + 1) > MOST_CASES) return false;
      this.#cases *= others.length + 1;
      this.#late.push(subject);
      return true;
    }
    this.#writer.branch(column!);
    if (isHad) this.#writeTree(reached);
    else this.#pending.push(reached);
    this.#open = this.#columns.with(this.#open, columns, isHad ? 1 : 0);
    this.#changed = true;
    return true;
  }

  /** Writes the late subjects from number k on; `leaf` excludes what is left when all are settled. */
  #writeLate(open: Uint8Array, k: number, leaf: number): void {
    const subject = this.#late[k];
    if (subject === undefined) this.#writer.leaf(leaf);
    else this.#writeCases(open, subject, k, leaf);
  }

  /** Branches on the columns that the subject may have here; below each, and with none of them, what follows. */
  #writeCases(open: Uint8Array, subject: Subject, k: number, leaf: number): void {
    const [column] = this.#possible(open, subject.columns);
    if (column === undefined) this.#writeTree(this.#anywhere(open, Number.POSITIVE_INFINITY));
    else if (this.#columns.isSettled(open, [column])) this.#writeLate(open, k + 1, leaf);
    else {
      this.#writer.branch(column);
      this.#writeCases(this.#columns.with(open, [column], 0), subject, k, leaf);
      this.#writeLate(this.#columns.with(open, [column], 1), k + 1, leaf);
    }
  }

  #writeTree({ search }: Reached): void {
    this.#writer.tree(search.model, search.tree, search.position.pool.cited);
  }

  #possible(open: Uint8Array, columns: readonly number[]): readonly number[] {
    return columns.filter((column) => this.#columns.isPossible(open, column));
  }
}
