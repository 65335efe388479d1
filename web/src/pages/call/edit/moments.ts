/** Moments of a call as a date-and-time field shows them: Dutch time, whatever the reader's clock says. */

const wallClock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Amsterdam",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

/** `2027-01-15T09:00` for a moment with an offset; empty when it is no moment. */
export function localOf(moment: string): string {
  const time = Date.parse(moment);
  return Number.isNaN(time) ? "" : wallClock.format(time).replace(" ", "T");
}

/**
 * The moment with its offset for a local date and time, ISO 8601; what cannot be read comes back as it is. In the hour
 * that the clock passes twice the first one, in summer time, is meant.
 */
export function momentOf(local: string): string {
  for (const offset of ["+02:00", "+01:00"]) {
    const moment = `${local}:00${offset}`;
    if (localOf(moment) === local) return moment;
  }
  return local;
}
