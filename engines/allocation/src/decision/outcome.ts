/** The outcome of a selection of choices, in the figures of the document. */
import type { DecidedOutcome } from "../model/decision.js";
import { awardsOf, brokenRows, limitFigures, scoreOf, spentOn, sumsOf } from "../problem/evaluate.js";
import type { Problem } from "../problem/problem.js";

/** What a selection awards, costs and breaks. */
export function outcomeOf(problem: Problem, selection: readonly number[]): DecidedOutcome {
  const sums = sumsOf(problem, selection);
  const awards = awardsOf(problem, selection);
  return {
    status: "decided",
    awards,
    objective: scoreOf(problem, selection),
    spent: spentOn(problem, awards),
    limits: limitFigures(problem, sums),
    breaches: brokenRows(problem, sums).map((row) => problem.rows[row]!.id),
  };
}
