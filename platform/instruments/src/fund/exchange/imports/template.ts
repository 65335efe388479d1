/** The file to fill in: a header, and in a workbook a second sheet that explains each column. */

import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import Excel from "exceljs";
import type { Column } from "../table/index.js";
import { writeCsv } from "../table/index.js";

/** An empty list with the names of the columns. */
export async function template(
  columns: readonly Column[],
  format: "csv" | "xlsx",
  sheetName: string,
): Promise<Buffer> {
  const header = columns.map(({ name }) => name);
  if (format === "csv") return buffer(Readable.from(writeCsv(header, none())));
  const book = new Excel.Workbook();
  const list = book.addWorksheet(sheetName.slice(0, 31));
  list.addRow(header).font = { bold: true };
  list.columns.forEach((column, index) => {
    column.width = Math.max(12, header[index]!.length + 2);
    // As text, so that a number of a trade register keeps its zeros; amounts and counts stay numbers.
    if (!["cents", "whole"].includes(columns[index]!.holds.kind)) column.numFmt = "@";
  });
  explain(book.addWorksheet("Uitleg - explanation"), columns);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function* none() {}

function explain(sheet: Excel.Worksheet, columns: readonly Column[]): void {
  sheet.addRow(["Kolom", "Betekenis", "Meaning", "Verplicht", "Inhoud", "Voorbeeld"]).font = { bold: true };
  for (const { name, title, required, holds, example } of columns)
    sheet.addRow([name, title.nl, title.en, required ? "ja" : "nee", contentOf(holds), example]);
  sheet.columns.forEach((column, index) => {
    column.width = [18, 32, 32, 10, 60, 28][index] ?? 20;
    column.numFmt = "@";
  });
}

function contentOf(holds: Column["holds"]): string {
  switch (holds.kind) {
    case "text":
      return `tekst van ten hoogste ${holds.longest} tekens`;
    case "digits":
      return `${holds.length} cijfers`;
    case "whole":
      return "heel getal";
    case "cents":
      return "bedrag in euro, bijvoorbeeld 1250,50";
    case "day":
      return "dag, bijvoorbeeld 2027-03-01 of 1-3-2027";
    case "moment":
      return "moment, bijvoorbeeld 2027-03-01T09:00:00+01:00, of een dag";
    case "choice":
      return holds.choices.join(", ");
  }
}
