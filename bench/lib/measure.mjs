/** Runs a command as a whole process: wall time, peak memory and what it printed. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";

/** Peak resident memory of a process so far, in MB; null where the system does not tell (outside Linux). */
function peakMegabytes(pid) {
  try {
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  } catch {
    return null;
  }
}

/**
 * @param limit seconds after which the process is killed
 * @returns `{seconds, megabytes, output, killed}`
 */
export function measure(command, args, { limit, cwd } = {}) {
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    let megabytes = null;
    let killed = false;
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    const watch = setInterval(() => {
      megabytes = Math.max(megabytes ?? 0, peakMegabytes(child.pid) ?? 0) || null;
    }, 20);
    const timer =
      limit === undefined
        ? undefined
        : setTimeout(() => {
            killed = true;
            child.kill("SIGKILL");
          }, limit * 1000);
    child.on("error", reject);
    child.on("close", () => {
      clearInterval(watch);
      clearTimeout(timer);
      resolve({ seconds: (performance.now() - begin) / 1000, megabytes, output, killed });
    });
  });
}

/** Whether a command is on the PATH. */
export async function isThere(command) {
  try {
    await measure(command, ["--version"], { limit: 10 });
    return true;
  } catch {
    return false;
  }
}
