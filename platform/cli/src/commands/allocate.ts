/** `voorsprong allocate FILE`: decides a round. */
import { performance } from "node:perf_hooks";
import { canonicalText, type Decision, obstacleTo, type Rule, summarise } from "@voorsprong/allocation";
import { decideInWorker, Refusal, ThreadFailure, ThreadTimeout } from "@voorsprong/instruments";
import { UnusableInput } from "../failure.js";
import { destination, nameOf } from "../files.js";
import type { Format } from "../formats.js";
import { languageOf } from "../language.js";
import { complain, print } from "../print.js";
import { refuseSameFile } from "../same-file.js";
import { describeDecision } from "./describe-decision.js";
import {
  checkExplainable,
  describeExplaining,
  type ExplainRequest,
  explainDecision,
} from "./explain-decision.js";
import { readRound } from "./read-round.js";

/** Options as the command line gives them. */
export interface AllocateOptions extends ExplainRequest {
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
  const toStandardOutput = [
    ...(options.json ? ["--json"] : []),
    ...(options.out === "-" ? ["--out -"] : []),
    ...(options.explainOut === "-" ? ["--explain-out -"] : []),
  ];
  if (toStandardOutput.length > 1)
    throw new UnusableInput(
      `allocate: ${toStandardOutput.join(" and ")} would both write to standard output; give ${toStandardOutput[1]!.replace(" -", "")} a file`,
    );
  await refuseSameFile(
    "allocate",
    [{ as: "FILE", path: file }],
    [
      { as: "--out", path: options.out },
      { as: "--explain-out", path: options.explainOut },
    ],
  );
  const begin = performance.now();
  const round = await readRound(file, options.format, options.instance);
  const obstacle = obstacleTo(round, options.rule);
  if (obstacle !== null) throw new UnusableInput(`${nameOf(file)}: ${obstacle.message}`);
  checkExplainable(round, options.rule, options);
  const write = options.out === undefined ? undefined : await destination(options.out);
  const writeExplanation =
    options.explainOut === undefined ? undefined : await destination(options.explainOut);
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
  const language = languageOf(options.lang);
  const forPeople = toStandardOutput.length === 0;
  if (forPeople) print(...describeDecision(decision, language, { seconds, out: options.out }));
  const asked = options.explain ?? (writeExplanation === undefined ? undefined : true);
  const explained = asked === undefined ? null : await explainDecision(decision, asked, language);
  if (explained?.document) await writeExplanation?.(explained.document.text);
  if (forPeople && explained !== null)
    print(...explained.lines, ...describeExplaining(explained, language, options.explainOut));
  if (options.json) {
    const explanation = explained === null ? {} : { explanation: explained.figures };
    console.log(JSON.stringify({ ...summarise(decision), seconds, ...explanation }));
  }
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
