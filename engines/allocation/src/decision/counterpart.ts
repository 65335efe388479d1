/** Which of the comparisons stands beside an outcome where there is room for one. */
import type { Comparison, Decision } from "../model/decision.js";

/** The ranking beside the optimum, and the optimum beside any other rule; null when the decision has none. */
export function counterpartOf({ rule, comparisons }: Decision): Comparison | null {
  const wanted = rule === "optimal" ? "ranking" : "optimal";
  return comparisons.find((comparison) => comparison.rule === wanted) ?? null;
}
