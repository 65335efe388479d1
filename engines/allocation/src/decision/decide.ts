/** Decides a round. */
import type { Decision } from "../model/decision.js";
import type { Round, Rule } from "../model/round.js";
import type { Progress } from "../optimum/finding.js";
import { searchOptimum } from "../optimum/search.js";
import { settleTies } from "../optimum/ties/settle-ties.js";
import { timerOf } from "../optimum/timer.js";
import { compile } from "../problem/compile.js";
import { parseRound } from "../reading/parse-round.js";
import { obstacleTo, RuleError } from "../rules/possible.js";
import { assemble } from "./assemble.js";

/** How to decide. */
export interface DecideOptions {
  /** The rule that was announced; the others become comparisons. */
  readonly rule: Rule;
  /** Seconds for the search of the optimum; default 60. A result found earlier is given earlier. */
  readonly timeLimit?: number;
  /**
   * Effort for each step of the tie-break, in nodes of the exact search; default 40,000, a second or two. With less the
   * outcome is the best found by then, and the document says that it is not proven.
   */
  readonly tieEffort?: number;
  /**
   * Whether the document explains every unfunded application, as a decision that is published must; default true. A
   * what-if, of which only the outcome is looked at, does without.
   */
  readonly explanations?: boolean;
  /** Called after each step and each better outcome; the last finding is enough for `assembleDecision`. */
  readonly onProgress?: (progress: Progress) => void;
  /** Stops before and after the search by throwing its reason. A running search cannot be stopped: use a worker. */
  readonly signal?: AbortSignal;
  /** Seconds since the start by the caller's clock. Without it the search counts its steps, 2,000 to a second. */
  readonly elapsed?: () => number;
}

const DEFAULT_SECONDS = 60;

/**
 * Decides a round by a rule and gives the complete decision document.
 *
 * The same round gives the same bytes, in whatever order its applications arrive, unless the time limit cut the search
 * short.
 *
 * @throws RuleError when the round cannot be decided by the rule
 * @throws UndecidedError under `optimal` when time was up before any outcome was found
 */
export async function decide(round: Round, options: DecideOptions): Promise<Decision> {
  const { rule, timeLimit = DEFAULT_SECONDS, onProgress, signal, elapsed } = options;
  const problem = compile(parseRound(round));
  const obstacle = obstacleTo(problem.round, rule);
  if (obstacle !== null) throw new RuleError(obstacle);
  let last: Progress | null = null;
  const timer = timerOf(timeLimit, elapsed);
  const found = await searchOptimum(problem, {
    timer,
    onProgress(progress) {
      last = progress;
      onProgress?.(progress);
    },
    breathe: () => breathe(signal),
  });
  await breathe(signal);
  const finding = settleTies(problem, found, () => timer.left() <= 0, options.tieEffort);
  if (last !== null) onProgress?.({ ...(last as Progress), phase: "explanation", finding });
  await breathe(signal);
  return assemble(problem, rule, finding, options.explanations ?? true);
}

/** Gives other work of the thread a turn, so that an abort can arrive, and throws when it did. */
export async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  signal?.throwIfAborted();
}
