/** The encoding and the separator of a CSV file, which the file does not state. */
import type { Separator, TextEncoding } from "./source.js";

/**
 * The encoding of bytes: a byte order mark decides; else UTF-8 where the bytes are valid UTF-8; else Windows-1252,
 * which is what Excel in Western Europe saves as "CSV".
 */
export function encodingOf(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
}

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const step = 1024 * 1024;
  try {
    for (let start = 0; start < bytes.length; start += step)
      decoder.decode(bytes.subarray(start, start + step), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** The text of bytes in pieces, without a byte order mark, so that a large file is never in memory twice. */
export function* textOf(bytes: Uint8Array, encoding: TextEncoding): Generator<string> {
  const decoder = new TextDecoder(encoding);
  const step = 256 * 1024;
  for (let start = 0; start < bytes.length; start += step)
    yield decoder.decode(bytes.subarray(start, start + step), { stream: true });
  yield decoder.decode();
}

const separators: readonly Separator[] = [";", ",", "\t"];

/** The separator that stands most often in the first line outside quotes; a semicolon where none does. */
export function separatorOf(start: string): Separator {
  const counts = new Map<string, number>(separators.map((each) => [each, 0]));
  let quoted = false;
  for (const character of start) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === "\n" || character === "\r")) break;
    else if (!quoted && counts.has(character)) counts.set(character, counts.get(character)! + 1);
  }
  return separators.reduce((best, each) => (counts.get(each)! > counts.get(best)! ? each : best));
}
