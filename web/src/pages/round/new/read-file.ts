/** Reads a chosen file as text, within what the server takes. */

/** The largest upload the server takes, in bytes; see docs/operators.md. */
const LARGEST = 64 * 1024 * 1024;

/** A chosen file as text, or why it cannot be read. */
export type Chosen =
  | { readonly kind: "text"; readonly name: string; readonly text: string }
  | { readonly kind: "tooLarge" | "empty" | "unreadable"; readonly name: string };

/** The text of a file in UTF-8; other bytes are refused rather than guessed at. */
export async function readFile(file: File): Promise<Chosen> {
  const { name } = file;
  if (file.size === 0) return { kind: "empty", name };
  if (file.size > LARGEST) return { kind: "tooLarge", name };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    return { kind: "text", name, text };
  } catch {
    return { kind: "unreadable", name };
  }
}
