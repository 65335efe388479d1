/** Times during which a term stands still (Awb 4:15, 7:10(2)). */
import { addDays, type Day, daysBetween } from "../calendar/day.js";
import type { Assumption } from "../text.js";

/** A run of days that do not count. */
export interface Suspension {
  readonly first: Day;
  /** The last day that does not count; null while it still lasts. */
  readonly last: Day | null;
}

export const suspensionAssumption: Assumption = {
  id: "suspension-days",
  text: {
    nl: "De termijn staat stil vanaf de dag na de uitnodiging om aan te vullen. De dag waarop de aanvulling binnenkomt telt weer mee; verstrijkt de gegeven tijd ongebruikt, dan telt de laatste dag daarvan niet mee (lezing van ‘tot de dag waarop’ in Awb 4:15).",
    en: "The term stands still from the day after the invitation to complete. The day on which the completion arrives counts again; when the time given passes unused, its last day does not count (our reading of Awb 4:15).",
  },
};

/** An invitation to complete what was filed (Awb 4:5, 6:6). */
export interface Invitation {
  readonly invitedOn: Day;
  /** The last day given for completing. */
  readonly until: Day;
  /** When it was completed; null when it was not (yet). */
  readonly completedOn: Day | null;
}

/**
 * The suspension an invitation brings; null when it brings no day.
 * @param today the day for which is asked: the suspension still lasts when nothing came and the time is not over
 */
export function suspensionOf({ invitedOn, until, completedOn }: Invitation, today: Day): Suspension | null {
  const first = addDays(invitedOn, 1);
  const over = completedOn === null ? until : completedOn <= until ? addDays(completedOn, -1) : until;
  if (over < first) return null;
  return { first, last: completedOn === null && today <= until ? null : over };
}

/** Whether one of them lasts on that day. */
export function isSuspended(suspensions: readonly Suspension[], day: Day): boolean {
  return suspensions.some(({ first, last }) => first <= day && (last === null || day <= last));
}

/**
 * How many days do not count; days that several suspensions share are counted once.
 * @param today up to where a suspension that still lasts is counted, that day included
 */
export function suspendedDays(suspensions: readonly Suspension[], today: Day): number {
  const runs = suspensions
    .map(({ first, last }) => ({ first, last: last ?? today }))
    .filter(({ first, last }) => first <= last)
    .sort((one, other) => (one.first < other.first ? -1 : 1));
  let days = 0;
  let counted: Day | null = null;
  for (const { first, last } of runs) {
    const from: Day = counted !== null && counted >= first ? addDays(counted, 1) : first;
    if (from > last) continue;
    days += daysBetween(from, last) + 1;
    counted = last;
  }
  return days;
}
