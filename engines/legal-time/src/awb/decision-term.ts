/** The term for deciding on an application (Awb 4:13, 4:14, 4:15). */
import { type Day, latest } from "../calendar/day.js";
import type { LegalCalendar } from "../calendar/holidays.js";
import { type Period, type Term, term } from "../term.js";
import { type Suspension, suspendedDays } from "./suspension.js";

/** The reasonable term where the scheme sets none: over in any case after eight weeks (Awb 4:13(2)). */
export const defaultDecisionPeriod: Period = { count: 8, unit: "weeks" };

/** What a decision term is counted from. */
export interface DecisionTermInput {
  /** The day the application was received. */
  readonly receivedOn: Day;
  /** The scheme's own term; eight weeks by default. */
  readonly period?: Period;
  readonly suspensions?: readonly Suspension[];
  /** The day by which a decision was promised in a notice of delay (Awb 4:14). */
  readonly noticedUntil?: Day | null;
  /** The day for which is asked; a suspension that still lasts is counted up to it. */
  readonly today: Day;
  readonly calendar?: LegalCalendar;
}

/** The last day on which the decision is in time, with the reasons. */
export function decisionTerm(input: DecisionTermInput): Term & { readonly suspendedDays: number } {
  const { receivedOn, period, suspensions = [], noticedUntil = null, today, calendar } = input;
  const days = suspendedDays(suspensions, today);
  const counted = term(receivedOn, period ?? defaultDecisionPeriod, {
    article: period === undefined ? "Awb 4:13(2)" : "Awb 4:13(1)",
    suspendedDays: days,
    ...(calendar === undefined ? {} : { calendar }),
  });
  if (noticedUntil === null || noticedUntil <= counted.ends) return { ...counted, suspendedDays: days };
  const ends = latest(counted.ends, noticedUntil);
  return {
    ...counted,
    ends,
    suspendedDays: days,
    steps: [
      ...counted.steps,
      {
        text: {
          nl: `De aanvrager is bericht dat het besluit er uiterlijk op ${ends} is.`,
          en: `The applicant was told that the decision will be there by ${ends}.`,
        },
        article: "Awb 4:14",
        day: ends,
      },
    ],
  };
}
