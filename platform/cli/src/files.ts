/** Reading and writing files for commands; `-` is standard input or output. */
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { text } from "node:stream/consumers";
import { UnusableInput } from "./failure.js";

/** How a file is named in messages. */
export function nameOf(path: string): string {
  return path === "-" ? "standard input" : path;
}

/**
 * The text of a file, or of standard input for `-`, without a byte order mark.
 *
 * @throws UnusableInput when it cannot be read or is not UTF-8.
 */
export async function readText(path: string): Promise<string> {
  const bytes = path === "-" ? await readStandardInput() : await readBytes(path);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UnusableInput(`${nameOf(path)}: is not UTF-8 text; save it as UTF-8 and try again`);
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  return new TextEncoder().encode(await text(process.stdin));
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new UnusableInput(`${path}: ${reasonOf(cause)}`);
  }
}

/**
 * Writes a file whole or not at all: beside its place first, then moved there.
 *
 * @throws UnusableInput when it cannot be written.
 */
export async function writeWhole(path: string, content: string): Promise<void> {
  if (path === "-") {
    process.stdout.write(content);
    return;
  }
  const beside = `${path}.${process.pid}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(beside, content);
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true });
    throw new UnusableInput(`${path}: cannot be written: ${reasonOf(cause)}`);
  }
}

function reasonOf(cause: unknown): string {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === "ENOENT") return "does not exist";
  if (code === "EISDIR") return "is a folder, a file is needed";
  if (code === "EACCES") return "may not be opened (permissions)";
  return cause instanceof Error ? cause.message : String(cause);
}
