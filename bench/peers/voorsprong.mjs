/** This engine, through its command line: reading, deciding, proof, tie-break, comparisons and explanations included. */
import { join, resolve } from "node:path";
import { measure } from "../lib/measure.mjs";

const bin = resolve(import.meta.dirname, "../../platform/cli/bin/voorsprong.mjs");

/** Decides a round file; the decision document goes beside it. */
export async function decide(roundFile, seconds) {
  const out = join(roundFile, "..", "decision.json");
  const args = [
    bin,
    "allocate",
    roundFile,
    "--format",
    "json",
    "--time-limit",
    String(seconds),
    "--json",
    "--out",
    out,
  ];
  const run = await measure(process.execPath, args, { limit: seconds * 2 + 30 });
  const answer = JSON.parse(run.output.slice(run.output.indexOf("{")));
  return {
    ...run,
    objective: answer.objective,
    bound: answer.bound,
    claimed: answer.proven,
    level: answer.level,
    out,
  };
}

/** Checks a decision document; whole process. */
export function check(decisionFile) {
  return measure(process.execPath, [bin, "verify", decisionFile, "--json"]);
}
