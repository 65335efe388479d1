/** A file that is still being written, which must not stay behind when the command is told to stop. */
import { rmSync } from "node:fs";
import { rm } from "node:fs/promises";

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/**
 * Does work on a file that is not whole yet. The file is removed when the work fails, and when the process is told to
 * stop, which it then does as it would have without this.
 */
export async function withPartialFile(path: string, work: () => Promise<void>): Promise<void> {
  const stop = (signal: NodeJS.Signals) => {
    rmSync(path, { force: true });
    for (const each of SIGNALS) process.removeListener(each, stop);
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    await work();
  } catch (cause) {
    await rm(path, { force: true });
    throw cause;
  } finally {
    for (const signal of SIGNALS) process.removeListener(signal, stop);
  }
}
