/** Moments in Dutch legal time, as a call announces them. */
import * as z from "zod";
import type { Moment } from "../vocabulary.js";

const ZONE = "Europe/Amsterdam";
const WRITTEN = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})$/;
const HINT =
  "a moment in Dutch time as `2027-01-15 09:00`, that exists and occurs once (not in the hour in which the clock is changed)";

const wallClock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

const HOUR = 3_600_000;

/**
 * Reads `2027-01-15 09:00` as a moment in Europe/Amsterdam. Null when it is not a date and time, and when the clock
 * skips it or passes it twice at a change between winter and summer time: a deadline must be one moment.
 */
export function parseMoment(written: string): Moment | null {
  const match = WRITTEN.exec(written);
  if (match === null) return null;
  const local = `${match[1]}T${match[2]}`;
  const asUtc = Date.parse(`${local}:00.000Z`);
  if (Number.isNaN(asUtc) || !new Date(asUtc).toISOString().startsWith(local)) return null;
  // Dutch legal time is one or two hours ahead of UTC (Wet tot nadere regeling van de wettelijke tijd; EU 2000/84).
  const instants = [1, 2]
    .map((hours) => asUtc - hours * HOUR)
    .filter((instant) => wallClock.format(instant) === local.replace("T", " "));
  if (instants.length !== 1) return null;
  return { local, zone: ZONE, instant: new Date(instants[0]!).toISOString() };
}

/** A moment in Dutch legal time. */
export const moment = z
  .string({ error: HINT })
  .regex(WRITTEN, { error: HINT, abort: true })
  .transform((written, context): Moment => {
    const value = parseMoment(written);
    if (value !== null) return value;
    context.addIssue({ code: "custom", message: HINT, input: written });
    return z.NEVER;
  })
  .meta({ id: "Moment", description: "A date and time in the Netherlands: `2027-01-15 09:00`." });
