/** Reading and writing files for commands; `-` is standard input or output. */
import { once } from "node:events";
import { chmod, mkdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { buffer } from "node:stream/consumers";
import { UnusableInput } from "./failure.js";
import { withPartialFile } from "./partial-file.js";
import { reasonOf } from "./reason.js";

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
  const bytes = path === "-" ? await buffer(process.stdin) : await readBytes(path);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UnusableInput(`${nameOf(path)}: is not UTF-8 text; save it as UTF-8 and try again`);
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new UnusableInput(`${path}: ${reasonOf(cause)}`);
  }
}

/** What is written: a text, or a long one in chunks. */
export type Content = string | Iterable<string>;

/** A place to write to that was looked at before the work began; writing comes when there is something to write. */
export type Destination = (content: Content) => Promise<void>;

/**
 * Looks whether a file can be written, so that no work is done in vain. The file is written whole or not at all:
 * beside its place first, then moved there. Links are followed, the mode of a file that is there is kept, and what
 * is no regular file (a pipe, a device) is written into and never replaced.
 *
 * @throws UnusableInput when it cannot be written
 */
export async function destination(path: string): Promise<Destination> {
  if (path === "-") return print;
  if (path === "") throw new UnusableInput("give the name of a file to write, or - for standard output");
  return refusing(path, async () => {
    await mkdir(dirname(path), { recursive: true });
    const there = await stat(path).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === "ENOENT") return null;
      throw cause;
    });
    if (there?.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    if (there !== null && !there.isFile()) return (content) => refusing(path, () => writeFile(path, content));
    const target = there === null ? path : await realpath(path);
    const beside = `${target}.${process.pid}.part`;
    await withPartialFile(beside, () => writeFile(beside, "").then(() => rm(beside)));
    return (content) => refusing(path, () => replace(target, beside, content, there?.mode));
  });
}

async function print(content: Content): Promise<void> {
  for (const chunk of typeof content === "string" ? [content] : content)
    if (!process.stdout.write(chunk)) await once(process.stdout, "drain");
}

async function replace(
  target: string,
  beside: string,
  content: Content,
  mode: number | undefined,
): Promise<void> {
  await withPartialFile(beside, async () => {
    await writeFile(beside, content);
    if (mode !== undefined) await chmod(beside, mode & 0o7777);
    await rename(beside, target);
  });
}

async function refusing<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    throw new UnusableInput(`${path}: cannot be written: ${reasonOf(cause)}`);
  }
}
