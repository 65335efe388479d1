/** Opens a file with a table, whichever of the formats it is. */
import { csvSource } from "./csv.js";
import { type Source, TableError, type TableLimits, tableLimits } from "./source.js";
import { xlsxSource } from "./xlsx.js";

/**
 * XLSX begins as every zip file does; anything else is taken for CSV.
 * @throws TableError when the file cannot be read as a table; also while its rows are read
 */
export async function openSource(bytes: Buffer, limits: TableLimits = tableLimits): Promise<Source> {
  if (bytes.length === 0) throw new TableError("Het bestand is leeg.", "The file is empty.");
  if (bytes.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004"))) return xlsxSource(bytes, limits);
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
    throw new TableError(
      "Dit is een Excelbestand van voor 2007, of het is beveiligd met een wachtwoord. Sla het op als .xlsx zonder wachtwoord en stuur het opnieuw.",
      "The file is an Excel file of before 2007, or is protected by a password. Save it as .xlsx without a password and send it again.",
    );
  return csvSource(bytes, limits);
}
