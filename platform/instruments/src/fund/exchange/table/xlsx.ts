/** Reads the first sheet of an XLSX workbook as a table, row by row. */
import Excel from "exceljs";
import { type Cell, checkRow, type Source, type SourceRow, TableError, type TableLimits } from "./source.js";
import { workbookParts } from "./workbook-parts.js";

/** A reader of the library knows the workbook's sheets by name once it has read them, which its types do not say. */
interface SheetReader extends AsyncIterable<Excel.Row> {
  readonly name?: string;
}

/**
 * The first sheet of a workbook. A formula counts as its result, rich text as its text, a link as what it shows.
 * Rows without any value are left out.
 *
 * @throws TableError for what is no workbook, and while reading for a table above the limits
 */
export async function xlsxSource(bytes: Buffer, limits: TableLimits): Promise<Source> {
  const parts = await workbookParts(bytes, limits);
  const reader = new Excel.stream.xlsx.WorkbookReader(parts as never, {
    worksheets: "emit",
    sharedStrings: "cache",
    styles: "cache",
    hyperlinks: "ignore",
    entries: "ignore",
  });
  const sheets = (reader as AsyncIterable<unknown>)[Symbol.asyncIterator]();
  const first = await sheets.next().catch(damaged);
  if (first.done)
    throw new TableError("De werkmap heeft geen blad met rijen.", "The workbook has no sheet with rows.");
  const sheet = first.value as SheetReader;
  return { format: { kind: "xlsx", sheet: sheet.name ?? "1" }, rows: rowsOf(sheet, limits) };
}

async function* rowsOf(sheet: SheetReader, limits: TableLimits): AsyncGenerator<SourceRow> {
  const rows = sheet[Symbol.asyncIterator]();
  for (let count = 0; ; ) {
    const next = await rows.next().catch(damaged);
    if (next.done) return;
    const row = rowOf(next.value, limits);
    if (row === null) continue;
    count += 1;
    if (count > limits.rows)
      throw new TableError(
        `Het blad heeft meer dan ${limits.rows} rijen. Stuur het in delen.`,
        `The sheet has more than ${limits.rows} rows. Send it in parts.`,
      );
    yield row;
  }
}

function rowOf(row: Excel.Row, limits: TableLimits): SourceRow | null {
  const cells: Cell[] = [];
  row.eachCell({ includeEmpty: false }, (cell, column) => {
    if (column > limits.columns)
      throw new TableError(
        `Rij ${row.number} heeft een waarde in kolom ${column}; er worden ten hoogste ${limits.columns} kolommen gelezen.`,
        `Row ${row.number} has a value in column ${column}; at most ${limits.columns} columns are read.`,
      );
    cells[column - 1] = cellOf(cell.value);
  });
  const filled = Array.from(cells, (cell) => cell ?? null);
  if (filled.every((cell) => cell === null || (typeof cell === "string" && cell.trim() === ""))) return null;
  return checkRow({ number: row.number, cells: filled }, limits);
}

function cellOf(value: Excel.CellValue | undefined): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value !== "object" || value instanceof Date) return value;
  if ("error" in value) return { formulaError: String(value.error) };
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  if ("hyperlink" in value) return String(value.text);
  if ("result" in value || "formula" in value || "sharedFormula" in value)
    return cellOf((value as { result?: Excel.CellValue }).result);
  return String(value);
}

function damaged(error: unknown): never {
  if (error instanceof TableError) throw error;
  throw new TableError(
    "De werkmap is beschadigd of geen echt .xlsx-bestand. Sla hem opnieuw op en stuur hem.",
    "The workbook is damaged or not a real .xlsx file. Save it again and send it.",
  );
}
