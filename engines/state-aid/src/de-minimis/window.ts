import { addYears, isDate } from "../model/calendar.js";
import { StateAidInputError } from "../model/common.js";
import { sumOf } from "../model/exact.js";

/** Aid that was granted: the day on which the legal right was given, whatever the day of payment. In cents. */
export interface GrantedAid {
  readonly date: string;
  readonly cents: number;
}

/** The three years that end on a day: from the day after the same day three years before. */
export function windowOf(day: string): { readonly after: string; readonly to: string } {
  return { after: addYears(day, -3), to: day };
}

/** What was granted in the three years that end on a day. */
export function grantedIn(day: string, aid: readonly GrantedAid[]): number {
  const { after, to } = windowOf(day);
  return sumOf(aid.filter(({ date }) => after < date && date <= to).map(({ cents }) => cents));
}

/**
 * What may still be granted on a day under a ceiling for any three years: the smallest room of all windows of three
 * years that the day is in, so aid with a later day counts too. Never below zero.
 *
 * @throws StateAidInputError when an amount or day cannot be used
 */
export function roomOn(day: string, aid: readonly GrantedAid[], ceiling: number): number {
  for (const each of aid)
    if (!isDate(each.date) || !Number.isSafeInteger(each.cents) || each.cents < 0)
      throw new StateAidInputError(`Aid of ${each.cents} cents on "${each.date}" cannot be used.`);
  const ends = [
    day,
    ...aid.map(({ date }) => date).filter((date) => date > day && windowOf(date).after < day),
  ];
  return Math.max(0, Math.min(...ends.map((end) => ceiling - grantedIn(end, aid))));
}
