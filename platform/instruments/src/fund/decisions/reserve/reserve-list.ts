/** The reserve list: who comes next when money returns. Pure. */
import { type AmountsByBudget, addAmounts, type Outcome } from "../model.js";

/** One place on the list. */
export interface ReservePlace {
  readonly applicationId: string;
  readonly place: number;
}

/** Who is still on the list, in order: refused for the ceiling by the latest outcome, with a place. */
export function reserveList(outcomes: Iterable<Outcome>): ReservePlace[] {
  return [...outcomes]
    .flatMap(({ applicationId, reserve }) => (reserve === null ? [] : [{ applicationId, place: reserve }]))
    .sort((a, b) => a.place - b.place);
}

/**
 * What is free, by budget: the ceilings, less all awards that stand, plus what came back. Never below zero: a re-decision
 * may have gone over a ceiling.
 */
export function freeMoney(
  ceilings: AmountsByBudget,
  outcomes: Iterable<Outcome>,
  returned: readonly AmountsByBudget[],
): AmountsByBudget {
  let free = ceilings;
  for (const { amounts } of outcomes) free = addAmounts(free, amounts, -1);
  for (const amounts of returned) free = addAmounts(free, amounts);
  return Object.fromEntries(
    Object.keys(ceilings).map((budget) => [budget, Math.max(0, free[budget] ?? 0)] as const),
  );
}

/** What does not fit, by budget; empty when all fits. */
export function missing(wanted: AmountsByBudget, free: AmountsByBudget): AmountsByBudget {
  return Object.fromEntries(
    Object.entries(wanted)
      .map(([budget, cents]) => [budget, cents - (free[budget] ?? 0)] as const)
      .filter(([, cents]) => cents > 0),
  );
}
