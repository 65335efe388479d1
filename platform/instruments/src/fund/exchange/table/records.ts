/** Rows of a file as records with typed values, and every cell that is not right with its place. */
import type { Localised } from "../../../kernel/views.js";
import { type Column, readCell, type Value } from "./columns.js";
import { columnLetters, type Source, type SourceRow } from "./source.js";
import { isEmpty, shownCell, textOfCell } from "./values.js";

/** One cell that is not right. */
export interface CellError {
  /** Row as a spreadsheet counts it, from 1. */
  readonly row: number;
  /** Letters above the column, for instance `C`; null when the whole row or a missing column is meant. */
  readonly column: string | null;
  /** Name of the column in the header. */
  readonly name: string;
  /** What stands there, cut to 100 characters. */
  readonly value: string;
  /** What is wrong and what to do. */
  readonly problem: Localised;
}

/** A row that was read; `values` has a value per column that was filled in and right. */
export interface ImportRecord {
  readonly row: number;
  readonly values: Readonly<Record<string, Value>>;
  readonly errors: readonly CellError[];
}

/** What is wrong with the header keeps the rest from being read. */
export interface HeaderProblems {
  readonly errors: readonly CellError[];
}

/** The places of columns in a file. */
export interface Header {
  /** Column per place in a row; null for one that is not used. */
  readonly places: readonly (Column | null)[];
  /** Names in the header that no column has: they are left out, and said. */
  readonly unused: readonly string[];
}

/** Finds the columns in the header row. A column that is needed and missing, or stands twice, is an error. */
export function readHeader(row: SourceRow, columns: readonly Column[]): Header | HeaderProblems {
  const errors: CellError[] = [];
  const unused: string[] = [];
  const found = new Set<string>();
  const places = row.cells.map((cell, index) => {
    const name = isEmpty(cell) ? "" : textOfCell(cell);
    const column = columns.find((each) => each.name.toLowerCase() === name.toLowerCase()) ?? null;
    if (column === null) {
      if (name !== "") unused.push(shownCell(cell));
      return null;
    }
    if (found.has(column.name))
      errors.push({
        row: row.number,
        column: columnLetters(index),
        name: column.name,
        value: name,
        problem: {
          nl: `De kolom "${column.name}" staat er twee keer. Verwijder er een.`,
          en: `The column "${column.name}" is there twice. Remove one.`,
        },
      });
    found.add(column.name);
    return column;
  });
  for (const column of columns)
    if (column.required && !found.has(column.name)) errors.push(missingColumn(row, column, columns));
  return errors.length > 0 ? { errors } : { places, unused };
}

function missingColumn(row: SourceRow, { name }: Column, columns: readonly Column[]): CellError {
  const known = columns.map((each) => each.name).join(", ");
  return {
    row: row.number,
    column: null,
    name,
    value: "",
    problem: {
      nl: `De kolom "${name}" ontbreekt. Zet in de eerste rij de namen van de kolommen: ${known}.`,
      en: `The column "${name}" is missing. Put the names of the columns in the first row: ${known}.`,
    },
  };
}

/** Reads one row below the header. */
export function readRecord(row: SourceRow, { places }: Header): ImportRecord {
  const values: Record<string, Value> = {};
  const errors: CellError[] = [];
  places.forEach((column, index) => {
    if (column === null) return;
    const cell = row.cells[index] ?? null;
    const at = { row: row.number, column: columnLetters(index), name: column.name };
    if (isEmpty(cell)) {
      if (column.required) errors.push({ ...at, value: "", problem: emptyCell(column) });
      return;
    }
    const read = readCell(cell, column);
    if ("value" in read) values[column.name] = read.value;
    else errors.push({ ...at, value: shownCell(cell), problem: read.problem });
  });
  row.cells.slice(places.length).forEach((cell, beyond) => {
    if (isEmpty(cell)) return;
    errors.push({
      row: row.number,
      column: columnLetters(places.length + beyond),
      name: "",
      value: shownCell(cell),
      problem: {
        nl: "Deze cel staat buiten de kolommen. Zet een tekst met een scheidingsteken erin tussen aanhalingstekens.",
        en: "This cell stands outside the columns. Put a text that holds the separator between quotation marks.",
      },
    });
  });
  return { row: row.number, values, errors };
}

function emptyCell({ title }: Column): Localised {
  return {
    nl: `${title.nl} ontbreekt. Vul deze cel in.`,
    en: `${title.en} is missing. Fill in this cell.`,
  };
}

/** A file that was opened: its header, and its records one by one. */
export interface OpenedTable {
  readonly format: Source["format"];
  readonly header: Header | HeaderProblems;
  /** Empty when the header is not right. */
  readonly records: AsyncIterable<ImportRecord>;
}

/**
 * Reads the header of a source; the records follow while they are asked for, so that memory stays flat.
 * @returns null when there is no row at all
 */
export async function openTable(source: Source, columns: readonly Column[]): Promise<OpenedTable | null> {
  const rows = source.rows[Symbol.asyncIterator]();
  const first = await rows.next();
  if (first.done) return null;
  const header = readHeader(first.value, columns);
  return { format: source.format, header, records: recordsOf(rows, header) };
}

async function* recordsOf(
  rows: AsyncIterator<SourceRow>,
  header: Header | HeaderProblems,
): AsyncGenerator<ImportRecord> {
  if ("errors" in header) return;
  for (let next = await rows.next(); !next.done; next = await rows.next())
    yield readRecord(next.value, header);
}
