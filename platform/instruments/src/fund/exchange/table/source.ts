/** What a file with a table gives, whichever format it has: rows of raw cells, one after the other. */
import type { Localised } from "../../../kernel/views.js";

/** A cell as it is in the file: text in CSV; in a workbook also numbers, dates, truth values and errors of formulas. */
export type Cell = string | number | boolean | Date | null | { readonly formulaError: string };

/** One row of a file. */
export interface SourceRow {
  /** The row as a spreadsheet counts it, or the line in a CSV file on which the row begins; from 1. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** How a file was read, to be shown to who sent it. */
export type SourceFormat =
  | { readonly kind: "csv"; readonly encoding: TextEncoding; readonly separator: Separator }
  | { readonly kind: "xlsx"; readonly sheet: string };

/** The encodings that are recognised. */
export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** The separators that are recognised. */
export type Separator = "," | ";" | "\t";

/** A table that is open for reading; its rows can be read once. */
export interface Source {
  readonly format: SourceFormat;
  readonly rows: AsyncIterable<SourceRow>;
}

/** The most a file may hold. What is above it is refused while reading, before it is in memory. */
export interface TableLimits {
  /** Rows with a value, header included. */
  readonly rows: number;
  readonly columns: number;
  /** Characters of one cell; Excel's own limit is 32,767. */
  readonly cell: number;
  /** Bytes of a workbook after decompression. */
  readonly unpackedBytes: number;
}

/** Twice the largest call, and a workbook a hundred times what its 27,000 rows need. */
export const tableLimits: TableLimits = {
  rows: 60_000,
  columns: 300,
  cell: 32_767,
  unpackedBytes: 256 * 1024 * 1024,
};

/** Why a file cannot be read as a table at all: what, where and what to do. */
export class TableError extends Error {
  override readonly name = "TableError";
  readonly problem: Localised;

  constructor(nl: string, en: string) {
    super(en);
    this.problem = { nl, en };
  }
}

/** The letters a spreadsheet shows above a column. @param index from 0 */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

/** Refuses a row that is wider, or a cell that is longer, than a table may be. */
export function checkRow(row: SourceRow, limits: TableLimits): SourceRow {
  if (row.cells.length > limits.columns)
    throw new TableError(
      `Rij ${row.number} heeft ${row.cells.length} kolommen; er worden er ten hoogste ${limits.columns} gelezen. Verwijder de kolommen die niet nodig zijn.`,
      `Row ${row.number} has ${row.cells.length} columns; at most ${limits.columns} are read. Remove the columns that are not needed.`,
    );
  row.cells.forEach((cell, index) => {
    if (typeof cell === "string" && cell.length > limits.cell)
      throw new TableError(
        `Cel ${columnLetters(index)}${row.number} heeft ${cell.length} tekens; er worden er ten hoogste ${limits.cell} gelezen.`,
        `Cell ${columnLetters(index)}${row.number} has ${cell.length} characters; at most ${limits.cell} are read.`,
      );
  });
  return row;
}
