/** What every kind of import does: name its columns, compare rows with what is there, and write what was previewed. */
import type { Queryable, Transaction } from "@voorsprong/store";
import type { CellError, Column, ImportRecord, Value } from "../table/index.js";

/** What would happen to a row. */
export type RowOutcome = "new" | "changed" | "unchanged" | "error";

/** A value that would become another. */
export interface CellChange {
  /** Name of the column. */
  readonly name: string;
  readonly from: Value | null;
  readonly to: Value;
}

/** A row of the file beside what is there. */
export interface PlannedRow {
  /** Row as a spreadsheet counts it. */
  readonly line: number;
  readonly outcome: RowOutcome;
  /** What people know the row by. */
  readonly title: string;
  /** Values by column; empty cells are absent and leave what is there. */
  readonly cells: Readonly<Record<string, Value>>;
  /** Id of what is there already; null for what is new. */
  readonly target: string | null;
  readonly changes: readonly CellChange[];
  readonly errors: readonly CellError[];
}

/** Keys that were met in the file so far, with their row: a doubled one is an error. */
export type SeenKeys = Map<string, number>;

/** One kind of import, for one call where it is of applications. */
export interface ImportKind {
  readonly columns: readonly Column[];
  /**
   * Compares rows with what is there. What it says holds for the moment of the query only; confirming compares again.
   * @param seen keys of the rows before these; the keys of these are added
   */
  plan(from: Queryable, records: readonly ImportRecord[], seen: SeenKeys): Promise<PlannedRow[]>;
  /** Writes rows that are new or changed. */
  apply(tx: Transaction, rows: readonly PlannedRow[], by: string): Promise<void>;
}

/** A row whose cells are not all right, or that cannot be compared. */
export function rowInError(record: ImportRecord, title: string, more: readonly CellError[] = []): PlannedRow {
  return {
    line: record.row,
    outcome: "error",
    title,
    cells: record.values,
    target: null,
    changes: [],
    errors: [...record.errors, ...more],
  };
}

/** An error of a whole row, or of one column of it by its name. */
export function rowError(line: number, name: string, nl: string, en: string): CellError {
  return { row: line, column: null, name, value: "", problem: { nl, en } };
}

/** The row a key was met on before, if any; remembers it otherwise. */
export function metBefore(seen: SeenKeys, key: string, line: number): number | null {
  const before = seen.get(key);
  if (before === undefined) seen.set(key, line);
  return before ?? null;
}
