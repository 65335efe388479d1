/** When applications were complete (docs/formats/round.md, "Canonical form"): days, or moments in UTC. */
import { refuse } from "./refusal.js";
import type { Application } from "./types.js";

const DAY = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;
const MOMENT =
  /^([0-9]{4}-[0-9]{2}-[0-9]{2})T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{0,8}[1-9])?Z$/;

/** Refuses a `received` that is no day or moment, is not in its one form, or is of another kind than the others. */
export function checkReceived(applications: readonly Application[], where: string): void {
  let first: string | undefined;
  for (const [i, { received }] of applications.entries()) {
    if (received === undefined) continue;
    const place = `${where}/${i}/received`;
    if (!isDay(received) && !isDay(MOMENT.exec(received)?.[1] ?? ""))
      refuse(
        place,
        `"${received}" is geen dag, en geen tijdstip in UTC zoals 2027-03-01T08:00:00Z.`,
        `"${received}" is not a day, nor a moment in UTC such as 2027-03-01T08:00:00Z.`,
      );
    first ??= received;
    if (DAY.test(received) !== DAY.test(first))
      refuse(
        place,
        "In een ronde staan overal dagen of overal tijdstippen.",
        "A round has days everywhere or moments everywhere.",
      );
  }
}

/** Whether a text is a day of the (Gregorian) calendar. */
function isDay(text: string): boolean {
  const found = DAY.exec(text);
  if (found === null) return false;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return month >= 1 && month <= 12 && day >= 1 && day <= days;
}

/**
 * What to compare as text for the order in time of values of one kind. Without the closing Z, which sorts after a point,
 * a moment without a fraction comes before those within its second.
 */
export function timeKey(received: string): string {
  return received.endsWith("Z") ? received.slice(0, -1) : received;
}
