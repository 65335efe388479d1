/**
 * How long a newcomer waits: `npm start` in a fresh clone until the product answers, and the second time.
 *
 *     npm run bench -- startup [--port 3900]
 *
 * The first figure includes installing the libraries and depends on the network and the package cache.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { printTable } from "./lib/table.mjs";

const { values } = parseArgs({ options: { port: { type: "string", default: "3900" } } });
const clone = join(mkdtempSync(join(tmpdir(), "startup-")), "voorsprong");

/** npm may end before what it started has; the next start must not meet it. */
async function stop(pid) {
  for (let signal = "SIGTERM"; ; signal = 0) {
    try {
      process.kill(-pid, signal);
    } catch {
      return;
    }
    await pause(50);
  }
}

async function untilReady() {
  const begin = performance.now();
  const child = spawn("npm", ["start", "--silent", "--", "--port", values.port], {
    cwd: clone,
    stdio: "ignore",
    detached: true,
  });
  try {
    for (;;) {
      if (child.exitCode !== null) throw new Error(`npm start ended with exit code ${child.exitCode}`);
      const answer = await fetch(`http://127.0.0.1:${values.port}/ready`).catch(() => null);
      if (answer?.ok) return (performance.now() - begin) / 1000;
      await pause(50);
    }
  } finally {
    await stop(child.pid);
  }
}

try {
  spawnSync("git", ["clone", "--quiet", resolve(import.meta.dirname, ".."), clone], { stdio: "inherit" });
  const rows = [["first, fresh clone", (await untilReady()).toFixed(1)]];
  for (const time of ["second", "third"]) rows.push([time, (await untilReady()).toFixed(1)]);
  printTable(["npm start", "seconds until ready"], rows);
} finally {
  rmSync(resolve(clone, ".."), { recursive: true });
}
