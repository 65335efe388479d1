/** `voorsprong allocate FILE`: decides a round. */
import { performance } from "node:perf_hooks";
import { canonicalText, type Decision, type Rule, summarise } from "@voorsprong/allocation";
import { decideInWorker, ThreadFailure, ThreadTimeout } from "@voorsprong/instruments";
import { UnusableInput } from "../failure.js";
import { nameOf, writeWhole } from "../files.js";
import type { Format } from "../formats.js";
import { languageOf } from "../language.js";
import { describeDecision } from "./describe-decision.js";
import { readRound } from "./read-round.js";

/** Options as the command line gives them. */
export interface AllocateOptions {
  readonly format?: Format;
  readonly rule: Rule;
  readonly instance: number;
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
 * @throws UnusableInput when the file is not a round
 */
export async function allocate(file: string, options: AllocateOptions): Promise<number> {
  const begin = performance.now();
  const round = await readRound(file, options.format, options.instance);
  const { decision, document } = await decideInTime(canonicalText(round), file, options);
  if (options.out !== undefined) await writeWhole(options.out, document);
  const seconds = Math.round(performance.now() - begin) / 1000;
  if (options.json) console.log(JSON.stringify({ ...summarise(decision), seconds }));
  else if (options.out !== "-")
    for (const line of describeDecision(decision, languageOf(options.lang), { seconds, out: options.out }))
      console.log(line);
  return decision.outcome.status === "decided" ? 0 : 1;
}

async function decideInTime(
  document: string,
  file: string,
  { rule, timeLimit }: AllocateOptions,
): Promise<{ decision: Decision; document: string }> {
  try {
    return await decideInWorker(document, { rule, timeLimitSeconds: timeLimit });
  } catch (error) {
    if (error instanceof ThreadTimeout)
      throw new UnusableInput(
        `${nameOf(file)}: no outcome was found within ${timeLimit} seconds; give more with --time-limit`,
      );
    if (error instanceof ThreadFailure) throw new UnusableInput(`${nameOf(file)}: ${error.message}`);
    throw error;
  }
}
