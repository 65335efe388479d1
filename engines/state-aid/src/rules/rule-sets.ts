import { isDate, monthsAfterMonthEnd } from "../model/calendar.js";
import type { Localised } from "../model/common.js";
import { StateAidInputError } from "../model/common.js";
import { dayWords, fill } from "../model/words.js";
import { GBER_2014_2023 } from "./gber-2014-2023am.js";
import type { RuleSet } from "./rule.js";

/** The sets that the product knows, oldest first. The successor of the GBER is added here once it is adopted. */
export const RULE_SETS: readonly RuleSet[] = [GBER_2014_2023];

/** Whether there are rules for a day of granting, and why. */
export type Standing =
  | { readonly state: "in-force"; readonly set: RuleSet; readonly text: Localised; readonly article: string }
  | {
      readonly state: "adjustment";
      readonly set: RuleSet;
      readonly text: Localised;
      readonly article: string;
    }
  | { readonly state: "none"; readonly set: null; readonly text: Localised; readonly article: string | null };

/** Last day of the adjustment period of a set. */
export function adjustmentEnd(set: RuleSet): string {
  return monthsAfterMonthEnd(set.validTo, set.adjustmentMonths);
}

/**
 * The rules for aid that is granted on a day. A call may name the set it was published under; without a name the set
 * that is in force counts.
 *
 * @param existingScheme whether the scheme was in use before the set expired: only then the adjustment period helps
 * @throws StateAidInputError when the day or the named set does not exist
 */
export function standingOn(
  day: string,
  options: {
    readonly named?: string | undefined;
    readonly existingScheme?: boolean | undefined;
    readonly sets?: readonly RuleSet[];
  } = {},
): Standing {
  if (!isDate(day)) throw new StateAidInputError(`"${day}" is not a day (YYYY-MM-DD).`);
  const sets = options.sets ?? RULE_SETS;
  const named = sets.filter((set) => options.named === undefined || set.id === options.named);
  if (named.length === 0)
    throw new StateAidInputError(`There is no set of state-aid rules "${options.named}".`);
  const current = named.findLast((set) => set.validFrom <= day && day <= set.validTo);
  if (current !== undefined) {
    const text = fill(TEXTS.inForce, { set: current.regulation, to: dayWords(current.validTo) });
    return { state: "in-force", set: current, text, article: "GBER Art. 58, 59" };
  }
  const last = named.findLast((set) => set.validTo < day);
  if (last === undefined)
    return { state: "none", set: null, text: fill(TEXTS.before, { day: dayWords(day) }), article: null };
  const end = adjustmentEnd(last);
  const values = {
    day: dayWords(day),
    end: dayWords(end),
    to: dayWords(last.validTo),
    set: last.regulation,
  };
  if (day <= end && options.existingScheme === true)
    return {
      state: "adjustment",
      set: last,
      text: fill(TEXTS.adjustment, values),
      article: last.adjustmentArticle,
    };
  const text = fill(day <= end ? TEXTS.newScheme : TEXTS.expired, values);
  return { state: "none", set: null, text, article: last.adjustmentArticle };
}

const TEXTS = {
  inForce: {
    nl: "Berekend naar {set}, geldig tot en met {to}.",
    en: "Computed by {set}, valid up to {to}.",
  },
  adjustment: {
    nl: "{set} vervalt op {to}. Voor een bestaande regeling geldt een aanpassingsperiode tot en met {end}; die is hier gebruikt.",
    en: "{set} expires on {to}. An existing scheme has an adjustment period up to {end}; it is used here.",
  },
  newScheme: {
    nl: "Op {day} is {set} vervallen (laatste dag {to}). De aanpassingsperiode tot en met {end} geldt alleen voor een regeling die al bestond. Er is dus geen bedrag te berekenen zonder de opvolger.",
    en: "On {day}, {set} has expired (last day {to}). The adjustment period up to {end} is only for a scheme that existed already. So no amount can be computed without the successor.",
  },
  expired: {
    nl: "Op {day} is {set} vervallen (laatste dag {to}) en ook de aanpassingsperiode is voorbij (laatste dag {end}). Er is geen bedrag te berekenen zonder de opvolger.",
    en: "On {day}, {set} has expired (last day {to}) and the adjustment period is over as well (last day {end}). No amount can be computed without the successor.",
  },
  before: {
    nl: "Voor {day} kent het systeem geen regels voor staatssteun. Er is dus geen bedrag te berekenen.",
    en: "There are no state-aid rules in the system for {day}. So no amount can be computed.",
  },
} as const;
