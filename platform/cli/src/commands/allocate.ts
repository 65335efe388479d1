/** `voorsprong allocate FILE`: decides a round. */
import { performance } from "node:perf_hooks";
import { canonicalText, type Decision, obstacleTo, type Rule, summarise } from "@voorsprong/allocation";
import { decideInWorker, Refusal, ThreadFailure, ThreadTimeout } from "@voorsprong/instruments";
import { UnusableInput } from "../failure.js";
import { destination, nameOf } from "../files.js";
import type { Format } from "../formats.js";
import { languageOf } from "../language.js";
import { complain, print } from "../print.js";
import { describeDecision } from "./describe-decision.js";
import { readRound } from "./read-round.js";

/** Options as the command line gives them. */
export interface AllocateOptions {
  readonly format?: Format;
  readonly rule: Rule;
  readonly instance?: number;
  /** Seconds. */
  readonly timeLimit: number;
  readonly out?: string;
  readonly json?: boolean;
  readonly lang?: string;
}

/**
 * Decides the round in a file, writes the decision where asked, prints the answer.
 *
 * @returns 0 when there is an outcome, 1 when no selection meets all limits or none was found in time
 * @throws UnusableInput when the file is not a round, or not one that the rule can decide
 */
export async function allocate(file: string, options: AllocateOptions): Promise<number> {
  if (options.json && options.out === "-")
    throw new UnusableInput(
      "allocate: --json and --out - would both write to standard output; give --out a file",
    );
  const begin = performance.now();
  const round = await readRound(file, options.format, options.instance);
  const obstacle = obstacleTo(round, options.rule);
  if (obstacle !== null) throw new UnusableInput(`${nameOf(file)}: ${obstacle.message}`);
  const write = options.out === undefined ? undefined : await destination(options.out);
  const decided = await decideInTime(canonicalText(round), file, options);
  const seconds = Math.round(performance.now() - begin) / 1000;
  if (decided === null) {
    const reason = `no outcome was found within ${options.timeLimit} seconds; give more with --time-limit`;
    complain(`${nameOf(file)}: ${reason}`);
    if (options.json) console.log(JSON.stringify({ ...nothing, seconds, reason }));
    return 1;
  }
  const { decision, document } = decided;
  await write?.(document);
  if (options.json) console.log(JSON.stringify({ ...summarise(decision), seconds }));
  else if (options.out !== "-")
    print(...describeDecision(decision, languageOf(options.lang), { seconds, out: options.out }));
  return decision.outcome.status === "decided" ? 0 : 1;
}

/** The answer when nothing was found and nothing is proven. */
const nothing = { objective: null, bound: null, proven: false, level: null, spent: 0, selected: [] };

/** The decision, or null when the time was over before any outcome was known. */
async function decideInTime(
  document: string,
  file: string,
  { rule, timeLimit }: AllocateOptions,
): Promise<{ decision: Decision; document: string } | null> {
  try {
    return await decideInWorker(document, { rule, timeLimitSeconds: timeLimit });
  } catch (error) {
    if (error instanceof ThreadTimeout || error instanceof Refusal) return null;
    if (error instanceof ThreadFailure) throw new UnusableInput(`${nameOf(file)}: ${error.message}`);
    throw error;
  }
}
