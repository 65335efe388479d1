/** A server as a process of its own, with its memory, that is stopped when the measurement ends. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";

/** Starts it; its output is shown only when it fails. */
export function startServer(command, args, { cwd, env }) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      output = (output + chunk).slice(-20_000);
    });
  const killed = () => child.kill("SIGKILL");
  process.once("exit", killed);
  child.on("exit", (code, signal) => {
    process.off("exit", killed);
    if (code !== 0 && signal !== "SIGTERM") console.error(output);
  });
  return {
    child,
    /** Resident memory now and at most, in MB; null outside Linux. */
    memory() {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
        const megabytes = (name) =>
          Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)[1]) / 1024);
        return { now: megabytes("VmRSS"), peak: megabytes("VmHWM") };
      } catch {
        return null;
      }
    },
    /** Processor seconds so far, of all its threads; null outside Linux. */
    processorSeconds() {
      try {
        const stat = readFileSync(`/proc/${child.pid}/stat`, "utf8");
        // Fields 14 and 15 of proc(5), counted from 3 after the name in brackets, in ticks of 1/100 s.
        const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        return (Number(fields[14 - 3]) + Number(fields[15 - 3])) / 100;
      } catch {
        return null;
      }
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}
