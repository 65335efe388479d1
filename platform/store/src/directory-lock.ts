/**
 * Keeps two processes from opening one PGlite directory, which would destroy it.
 *
 * The lock is a row of numbered files `lock-1`, `lock-2`, …; the highest says who holds the directory. Whoever finds
 * that one given back, or its process gone (for instance after kill -9), makes the next number, which the file system
 * lets only one do. The highest is never removed, so someone who looked long ago and acts late makes a lower number,
 * sees the higher one, and knows that it lost.
 *
 * Processes in different containers do not see each other: a directory belongs to one container.
 */
import { randomUUID } from "node:crypto";
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

/** Who holds a lock. */
interface Holder {
  readonly pid: number;
  /** What tells this process from another that later has its number; null where the system does not say. */
  readonly born: string | null;
}

const hasCode = (error: unknown, code: string) =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === code;

/**
 * When a process began, on Linux: the boot and the clock tick in it (proc(5), field 22 of `stat`).
 * @returns null where the process or the file system `/proc` is not there
 */
async function birthOf(pid: number): Promise<string | null> {
  try {
    const [boot, stat] = await Promise.all([
      readFile("/proc/sys/kernel/random/boot_id", "utf8"),
      readFile(`/proc/${pid}/stat`, "utf8"),
    ]);
    // The name of the program stands in brackets and may hold anything; the fields after it are counted from 3.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return `${boot.trim()}/${fields[22 - 3]}`;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not allowed to signal it: it is there, and another user's.
    return hasCode(error, "EPERM");
  }
}

async function stillHolds(holder: Holder): Promise<boolean> {
  return isAlive(holder.pid) && (holder.born === null || holder.born === (await birthOf(holder.pid)));
}

/** The highest lock number in a directory; 0 when there is none. */
async function highestLock(directory: string): Promise<number> {
  const numbers = (await readdir(directory)).flatMap((name) => /^lock-(\d+)$/.exec(name)?.[1] ?? []);
  return Math.max(0, ...numbers.map(Number));
}

/**
 * Looks whether the holder of a lock has given it back or is gone.
 * @throws Error that names the holder when it is neither
 */
async function refuseHeld(file: string): Promise<void> {
  let holder: Holder | null;
  try {
    holder = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    // Removed meanwhile: another process took a higher number, and making the next one will show it.
    if (hasCode(error, "ENOENT")) return;
    throw new Error(`the lock ${file} cannot be read; remove it if no Voorsprong uses this directory`, {
      cause: error,
    });
  }
  if (holder !== null && (await stillHolds(holder))) {
    throw new Error(
      `the data directory ${dirname(file)} is in use by process ${holder.pid}; stop that first, ` +
        "choose another directory with --data, or use PostgreSQL (DATABASE_URL) to share one database",
    );
  }
}

/** Makes a file that is complete the moment it is there; false when another process was faster. */
async function makeWhole(file: string, text: string): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, text);
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    // ENOENT: one that took a higher number has already tidied the draft away.
    if (hasCode(error, "EEXIST") || hasCode(error, "ENOENT")) return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Takes the number after `highest`; its file, or null when another was faster. */
async function takeNext(directory: string, highest: number, own: Holder): Promise<string | null> {
  const file = join(directory, `lock-${highest + 1}`);
  if (!(await makeWhole(file, JSON.stringify(own)))) return null;
  if ((await highestLock(directory)) === highest + 1) return file;
  await rm(file, { force: true });
  return null;
}

/** Removes the files of those who held the directory before. */
async function removeBefore(directory: string, number: number): Promise<void> {
  for (const name of await readdir(directory)) {
    const [, earlier] = /^lock-(\d+)(?:\.|$)/.exec(name) ?? [];
    if (earlier !== undefined && Number(earlier) < number) await rm(join(directory, name), { force: true });
  }
}

/**
 * Locks a data directory for this process; it is made when it is not there.
 *
 * @returns a function that gives the lock back
 * @throws Error when another process, or this one, has it open
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const path = resolve(directory);
  await mkdir(path, { recursive: true, mode: 0o700 });
  const own: Holder = { pid: process.pid, born: await birthOf(process.pid) };
  for (;;) {
    const highest = await highestLock(path);
    if (highest > 0) await refuseHeld(join(path, `lock-${highest}`));
    const taken = await takeNext(path, highest, own);
    if (taken === null) continue;
    await removeBefore(path, highest + 1);
    return async () => {
      const released = `${taken}.${randomUUID()}`;
      await writeFile(released, "null");
      await rename(released, taken);
    };
  }
}
