/** The penalty for deciding too late (dwangsom bij niet tijdig beslissen, Awb 4:17). */
import { addDays, type Day, daysBetween, latest } from "../calendar/day.js";
import type { Assumption, Step } from "../text.js";

/** Days in each step of the tariff and cents per day: together 42 days and EUR 1,442. */
const tariff = [
  { days: 14, cents: 2_300 },
  { days: 14, cents: 3_500 },
  { days: 14, cents: 4_500 },
] as const;

export const latePenaltyAssumption: Assumption = {
  id: "late-penalty",
  text: {
    nl: "De dwangsom loopt vanaf de vijftiende dag na de ingebrekestelling (of na het einde van de beslistermijn, als dat later is) en tot de dag waarop het besluit is verzonden. Bedragen: Awb 4:17, tweede lid. Uitzonderingen (Awb 4:17, zesde lid) beoordeelt een mens.",
    en: "The penalty runs from the fifteenth day after the notice of default (or after the end of the decision term when that is later) up to the day the decision was sent. Amounts: Awb 4:17(2). A person judges the exceptions (Awb 4:17(6)).",
  },
};

/** A penalty as far as it has grown. */
export interface LatePenalty {
  /** The first day for which it is due. */
  readonly firstDay: Day;
  /** How many days it has run: 0 to 42. */
  readonly days: number;
  /** 0 to 144,200. */
  readonly cents: number;
  readonly steps: readonly Step[];
}

/**
 * The penalty due by a day.
 *
 * @param termEnds the last day on which the decision was in time
 * @param noticeOn the day the written notice of default was received; a notice before the term is over does not count
 * @param until the day the decision was sent, or today when there is none: that day itself does not count
 * @returns null when the notice came too early
 */
export function latePenalty(termEnds: Day, noticeOn: Day, until: Day): LatePenalty | null {
  if (noticeOn <= termEnds) return null;
  const firstDay = addDays(latest(addDays(termEnds, 1), noticeOn), 15);
  const days = Math.max(0, Math.min(42, daysBetween(firstDay, until)));
  const steps: Step[] = [];
  let left = days;
  let cents = 0;
  for (const { days: most, cents: perDay } of tariff) {
    const counted = Math.min(left, most);
    if (counted === 0) break;
    left -= counted;
    cents += counted * perDay;
    const euros = perDay / 100;
    steps.push({
      text: {
        nl: `${counted} ${counted === 1 ? "dag" : "dagen"} van € ${euros}.`,
        en: `${counted} ${counted === 1 ? "day" : "days"} at EUR ${euros}.`,
      },
      article: "Awb 4:17(2)",
      cents: counted * perDay,
    });
  }
  return { firstDay, days, cents, steps };
}
