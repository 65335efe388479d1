/**
 * Keeps two processes from opening one PGlite directory, which would destroy it.
 *
 * The lock is a file that names its process. It is linked into place when it is complete, so nobody sees half of it.
 * The lock of a process that is no longer there, for instance after kill -9, is taken over.
 */
import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

/** Who holds a lock. */
interface Holder {
  readonly pid: number;
  /** What tells this process from another that later has its number; null where the system does not say. */
  readonly born: string | null;
  /** Tells two locks of one process apart. */
  readonly id: string;
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

async function readHolder(file: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Holder;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw new Error(`the lock file ${file} cannot be read; remove it if no Voorsprong uses this directory`, {
      cause: error,
    });
  }
}

/** Moves a dead lock out of the way; puts it back when another process has meanwhile replaced it by its own. */
async function removeDead(file: string, dead: Holder): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return;
    throw error;
  }
  if ((await readHolder(aside))?.id !== dead.id) await link(aside, file);
  await rm(aside);
}

/**
 * Locks a data directory for this process; it is made when it is not there.
 *
 * @returns a function that gives the lock back
 * @throws Error when another process, or this one, has it open
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const file = join(resolve(directory), "lock");
  const own: Holder = { pid: process.pid, born: await birthOf(process.pid), id: randomUUID() };
  const draft = `${file}.${own.id}`;
  await writeFile(draft, JSON.stringify(own));
  try {
    for (;;) {
      try {
        await link(draft, file);
        break;
      } catch (error) {
        if (!hasCode(error, "EEXIST")) throw error;
      }
      const holder = await readHolder(file);
      if (holder === null) continue;
      if (await stillHolds(holder)) {
        throw new Error(
          `the data directory ${resolve(directory)} is in use by process ${holder.pid}; stop that first, ` +
            "choose another directory with --data, or use PostgreSQL (DATABASE_URL) to share one database",
        );
      }
      await removeDead(file, holder);
    }
  } finally {
    await rm(draft);
  }
  return async () => {
    if ((await readHolder(file))?.id === own.id) await rm(file);
  };
}
