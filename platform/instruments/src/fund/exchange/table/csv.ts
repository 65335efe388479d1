/** Reads a CSV file as a table (RFC 4180, and what spreadsheets make of it). */
import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { checkRow, type Source, type SourceRow, TableError, type TableLimits } from "./source.js";
import { encodingOf, separatorOf, textOf } from "./text.js";

interface ParsedRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number; readonly bytes: number };
}

/**
 * A CSV file, with its encoding and separator as they were found. Rows without any value are left out.
 *
 * @throws TableError while reading, for quotes that do not match or a table above the limits
 */
export function csvSource(bytes: Uint8Array, limits: TableLimits): Source {
  const encoding = encodingOf(bytes);
  const separator = separatorOf(textOf(bytes.subarray(0, 64 * 1024), encoding).next().value ?? "");
  return {
    format: { kind: "csv", encoding, separator },
    rows: rowsOf(bytes, limits, encoding, separator),
  };
}

async function* rowsOf(
  bytes: Uint8Array,
  limits: TableLimits,
  ...[encoding, separator]: [Parameters<typeof textOf>[1], string]
): AsyncGenerator<SourceRow> {
  const parser = Readable.from(textOf(bytes, encoding)).pipe(
    parse({
      bom: true,
      delimiter: separator,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      // Stops a quote that is never closed from taking the rest of the file into one cell.
      max_record_size: limits.columns * limits.cell,
    }),
  );
  let rows = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRow>) {
      if (record.every((cell) => cell.trim() === "")) continue;
      rows += 1;
      if (rows > limits.rows)
        throw new TableError(
          `Het bestand heeft meer dan ${limits.rows} rijen. Stuur het in delen.`,
          `The file has more than ${limits.rows} rows. Send it in parts.`,
        );
      yield checkRow({ number: info.lines - lineBreaks(record), cells: record }, limits);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = String(error.lines ?? "?");
    throw new TableError(
      `Het bestand is geen CSV die gelezen kan worden, bij regel ${line}: zet een aanhalingsteken in een cel dubbel, en sluit een cel die ermee begint ook ermee af.`,
      `The file is no CSV that can be read, at line ${line}: a quotation mark inside a cell must be doubled, and a quoted cell must end with one.`,
    );
  }
}

/** How many lines a row takes beyond its first: line breaks stand inside quoted cells. */
function lineBreaks(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}
