/** First outcomes, before any integer search: the ranking, and the relaxation rounded. */
import { leftSide, shift } from "../problem/evaluate.js";
import { fitOf, obstacles } from "../problem/fit.js";
import type { Problem } from "../problem/problem.js";
import { selectionOf, walk } from "../ranking/walk.js";
import type { Verdict } from "./regret.js";

/** The outcome of the ranking; feasible when it happens to meet the limits a ranking cannot honour. */
export function rankingStart(problem: Problem): readonly number[] {
  return selectionOf(walk(problem));
}

/**
 * The relaxation rounded: applications in order of their part, each its best choice that fits, while every share of
 * the awarded amount that held keeps holding; then whatever still adds score.
 */
export function roundedStart(problem: Problem, verdict: Verdict, parts: Float64Array): readonly number[] {
  const fit = fitOf(problem);
  const sums = new Float64Array(problem.vectors.length);
  const selection: number[] = [];
  const applications = problem.round.applications.map((_, i) => i);
  const part = (i: number) => {
    let sum = 0;
    for (let j = problem.blocks[i]!; j < problem.blocks[i + 1]!; j += 1) sum += parts[j]!;
    return sum;
  };
  const share = applications.map(part);
  const order = applications.sort(
    (a, b) => share[b]! - share[a]! || verdict.regret[b]! - verdict.regret[a]! || a - b,
  );
  const taken = new Set<number>();
  // Twice: an application that needs a later one fits only once that one is in.
  for (let round = 0; round < 2; round += 1) {
    for (const i of order) {
      if (taken.has(i)) continue;
      const own = Array.from(
        { length: problem.blocks[i + 1]! - problem.blocks[i]! },
        (_, k) => problem.blocks[i]! + k,
      )
        .filter((j) => parts[j]! > 0 || problem.choices[j]!.score > 0)
        .sort(
          (a, b) => parts[b]! - parts[a]! || problem.choices[b]!.score - problem.choices[a]!.score || a - b,
        );
      const choice = own.find(
        (j) => obstacles(problem, fit, sums, j).length === 0 && keepsShares(problem, sums, j),
      );
      if (choice === undefined) continue;
      taken.add(i);
      selection.push(choice);
      shift(problem, sums, choice, 1);
    }
  }
  return selection;
}

/** Whether no share of the awarded amount that holds is broken by one more choice. */
function keepsShares(problem: Problem, sums: Float64Array, choice: number): boolean {
  const rows = new Set<number>();
  const { starts, vectors } = problem.columns;
  for (let k = starts[choice]!; k < starts[choice + 1]!; k += 1)
    for (const r of problem.rowsOfVector[vectors[k]!]!)
      if (!problem.rows[r]!.walkable && problem.rows[r]!.terms.length > 1) rows.add(r);
  if (rows.size === 0) return true;
  const held = [...rows].filter((r) => leftSide(problem.rows[r]!, sums) <= problem.rows[r]!.rhs);
  shift(problem, sums, choice, 1);
  const keeps = held.every((r) => leftSide(problem.rows[r]!, sums) <= problem.rows[r]!.rhs);
  shift(problem, sums, choice, -1);
  return keeps;
}
