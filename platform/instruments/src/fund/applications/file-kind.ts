/** What kind of file it is, told by its content and not by its name. */
import { fromBuffer } from "yauzl";

/** The kinds that an application may hold. */
export const FILE_KINDS = {
  "application/pdf": "PDF",
  "image/png": "PNG",
  "image/jpeg": "JPEG",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "XLSX",
  "text/csv": "CSV",
} as const;
export type FileKind = keyof typeof FILE_KINDS;

/** The most a file may be, in bytes. */
export const MOST_FILE_BYTES = 10 * 1024 * 1024;

/** More names than this in a zip file are not read: no document needs them. */
const MOST_ENTRIES = 5_000;

const startsWith = (content: Uint8Array, bytes: readonly number[]) =>
  bytes.every((byte, at) => content[at] === byte);

/** The names in a zip file; null when it is none, or not one in order. */
async function namesInZip(content: Uint8Array): Promise<ReadonlySet<string> | null> {
  return new Promise((resolve) => {
    fromBuffer(Buffer.from(content), { lazyEntries: true }, (error, zip) => {
      if (error || zip.entryCount > MOST_ENTRIES) return resolve(null);
      const names = new Set<string>();
      zip.on("entry", (entry: { fileName: string }) => {
        names.add(entry.fileName);
        zip.readEntry();
      });
      zip.on("end", () => resolve(names));
      zip.on("error", () => resolve(null));
      zip.readEntry();
    });
  });
}

async function officeKind(content: Uint8Array): Promise<FileKind | null> {
  const names = await namesInZip(content);
  if (names === null || !names.has("[Content_Types].xml")) return null;
  // Macros run on the reader's computer; a document with them is refused whatever it is called.
  if ([...names].some((name) => name.toLowerCase().endsWith("vbaproject.bin"))) return null;
  if (names.has("word/document.xml"))
    return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  return names.has("xl/workbook.xml")
    ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    : null;
}

/** Whether the content is text in UTF-8 without control characters but tabs and line ends. */
function isText(content: Uint8Array): boolean {
  const isControl = (byte: number) => (byte < 0x20 && ![0x09, 0x0a, 0x0d].includes(byte)) || byte === 0x7f;
  if (content.some(isControl)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(content);
    return true;
  } catch {
    return false;
  }
}

/**
 * The kind of a file, or null when it is none that is accepted.
 * @param name tells only one text from another: CSV has no mark of its own
 */
export async function fileKindOf(content: Uint8Array, name: string): Promise<FileKind | null> {
  if (startsWith(content, [0x25, 0x50, 0x44, 0x46, 0x2d])) return "application/pdf";
  if (startsWith(content, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "image/png";
  if (startsWith(content, [0xff, 0xd8, 0xff])) return "image/jpeg";
  if (startsWith(content, [0x50, 0x4b])) return officeKind(content);
  return name.toLowerCase().endsWith(".csv") && isText(content) ? "text/csv" : null;
}
