/** What an application weighs in a round: its score and its amounts. Pure. */
import type { ApplicationContent, CallDefinition } from "@voorsprong/call-form";
import type { Localised } from "../../../kernel/views.js";
import type { AmountsByBudget } from "../model.js";

/** A frozen score as a proposal uses it. */
export interface Weighed {
  /** Hundredths of a point. */
  readonly score: number;
  /** Whether it reaches every threshold of the call. */
  readonly passed: boolean;
  /** Which threshold it does not reach; empty texts where it passed. */
  readonly shortfall: Localised;
}

/** Points in hundredths where a call has no criteria: everyone weighs the same. */
const equalScore = 100;

/** The score of an application in its round, in hundredths of a point. */
export const scoreOf = (weighed: Weighed | undefined): number => weighed?.score ?? equalScore;

/**
 * What an application can get, in cents by budget: what it asks, held down to the most that one application can get
 * under the call and under state-aid law. What is held down comes off each budget in proportion, rounded down, and the rest off the last.
 */
export function grantable(
  call: CallDefinition,
  content: ApplicationContent,
  allowed: number | null = null,
): AmountsByBudget {
  const asked = Object.entries(content.requested ?? {})
    .map(([budget, cents]) => [budget, cents ?? 0] as const)
    .filter(([budget, cents]) => cents > 0 && call.budgets.some(({ id }) => id === budget));
  const total = asked.reduce((sum, [, cents]) => sum + cents, 0);
  const most = Math.min(call.grant.maximum ?? total, allowed ?? total);
  if (total <= most) return Object.fromEntries(asked);
  let left = most;
  return Object.fromEntries(
    asked.map(([budget, cents], at) => {
      const part = at === asked.length - 1 ? left : Number((BigInt(cents) * BigInt(most)) / BigInt(total));
      left -= part;
      return [budget, part];
    }),
  );
}
