/** Terms after the decision: payment, settlement, recovery, withdrawal, publication. */
import { addMonths, type Day } from "../calendar/day.js";
import { addWorkingDays, type LegalCalendar } from "../calendar/holidays.js";
import { type Period, type Term, term } from "../term.js";
import type { Assumption } from "../text.js";

/** Payment within six weeks after the decision was sent, unless it says otherwise (Awb 4:87(1)). */
export const paymentPeriod: Period = { count: 6, unit: "weeks" };

/** The last day for paying what a decision sent on `sentOn` asks or gives. */
export function paymentTerm(sentOn: Day, period: Period = paymentPeriod, calendar?: LegalCalendar): Term {
  return term(sentOn, period, { article: "Awb 4:87(1)", ...(calendar === undefined ? {} : { calendar }) });
}

/** The last day for recovering what was paid unduly: five years after the settlement (Awb 4:57(4)). */
export function recoveryLimit(settledOn: Day): Term {
  return term(settledOn, { count: 5, unit: "years" }, { article: "Awb 4:57(4)" });
}

/**
 * The last day for withdrawing or changing a settlement: five years after it was made known, or after the act in breach
 * of an obligation (Awb 4:49(3)).
 */
export function settlementChangeLimit(from: Day): Term {
  return term(from, { count: 5, unit: "years" }, { article: "Awb 4:49(3)" });
}

export const publicationAssumption: Assumption = {
  id: "publication-terms",
  text: {
    nl: "De Europese termijnen voor openbaarmaking schuiven hier niet op als zij in een weekend of op een feestdag eindigen (Verordening 1182/71 zou dat toestaan); werkdagen volgen de Nederlandse feestdagen.",
    en: "The European terms for publication do not move here when they end in a weekend or on a public holiday (Regulation 1182/71 would allow it); working days follow the Dutch public holidays.",
  },
};

/** The last day for publishing individual aid: six months after granting (GBER art. 9(4)). */
export function aidPublicationLimit(grantedOn: Day): Day {
  return addMonths(grantedOn, 6);
}

/** The last day for entering de minimis aid in the central register: 20 working days (Regulation 2023/2831, art. 6). */
export function deMinimisRegisterLimit(grantedOn: Day, calendar?: LegalCalendar): Day {
  return addWorkingDays(grantedOn, 20, calendar);
}
