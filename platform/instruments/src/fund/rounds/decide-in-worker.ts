/**
 * Decides a round in a thread of its own, for the server and the command line alike. The engine keeps the time limit
 * as well as it can; this host makes sure: when the limit and a grace are over, it ends the thread and makes the
 * decision of the best outcome and bound that were reported until then.
 */
import type { Finding, Phase, Progress, Rule } from "@voorsprong/allocation";
import { runInThread, ThreadTimeout } from "../../kernel/thread.js";
import { type LocalisedTitles, titlesOf } from "./limits.js";
import type { DecidedRound, DecidingTask, KeptDraw } from "./tasks.js";
import type { JobView } from "./views.js";

/** How far deciding is. */
export interface DecideProgress {
  readonly phase: JobView["progress"]["phase"];
  /** Score units of the best outcome so far. */
  readonly objective: number | null;
  /** No outcome scores more than this, in score units. */
  readonly bound: number | null;
}

/** How a round is decided. */
export interface DecideOptions {
  readonly rule: Rule;
  /** The draw of a round that is drawn by the ledger; it is made before the round is decided. */
  readonly draw?: KeptDraw | null;
  /** Names for the limits in the figures; default as the round has them. */
  readonly titles?: LocalisedTitles;
  /** Seconds to search; from 1. */
  readonly timeLimitSeconds: number;
  /** Seconds after the limit in which comparison and explanations must be done. Default 60. */
  readonly graceSeconds?: number;
  /** JavaScript heap of the thread in MB, default 4,096; the solver's own memory, up to 2 GB, comes beside it. */
  readonly heapMegabytes?: number;
  /** Ends it; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: DecideProgress) => void;
}

/** Milliseconds in which the decision of what was found must be written, after a thread was ended. */
const assemblyTime = 120_000;

const decidingThread = new URL("./deciding-thread.js", import.meta.url);

const phases: Readonly<Record<Phase, DecideProgress["phase"]>> = {
  bound: "bound",
  search: "search",
  conflict: "search",
  explanation: "explain",
};

/**
 * Decides a round.
 *
 * @param document the canonical round as JSON text
 * @throws Refusal when the time was over and no outcome was known; ThreadTimeout when there was no time to write the
 * decision; ThreadFailure when the thread broke down; the signal's reason when aborted
 */
export async function decideInWorker(document: string, options: DecideOptions): Promise<DecidedRound> {
  const {
    rule,
    draw = null,
    titles = titlesOf(null),
    timeLimitSeconds,
    graceSeconds = 60,
    heapMegabytes,
    signal,
    onProgress,
  } = options;
  let last: Finding | null = null;
  onProgress?.({ phase: "reading", objective: null, bound: null });
  const task: DecidingTask = { kind: "decide", document, draw, rule, titles, timeLimitSeconds };
  try {
    return await runInThread<DecidedRound, Progress>(decidingThread, task, {
      milliseconds: (timeLimitSeconds + graceSeconds) * 1000,
      heapMegabytes,
      signal,
      onProgress({ phase, objective, bound, finding }) {
        last = finding;
        onProgress?.({ phase: phases[phase], objective, bound });
      },
    });
  } catch (error) {
    if (!(error instanceof ThreadTimeout)) throw error;
    const assemble: DecidingTask = { kind: "assemble", document, draw, rule, titles, finding: last };
    return await runInThread<DecidedRound>(decidingThread, assemble, {
      milliseconds: assemblyTime,
      heapMegabytes,
      signal,
    });
  }
}
