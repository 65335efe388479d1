/** Refuses a command line that would write over what it reads, or write two documents into one file. */
import { fstatSync } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { UnusableInput } from "./failure.js";
import { nameOf } from "./files.js";

/** A file as the command line names it. */
export interface NamedFile {
  /** What it is on the command line, such as `FILE` or `--out`. */
  readonly as: string;
  /** Undefined where it is not given; `-` is standard input or output. */
  readonly path: string | undefined;
}

/**
 * Looks, before any work, whether an output is the same file as an input or as another output. Links do not hide it:
 * files that exist are compared by device and number, others by the real path of their folder.
 *
 * @throws UnusableInput naming both
 */
export async function refuseSameFile(
  command: string,
  inputs: readonly NamedFile[],
  outputs: readonly NamedFile[],
): Promise<void> {
  const seen = new Map<string, string>();
  for (const { as, path } of inputs) {
    const identity = path === "-" ? standardInput() : await identityOf(path);
    if (identity !== null) seen.set(identity, `${as} ${nameOf(path!)}`);
  }
  for (const { as, path } of outputs) {
    const identity = path === "-" ? null : await identityOf(path);
    if (identity === null) continue;
    const other = seen.get(identity);
    if (other !== undefined)
      throw new UnusableInput(
        `${command}: ${as} ${path} is the same file as ${other} and would be written over it; give ${as} another file`,
      );
    seen.set(identity, `${as} ${path}`);
  }
}

/** What makes a file the one it is; null for what is no regular file, as pipes and devices take any number of texts. */
async function identityOf(path: string | undefined): Promise<string | null> {
  if (path === undefined || path === "") return null;
  const there = await stat(path, { bigint: true }).catch(() => null);
  if (there !== null) return there.isFile() ? `${there.dev}/${there.ino}` : null;
  return nearestReal(resolve(path));
}

/** The path with every part that exists resolved. */
async function nearestReal(path: string): Promise<string> {
  const folder = dirname(path);
  if (folder === path) return path;
  return join(await realpath(folder).catch(() => nearestReal(folder)), basename(path));
}

function standardInput(): string | null {
  const there = fstatSync(0, { bigint: true });
  return there.isFile() ? `${there.dev}/${there.ino}` : null;
}
