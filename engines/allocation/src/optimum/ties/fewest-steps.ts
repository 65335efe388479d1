/** Of all outcomes of one score one that begins the fewest steps of money, with its proof. */
import { type IntegerProgram, solve, type TreeCertificate } from "../../exact/index.js";
import type { Problem } from "../../problem/problem.js";
import type { Effort } from "./effort.js";
import { stepsBegun, withSpendingRow } from "./spending.js";

/** What is asked. */
export interface FewestStepsTask {
  readonly problem: Problem;
  /** Of the problem. */
  readonly program: IntegerProgram;
  /** Units per step, above 0. */
  readonly step: number;
  /** The score of the outcomes compared. */
  readonly target: number;
  /** A feasible selection of that score: 1 for chosen choices. */
  readonly start: Uint8Array;
}

/** The outcome with the fewest steps. */
export interface FewestSteps {
  readonly chosen: Uint8Array;
  readonly steps: number;
  readonly proven: boolean;
  /** Proves that no selection of the score begins fewer; null when that is not proven, or for 0 steps. */
  readonly tree: TreeCertificate | null;
}

/**
 * Halves the number of steps in doubt until none is left. The last search that finds nothing is the one with a step
 * less than the outcome, so its tree is the proof; it does not depend on the selection begun with.
 */
export function fewestSteps(
  { problem, program, step, target, start }: FewestStepsTask,
  effort: Effort,
): FewestSteps {
  let chosen = start;
  let high = stepsBegun(problem, start, step);
  let low = 0;
  /** No selection begins fewer, by `tree`. */
  let proven = 0;
  let tree: TreeCertificate | null = null;
  while (low < high && effort.left > 0) {
    const middle = Math.floor((low + high) / 2);
    const solved = solve(withSpendingRow(problem, program, middle * step), {
      target,
      enough: true,
      cuts: "auto",
      nodeLimit: effort.left,
      onProgress: () => effort.left > 0,
    });
    effort.spend(solved.nodes);
    if (solved.columns !== null) {
      chosen = chosenFrom(program, solved.columns);
      high = stepsBegun(problem, chosen, step);
      continue;
    }
    low = middle + 1;
    if (solved.status !== "none") continue;
    proven = low;
    tree = solved.certificate;
  }
  return proven === high
    ? { chosen, steps: high, proven: true, tree }
    : { chosen, steps: high, proven: false, tree: null };
}

function chosenFrom({ scores }: IntegerProgram, columns: Int32Array): Uint8Array {
  const chosen = new Uint8Array(scores.length);
  for (const column of columns) chosen[column] = 1;
  return chosen;
}
