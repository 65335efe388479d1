/** Instants and the days of Europe/Amsterdam, the time of Dutch law (Wet tot nadere regeling van de wettelijke tijd). */
import { addDays, type Day, dayNumber, LegalTimeError } from "./day.js";

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Amsterdam",
  calendar: "gregory",
  numberingSystem: "latn",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/**
 * The day it is in Amsterdam at an instant.
 * @param instant a moment with an offset, or a Date
 */
export function amsterdamDay(instant: Date | string): Day {
  const { year, month, day } = wallClock(instantOf(instant));
  return `${year}-${month}-${day}`;
}

/** The first instant of a day in Amsterdam. */
export function startOfDay(day: Day): Date {
  const midnight = dayNumber(day) * 86_400_000;
  // Midnight there is 23:00 or 22:00 here; clocks never change at midnight.
  for (const hours of [1, 2]) {
    const guess = new Date(midnight - hours * 3_600_000);
    const { year, month, day: date, hour } = wallClock(guess);
    if (`${year}-${month}-${date}` === day && hour === "00") return guess;
  }
  throw new LegalTimeError(`the day ${day} has no midnight in Amsterdam`);
}

/** The first instant after a day in Amsterdam: what is received before it, is received in time. */
export function endOfDay(day: Day): Date {
  return startOfDay(addDays(day, 1));
}

function instantOf(instant: Date | string): Date {
  const date = typeof instant === "string" ? new Date(instant) : instant;
  if (Number.isNaN(date.getTime()) || (typeof instant === "string" && !/(Z|[+-]\d{2}:\d{2})$/.test(instant)))
    throw new LegalTimeError(`"${String(instant)}" is not an instant with an offset`);
  return date;
}

function wallClock(date: Date) {
  const parts = Object.fromEntries(clock.formatToParts(date).map(({ type, value }) => [type, value]));
  const { year, month, day, hour } = parts as Record<"year" | "month" | "day" | "hour", string>;
  return { year: year.padStart(4, "0"), month, day, hour };
}
