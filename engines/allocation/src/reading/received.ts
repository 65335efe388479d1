/**
 * When an application was complete: a day, or a moment with an offset (RFC 3339, section 5.6; ISO 8601), as the rule
 * `first-come` compares them. Moments are brought to UTC, so that the same moment is the same text.
 */

/** A round counts days or moments, never both: of a day and a moment nobody can say which came first. */
export type ReceivedKind = "day" | "moment";

/** What a reader is told to write. */
export const RECEIVED_EXPECTED = "a day (2027-03-01) or a moment with an offset (2027-03-01T09:00:00+01:00)";

const MINUTE = 60_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/**
 * The canonical text: the day as it is written, or the moment in UTC with a fraction of seconds only where there is
 * one. Null when the text is neither, or names a day or hour that does not exist. Seconds go to nine decimals; a leap
 * second (`:60`) is refused, as no clock orders it.
 */
export function canonicalReceived(text: string): string | null {
  if (DAY.test(text)) return instantOf(text, "00:00:00") === null ? null : text;
  const match = MOMENT.exec(text);
  if (match === null) return null;
  const [, day, time, fraction = "", sign, hours = "0", minutes = "0"] = match;
  if (Number(hours) > 23 || Number(minutes) > 59) return null;
  const local = instantOf(day!, time!);
  if (local === null) return null;
  if (sign === undefined && fraction === "") return text;
  const offset = (Number(hours) * 60 + Number(minutes)) * MINUTE * (sign === "-" ? -1 : 1);
  const utc = new Date(local - offset).toISOString();
  const decimals = fraction.replace(/0+$/, "");
  // An offset can carry a moment out of the four-digit years, which ISO 8601 writes in another way.
  return DAY.test(utc.slice(0, 10)) ? `${utc.slice(0, 19)}${decimals === "" ? "" : `.${decimals}`}Z` : null;
}

/** Which of the two a canonical text is. */
export function receivedKind(received: string): ReceivedKind {
  return DAY.test(received) ? "day" : "moment";
}

/** What to compare as text for the order in time of canonical values of one kind. */
export function timeKey(received: string): string {
  // Without the Z a moment with a fraction comes after the same second without one, as it should.
  return received.endsWith("Z") ? received.slice(0, -1) : received;
}

/** Finds the place at which a list stops being of one kind. */
export class ReceivedKinds {
  #first: { readonly application: string; readonly kind: ReceivedKind } | null = null;

  /** What is wrong with this one beside those before it; null when nothing is. */
  mismatch(application: string, received: string): string | null {
    const kind = receivedKind(received);
    this.#first ??= { application, kind };
    if (this.#first.kind === kind) return null;
    return `is a ${kind}, while application "${this.#first.application}" has a ${this.#first.kind}; in one round all have the same kind`;
  }
}

/** Milliseconds since 1970 of a day and a time in UTC; null when there is no such day or time. */
function instantOf(day: string, time: string): number | null {
  const instant = Date.parse(`${day}T${time}Z`);
  // `Date.parse` lets 30 February run on into March, and 24:00 into the next day.
  return Number.isNaN(instant) || new Date(instant).toISOString() !== `${day}T${time}.000Z` ? null : instant;
}
