/** A second way to the same days: one day at a time, holidays from another computus. */
const step = (day: string, by = 1) =>
  new Date(Date.parse(`${day}T12:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);

/** Easter Sunday by the anonymous Gregorian algorithm (Meeus, Jones, Butcher). */
export function butcherEaster(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const date = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

export function naiveRest(day: string): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6) return true;
  const monthDay = day.slice(5);
  if (["01-01", "05-05", "12-25", "12-26"].includes(monthDay)) return true;
  // The 26th is a Saturday in the years King's Day moves, so a weekend either way.
  if (monthDay === "04-27") return true;
  const easter = butcherEaster(Number(day.slice(0, 4)));
  return [-2, 1, 39, 50].some((offset) => step(easter, offset) === day);
}

/** Walks on from the day after `from`, `length` days plus the suspension, then until the term may end. */
export function naiveEnd(from: string, length: number, suspended: number, extendable: boolean): string {
  let day = from;
  const days: string[] = [];
  for (let count = 0; count < length + suspended; count += 1) {
    day = step(day);
    days.push(day);
  }
  if (!extendable) return day;
  const enough = () => length < 3 || days.filter((each) => !naiveRest(each)).length >= 2;
  while (naiveRest(day) || !enough()) {
    day = step(day);
    days.push(day);
  }
  return day;
}
