/** Runs the command as a user does: a process of its own. */
import { spawn } from "node:child_process";
import { resolve } from "node:path";

/** The program behind the command. */
export const bin = resolve(import.meta.dirname, "../bin/voorsprong.mjs");

/** How a command ended and what it printed. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `voorsprong` with these arguments; `input` goes to standard input. */
export function voorsprong(args: readonly string[], input: string | Buffer = ""): Promise<Run> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [bin, ...args], { env: { ...process.env, VOORSPRONG_LANG: "en" } });
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    child.on("error", failed);
    child.on("close", (code) => done({ code, out, err }));
    child.stdin.on("error", () => {}); // A command that does not read closes the pipe.
    child.stdin.end(input);
  });
}
