/** What keeps an unfunded application from simply being added to the outcome. */
import type { Decision } from "../model/decision.js";
import { brokenRows, sumsOf } from "../problem/evaluate.js";
import { triedChoices } from "../ranking/order.js";
import { publishedOf } from "../scenario/published.js";

/** A row that does not hold with the application added to the outcome. */
export interface InTheWay {
  readonly row: string;
  /** What a budget or limit holds in the outcome, and with the application, in units or applications; else null. */
  readonly figures: { readonly before: number; readonly after: number } | null;
}

/**
 * The rows that do not hold when an application's first choice (its full award; without one, the option the ranking
 * tries first) is added to the outcome, in order of the rows. Empty for a funded application and for one that fits.
 *
 * @throws RangeError when the round has no such application
 */
export function inTheWayOf(decision: Decision, application: string): readonly InTheWay[] {
  const published = publishedOf(decision);
  if (published === null) return [];
  const { problem, round, selection } = published;
  const index = round.applications.findIndex(({ id }) => id === application);
  if (index < 0) throw new RangeError(`the round has no application "${application}"`);
  if (selection.some((choice) => problem.choices[choice]!.application === index)) return [];
  const before = sumsOf(problem, selection);
  const after = sumsOf(problem, [...selection, triedChoices(problem, index)[0]!]);
  return brokenRows(problem, after).map((row) => {
    const { id, gauge } = problem.rows[row]!;
    const figures = gauge === null ? null : { before: before[gauge.value]!, after: after[gauge.value]! };
    return { row: id, figures };
  });
}
