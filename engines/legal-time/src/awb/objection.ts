/** Objection: the term for filing it (Awb 6:7 to 6:9) and for deciding on it (Awb 7:10). */
import { addDays, type Day } from "../calendar/day.js";
import type { LegalCalendar } from "../calendar/holidays.js";
import { type Term, term } from "../term.js";
import type { Assumption } from "../text.js";
import { type Suspension, suspendedDays } from "./suspension.js";

/** Six weeks from the day after the decision was sent (Awb 6:7, 6:8(1), 3:41). */
export function objectionTerm(sentOn: Day, calendar?: LegalCalendar): Term {
  return term(
    sentOn,
    { count: 6, unit: "weeks" },
    { article: "Awb 6:7, 6:8", ...(calendar === undefined ? {} : { calendar }) },
  );
}

/**
 * Whether an objection was filed in time: received before the term is over, or sent by post before that and received
 * within a week after it (Awb 6:9).
 * @param postedOn the day of posting; null when it did not come by post
 */
export function isTimelyObjection(
  { ends }: Pick<Term, "ends">,
  receivedOn: Day,
  postedOn: Day | null = null,
): boolean {
  if (receivedOn <= ends) return true;
  return postedOn !== null && postedOn <= ends && receivedOn <= addDays(ends, 7);
}

/** The whole length counts for the question whether the term is extended on a day of rest. */
export const adjournmentAssumption: Assumption = {
  id: "adjournment",
  text: {
    nl: "Een verdaagde beslistermijn geldt als één termijn van de hele lengte. Is die langer dan twaalf weken, dan schuift zij niet op als zij in een weekend of op een feestdag eindigt; wij houden de vroegste datum aan.",
    en: "An adjourned term counts as one term of the whole length. When that is more than twelve weeks it does not move when it ends in a weekend or on a public holiday; we keep to the earliest date.",
  },
};

/** What the term for deciding on an objection is counted from. */
export interface ObjectionDecisionInput {
  /** The last day on which an objection could be filed, not the day it was. */
  readonly objectionsEnded: Day;
  /** Whether an independent committee advises (Awb 7:13): twelve weeks instead of six. */
  readonly committee: boolean;
  /** Adjourned by at most six weeks (Awb 7:10(3)). */
  readonly adjourned: boolean;
  /** Further adjournment to this day, agreed with those concerned (Awb 7:10(4)). */
  readonly agreedUntil?: Day | null;
  /** Completion of the objection (Awb 6:6, 7:10(2)). */
  readonly suspensions?: readonly Suspension[];
  readonly today: Day;
  readonly calendar?: LegalCalendar;
}

/** The last day on which the decision on an objection is in time. */
export function objectionDecisionTerm(
  input: ObjectionDecisionInput,
): Term & { readonly suspendedDays: number } {
  const { objectionsEnded, committee, adjourned, agreedUntil = null, suspensions = [] } = input;
  const days = suspendedDays(suspensions, input.today);
  const weeks = (committee ? 12 : 6) + (adjourned ? 6 : 0);
  const counted = term(
    objectionsEnded,
    { count: weeks, unit: "weeks" },
    {
      article: adjourned ? "Awb 7:10(1), (3)" : "Awb 7:10(1)",
      suspendedDays: days,
      suspensionArticle: "Awb 7:10(2)",
      ...(input.calendar === undefined ? {} : { calendar: input.calendar }),
    },
  );
  if (agreedUntil === null || agreedUntil <= counted.ends) return { ...counted, suspendedDays: days };
  return {
    ...counted,
    ends: agreedUntil,
    suspendedDays: days,
    steps: [
      ...counted.steps,
      {
        text: {
          nl: `Met instemming van wie erbij betrokken is, is de termijn verlengd tot en met ${agreedUntil}.`,
          en: `With the consent of those concerned the term was lengthened to ${agreedUntil}.`,
        },
        article: "Awb 7:10(4)",
        day: agreedUntil,
      },
    ],
  };
}
