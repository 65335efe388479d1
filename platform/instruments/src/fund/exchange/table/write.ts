/** Tables for people: CSV that spreadsheets read as it is meant, and XLSX; neither can carry a formula. */
import { PassThrough, type Readable } from "node:stream";
import Excel from "exceljs";
import Papa from "papaparse";

/** A value to be written. Cents are whole cents and are written as euros with two decimals. */
export type Written = string | number | null | { readonly cents: number };

/** Rows to be written, in batches, so that a long list is never whole in memory. */
export type Batches = AsyncIterable<readonly (readonly Written[])[]>;

/** Whole cents as euros with two decimals, exact. */
export function eurosText(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * CSV in UTF-8 with a byte order mark, which makes spreadsheets read it as such. Texts that a spreadsheet would take
 * for a formula are quoted by an apostrophe.
 */
export async function* writeCsv(header: readonly string[], batches: Batches): AsyncGenerator<string> {
  yield `\ufeff${csvLines([header])}`;
  for await (const batch of batches) if (batch.length > 0) yield csvLines(batch);
}

function csvLines(rows: readonly (readonly Written[])[]): string {
  const cells = rows.map((row) =>
    row.map((cell) => (cell !== null && typeof cell === "object" ? eurosText(cell.cents) : (cell ?? ""))),
  );
  return `${Papa.unparse(cells as (string | number)[][], { escapeFormulae: true, newline: "\r\n" })}\r\n`;
}

/** XLSX with one sheet. A text is a text there, also one that begins with `=`; amounts are numbers in euros. */
export function writeXlsx(sheetName: string, header: readonly string[], batches: Batches): Readable {
  const output = new PassThrough();
  const workbook = new Excel.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true });
  // Excel forbids these characters in a name, and more than 31 of them.
  const sheet = workbook.addWorksheet(sheetName.replace(/[*?:\\/[\]]/g, " ").slice(0, 31));
  const fill = async () => {
    const head = sheet.addRow([...header]);
    head.font = { bold: true };
    head.commit();
    for await (const batch of batches)
      for (const row of batch) {
        const line = sheet.addRow(row.map((cell) => (isCents(cell) ? cell.cents / 100 : cell)));
        row.forEach((cell, index) => {
          if (isCents(cell)) line.getCell(index + 1).numFmt = "#,##0.00";
        });
        line.commit();
      }
    sheet.commit();
    await workbook.commit();
  };
  fill().catch((error: unknown) => output.destroy(error as Error));
  return output;
}

function isCents(cell: Written | undefined): cell is { readonly cents: number } {
  return typeof cell === "object" && cell !== null;
}
