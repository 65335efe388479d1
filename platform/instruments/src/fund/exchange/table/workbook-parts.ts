/**
 * The parts of an XLSX workbook (ECMA-376) that hold its first sheet, packed again in the order in which they are
 * needed. An XLSX file is a zip file, and a small zip file can unpack to more than a machine holds; so every part is
 * unpacked under a limit on what it may become, only known parts are taken, and only those the directory names.
 */
import { PassThrough, type Readable } from "node:stream";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { ZipFile as NewZipFile } from "yazl";
import { TableError, type TableLimits } from "./source.js";

/** Parts of a workbook that say how cells are to be read; they must come before the sheet. */
const preamble = ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml"];

const sheetPattern = /^xl\/worksheets\/sheet(\d+)\.xml$/;

/** The most parts a workbook may have; a large one with many sheets and pictures has some hundreds. */
const mostParts = 5_000;

/**
 * A stream of a zip file with the parts of the first sheet only.
 * @throws TableError when the bytes are no workbook, are protected by a password, or unpack to more than the limit
 */
export async function workbookParts(bytes: Buffer, limits: TableLimits): Promise<Readable> {
  const zip = await open(bytes);
  const entries = new Map<string, Entry>();
  let sheet: { readonly name: string; readonly number: number } | null = null;
  let unpacked = 0;
  for await (const entry of entriesOf(zip)) {
    if (entries.size >= mostParts)
      throw new TableError(
        "De werkmap heeft te veel onderdelen om te lezen.",
        "The workbook has too many parts to be read.",
      );
    entries.set(entry.fileName, entry);
    const number = Number(sheetPattern.exec(entry.fileName)?.[1] ?? Number.NaN);
    if (number < (sheet?.number ?? Number.POSITIVE_INFINITY)) sheet = { name: entry.fileName, number };
  }
  if (sheet === null || !entries.has("xl/workbook.xml")) throw noWorkbook();
  const wanted = [...preamble, sheet.name].flatMap((name) => entries.get(name) ?? []);
  for (const entry of wanted) unpacked += entry.uncompressedSize;
  if (unpacked > limits.unpackedBytes)
    throw new TableError(
      `De werkmap wordt uitgepakt ${megabytes(unpacked)} groot; er wordt ten hoogste ${megabytes(limits.unpackedBytes)} gelezen. Stuur hem in delen, of als CSV.`,
      `The workbook unpacks to ${megabytes(unpacked)}; at most ${megabytes(limits.unpackedBytes)} is read. Send it in parts, or as CSV.`,
    );
  for (const entry of wanted) await unpackWhole(zip, entry);
  return packed(zip, wanted);
}

/** Unpacks a part to nowhere: what is damaged or becomes larger than it said is found before anything reads it. */
async function unpackWhole(zip: ZipFile, entry: Entry): Promise<void> {
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const _piece of stream);
  } catch {
    throw new TableError(
      "De werkmap is beschadigd: een onderdeel kan niet worden uitgepakt. Sla hem opnieuw op en stuur hem.",
      "The workbook is damaged: a part of it cannot be unpacked. Save it again and send it.",
    );
  }
}

async function open(bytes: Buffer): Promise<ZipFile> {
  try {
    // Sizes are checked while unpacking: a part that becomes larger than the directory says ends the reading.
    return await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true, autoClose: false });
  } catch {
    throw noWorkbook();
  }
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted())
        throw new TableError(
          "De werkmap is beveiligd met een wachtwoord. Sla hem zonder wachtwoord op en stuur hem opnieuw.",
          "The workbook is protected by a password. Save it without one and send it again.",
        );
      yield entry;
    }
  } catch (error) {
    if (error instanceof TableError) throw error;
    throw new TableError(
      "De werkmap is beschadigd: de lijst van onderdelen is niet te lezen. Sla hem opnieuw op en stuur hem.",
      "The workbook is damaged: its list of parts cannot be read. Save it again and send it.",
    );
  }
}

/** Packs with the least effort, because the next reader only unpacks it; in a stream, so that it is never whole. */
function packed(zip: ZipFile, entries: readonly Entry[]): Readable {
  const file = new NewZipFile();
  for (const entry of entries)
    file.addReadStreamLazy(entry.fileName, { compressionLevel: 1 }, (pass) =>
      zip.openReadStream(entry, (error, stream) => pass(error, stream)),
    );
  file.end();
  return file.outputStream.pipe(new PassThrough());
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / (1024 * 1024))} MB`;
}

function noWorkbook(): TableError {
  return new TableError(
    "Het bestand is geen XLSX-werkmap. Sla het op als .xlsx of als CSV en stuur het opnieuw.",
    "The file is no XLSX workbook. Save it as .xlsx, or as CSV, and send it again.",
  );
}
