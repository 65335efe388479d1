/** The program of a thread that decides a round. */
import { performance } from "node:perf_hooks";
import {
  assembleDecision,
  canonicalText,
  decide,
  drawn,
  hashRound,
  type Progress,
  parseRound,
  type Round,
  RuleError,
  UndecidedError,
} from "@voorsprong/allocation";
import { Refusal } from "../../kernel/refusal.js";
import { serveTask } from "../../kernel/thread-task.js";
import { summariseDecision } from "./summarise-decision.js";
import type { DecidedRound, DecidingTask } from "./tasks.js";

type Report = (progress: Progress) => void;

await serveTask(async (task: DecidingTask, onProgress: Report): Promise<DecidedRound> => {
  try {
    const registered = parseRound(JSON.parse(task.document));
    const round = task.draw === null ? registered : drawn(registered, task.draw.secret, task.draw.entry);
    const decision = await decisionOf(round, task, onProgress);
    return {
      decision,
      document: canonicalText(decision),
      figures: summariseDecision(decision, task.titles),
      registeredHash: task.draw === null ? decision.roundHash : hashRound(registered),
    };
  } catch (error) {
    if (error instanceof UndecidedError || error instanceof RuleError)
      throw new Refusal("unusable", error.message);
    throw error;
  }
});

function decisionOf(round: Round, task: DecidingTask, onProgress: Report) {
  if (task.kind === "assemble") return assembleDecision(round, task.rule, task.finding);
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  return decide(round, { rule: task.rule, timeLimit: task.timeLimitSeconds, onProgress, elapsed });
}
