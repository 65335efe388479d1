/** First outcomes, before any integer search: the ranking, and the relaxation rounded. */
import { sumsOf } from "../problem/evaluate.js";
import type { Problem } from "../problem/problem.js";
import { RowWatch } from "../problem/row-watch.js";
import { selectionOf, walk } from "../ranking/walk.js";
import type { Verdict } from "./regret.js";

/** Applications looked at beyond those the relaxation settled; later ones hardly ever fit. */
const MOST_TRIED = 3000;

/** The outcome of the ranking; feasible when it happens to meet the limits a ranking cannot honour. */
export function rankingStart(problem: Problem): readonly number[] {
  return selectionOf(walk(problem));
}

/**
 * The relaxation rounded: what it awards whole, then in order of doubt every choice that breaks no row that held.
 * Whether minimum limits are met in the end is for the caller to check.
 */
export function roundedStart(problem: Problem, verdict: Verdict, parts: Float64Array): readonly number[] {
  const selection = [...verdict.given].filter((choice) => choice >= 0);
  const watch = new RowWatch(problem, sumsOf(problem, selection));
  const undecided = verdict.order.filter((i) => verdict.given[i] === -1).slice(0, MOST_TRIED);
  const taken = new Set<number>();
  // Twice: an application that needs a later one fits only once that one is in.
  for (let pass = 0; pass < 2; pass += 1) {
    for (const i of undecided) {
      if (taken.has(i)) continue;
      const choice = choicesToTry(problem, parts, i).find((j) => !watch.breaksByMoving(j, 1));
      if (choice === undefined) continue;
      taken.add(i);
      selection.push(choice);
      watch.move(choice, 1);
    }
  }
  return selection;
}

/** Choices of an application that may be worth taking, the likeliest first. */
function choicesToTry(problem: Problem, parts: Float64Array, application: number): readonly number[] {
  const { blocks, choices } = problem;
  const own: number[] = [];
  for (let j = blocks[application]!; j < blocks[application + 1]!; j += 1)
    if (parts[j]! > 0 || choices[j]!.score > 0) own.push(j);
  return own.sort((a, b) => parts[b]! - parts[a]! || choices[b]!.score - choices[a]!.score || a - b);
}
