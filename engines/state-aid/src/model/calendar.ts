/** Calendar dates as `YYYY-MM-DD`; they compare as texts. Legal time is Europe/Amsterdam: callers give its date. */

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function written(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Whether a text is a date that exists. */
export function isDate(text: string): boolean {
  const parts = DATE.exec(text);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= lastDayOf(year, month);
}

/** The same day a number of years later (or earlier); 29 February becomes 28 February where there is none. */
export function addYears(date: string, years: number): string {
  const year = Number(date.slice(0, 4)) + years;
  const month = Number(date.slice(5, 7));
  return written(year, month, Math.min(Number(date.slice(8, 10)), lastDayOf(year, month)));
}

/** The same day a number of months later; the last day of the month where that day does not exist. */
export function addMonths(date: string, months: number): string {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  return written(year, month, Math.min(Number(date.slice(8, 10)), lastDayOf(year, month)));
}

/** The last day that is a number of months after the last day of a month. */
export function monthsAfterMonthEnd(date: string, months: number): string {
  const later = addMonths(`${date.slice(0, 8)}01`, months);
  const [year, month] = [Number(later.slice(0, 4)), Number(later.slice(5, 7))];
  return written(year, month, lastDayOf(year, month));
}

/** The day a number of days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
