import { addDays } from "../model/calendar.js";
import { RULE_SETS } from "../rules/rule-sets.js";
import type { ApplicationTerms } from "./application-grant.js";

/** What the computation needs of a call (voorsprong-call/1). */
export interface CallTerms {
  readonly decisionWeeks: number;
  /** Cents. */
  readonly grant: { readonly minimum?: number; readonly maximum?: number };
}

/**
 * The terms of an application to a call. The grant is counted as given on the last day of the decision term, and the
 * scheme as existing from the day its call opened.
 *
 * @param days in Amsterdam: when the call opens and closes, and when the application was or now would be handed in
 */
export function termsOfCall(
  { decisionWeeks, grant: { minimum, maximum } }: CallTerms,
  days: { readonly opens: string; readonly closes: string; readonly applied: string },
): ApplicationTerms {
  return {
    grantingDay: addDays(days.closes, 7 * decisionWeeks),
    appliedOn: days.applied,
    existingScheme: days.opens <= RULE_SETS.at(-1)!.validTo,
    limits: { ...(maximum === undefined ? {} : { maximum }), ...(minimum === undefined ? {} : { minimum }) },
  };
}
