/** What each rule gives on one round, from one pass over its lists. */
import { outcomeOf } from "../decision/outcome.js";
import type { Outcome } from "../model/decision.js";
import type { Rule } from "../model/round.js";
import type { Finding } from "../optimum/finding.js";
import { selectionFrom } from "../optimum/incumbent.js";
import { isFeasible, scoreOf } from "../problem/evaluate.js";
import type { Problem } from "../problem/problem.js";
import { WALKING_RULES, type WalkingRule } from "../ranking/order.js";
import { selectionOf, type Walk, walk } from "../ranking/walk.js";
import { obstacleTo } from "./possible.js";
import { proRata } from "./pro-rata.js";

/** The best that is known of a round: a feasible selection of choices, or that there is none. */
export type BestKnown =
  | { readonly selection: readonly number[]; readonly infeasible: null }
  | { readonly selection: null; readonly infeasible: NonNullable<Finding["infeasible"]> };

/** The walks of the rules that this round can be decided by. */
export function walksOf(problem: Problem): ReadonlyMap<WalkingRule, Walk> {
  const possible = WALKING_RULES.filter((rule) => obstacleTo(problem.round, rule) === null);
  return new Map(possible.map((rule) => [rule, walk(problem, rule)]));
}

/**
 * The best of what a search found, of what the walks give, and of awarding nothing: a search that was cut short may
 * know less than anyone sees in the lists. Null when no feasible selection is known, though nothing shows that there is none.
 *
 * @throws RangeError when the finding does not belong to this round
 */
export function bestKnown(
  problem: Problem,
  finding: Finding | null,
  walks: ReadonlyMap<WalkingRule, Walk>,
): BestKnown | null {
  const infeasible = finding?.infeasible ?? null;
  if (infeasible !== null && (infeasible.ray !== null || infeasible.tree !== null))
    return { selection: null, infeasible };
  const incumbent = finding?.incumbent ?? null;
  const found = incumbent === null ? null : selectionFrom(problem, incumbent);
  const selection = [[], ...[...walks.values()].map(selectionOf)]
    .filter((walked) => isFeasible(problem, walked))
    .reduce<readonly number[] | null>(
      (best, walked) => (best === null || scoreOf(problem, walked) > scoreOf(problem, best) ? walked : best),
      found,
    );
  if (selection !== null) return { selection, infeasible: null };
  return infeasible === null ? null : { selection: null, infeasible };
}

/** What a rule gives; null when it cannot decide this round, or nothing is known of the optimum. */
export function outcomeUnder(
  problem: Problem,
  rule: Rule,
  walks: ReadonlyMap<WalkingRule, Walk>,
  best: BestKnown | null,
): Outcome | null {
  if (rule === "pro-rata") return proRata(problem);
  if (rule !== "optimal") {
    const walked = walks.get(rule);
    return walked === undefined ? null : outcomeOf(problem, selectionOf(walked));
  }
  if (best === null) return null;
  return best.selection === null
    ? { status: "infeasible", conflict: best.infeasible.conflict }
    : outcomeOf(problem, best.selection);
}
