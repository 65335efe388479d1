/**
 * Calendar days without a clock or a zone: ISO 8601 texts (`2027-03-29`), counted in the proleptic Gregorian calendar.
 */

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

/** What was given is not a day, a period or an instant that can be counted with. */
export class LegalTimeError extends Error {
  override readonly name = "LegalTimeError";
}

const millisecondsPerDay = 86_400_000;
const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Days since 1970-01-01; may be negative.
 * @throws LegalTimeError when the text is not an existing day
 */
export function dayNumber(day: Day): number {
  const match = shape.exec(day);
  if (match === null) throw new LegalTimeError(`"${day}" is not a day; write YYYY-MM-DD`);
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const number = numberOf(year, month, date);
  if (dayOf(number) !== day) throw new LegalTimeError(`"${day}" does not exist in the calendar`);
  return number;
}

/** The day a number of days after 1970-01-01. */
export function dayOf(number: number): Day {
  return new Date(number * millisecondsPerDay).toISOString().slice(0, 10);
}

/** Whether the text is an existing day. */
export function isDay(text: string): boolean {
  try {
    dayNumber(text);
    return true;
  } catch {
    return false;
  }
}

/** The day `count` days later; earlier when negative. */
export function addDays(day: Day, count: number): Day {
  return dayOf(dayNumber(day) + count);
}

/** How many days from one day to another: 1 from a day to the next. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * The day `count` months later with the same number in its month, or the last day of that month where it has no such
 * day: how a term in months or years ends (European Convention on the Calculation of Time-Limits, Basel 1972, art. 4).
 */
export function addMonths(day: Day, count: number): Day {
  dayNumber(day);
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const months = year * 12 + (month - 1) + count;
  const [inYear, inMonth] = [Math.floor(months / 12), (months % 12) + 1];
  const lastDate = new Date(Date.UTC(inYear, inMonth, 0)).getUTCDate();
  return dayOf(numberOf(inYear, inMonth, Math.min(date, lastDate)));
}

/** The day of the week: 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekday(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** The later of two days. */
export function latest(one: Day, other: Day): Day {
  return one >= other ? one : other;
}

function numberOf(year: number, month: number, date: number): number {
  return Math.round(Date.UTC(year, month - 1, date) / millisecondsPerDay);
}
