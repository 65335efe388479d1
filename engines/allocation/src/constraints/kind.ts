/** What every kind of constraint must offer. A kind that lacks one of these does not compile. */
import type { Language } from "../model/language.js";
import type { Constraint, Round } from "../model/round.js";
import type { RowBuilder } from "../problem/row-builder.js";
import type { Checker, Fields } from "../reading/checker.js";
import type { Titles } from "../words/phrases.js";

/** The names a constraint may refer to; null where they could not all be read, so that no reference is judged. */
export interface Vocabulary {
  readonly budgets: ReadonlySet<string> | null;
  readonly applications: ReadonlySet<string> | null;
}

/** Which side of a limit a row holds; null for kinds with one row. */
export type Side = "min" | "max" | null;

/** Reads, compiles and describes one kind of constraint. */
export interface ConstraintKind<C extends Constraint> {
  /** Reads the canonical form from JSON; null when an issue was noted. */
  read(fields: Fields, path: string, checker: Checker, names: Vocabulary): C | null;
  /** Adds its rows, in the order and with the ids of docs/formats/decision.md. */
  compile(constraint: C, index: number, rows: RowBuilder): void;
  /** One side of it as a sentence without a full stop. */
  describe(constraint: C, side: Side, round: Round, language: Language, titles?: Titles): string;
}
