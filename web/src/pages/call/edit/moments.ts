/** Moments of a call as a date-and-time field shows them: Dutch time, whatever the reader's clock says. */

const wallClock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Amsterdam",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

/** Day (`YYYY-MM-DD`) and time (`HH:MM`) of a moment; of what is no moment, the two halves as they were typed. */
export function partsOf(moment: string): { readonly day: string; readonly time: string } {
  const [day = "", time = ""] = (localOf(moment) || moment).split("T");
  return { day, time };
}

/** `2027-01-15T09:00` for a moment with an offset; empty when it is no moment. */
export function localOf(moment: string): string {
  // Without an offset it is what somebody is typing, and not a moment yet.
  const time = /(?:Z|[+-]\d{2}:\d{2})$/.test(moment) ? Date.parse(moment) : Number.NaN;
  return Number.isNaN(time) ? "" : wallClock.format(time).replace(" ", "T");
}

/**
 * The moment with its offset for a local day and time, ISO 8601; what cannot be read comes back as it is. In the hour
 * that the clock passes twice the first one, in summer time, is meant.
 */
export function momentOf(day: string, time: string): string {
  // 9:00 and 9.00 are read as 09:00.
  const clock = time.trim().replace(".", ":").padStart(5, "0");
  const local = `${day}T${clock}`;
  for (const offset of ["+02:00", "+01:00"]) {
    const moment = `${local}:00${offset}`;
    if (localOf(moment) === local) return moment;
  }
  return `${day}T${time}`;
}
