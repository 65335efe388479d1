/** The generally recognised public holidays of the Netherlands: Algemene termijnenwet, art. 3. */

import type { Assumption, Localised } from "../text.js";
import { addDays, type Day, dayNumber, LegalTimeError, weekday } from "./day.js";
import { easterSunday } from "./easter.js";

/** The first and the last year for which the list below is the law's. */
export const calendarYears = { first: 2014, last: 2199 } as const;

/** A public holiday. */
export interface Holiday {
  readonly day: Day;
  readonly name: Localised;
}

/** What the law's list leaves open. */
export interface LegalCalendar {
  /**
   * Days that a royal decree puts on a par with public holidays (Algemene termijnenwet, art. 3(3)), for instance the
   * day after Ascension Day in a given year.
   */
  readonly equalled: readonly Day[];
}

/** The law's own list and no decree. */
export const plainCalendar: LegalCalendar = { equalled: [] };

/** Why a date may differ from the one a court counts. */
export const equalledDaysAssumption: Assumption = {
  id: "equalled-days",
  text: {
    nl: "Dagen die een koninklijk besluit gelijkstelt met een feestdag (Algemene termijnenwet, artikel 3, derde lid) tellen alleen mee als ze zijn opgegeven; er zijn er nu geen opgegeven.",
    en: "Days that a royal decree equates with a public holiday (Algemene termijnenwet, article 3(3)) count only when they were entered; none are entered now.",
  },
};

/**
 * The holidays of a year in order, Good Friday among them (art. 3(2)) and without Easter Sunday and Whit Sunday, which
 * are Sundays already.
 * @throws LegalTimeError outside `calendarYears`
 */
export function publicHolidays(year: number): Holiday[] {
  if (!Number.isInteger(year) || year < calendarYears.first || year > calendarYears.last)
    throw new LegalTimeError(
      `public holidays are known from ${calendarYears.first} to ${calendarYears.last}, not for ${year}`,
    );
  const easter = easterSunday(year);
  return [
    { day: `${year}-01-01`, name: { nl: "Nieuwjaarsdag", en: "New Year's Day" } },
    { day: addDays(easter, -2), name: { nl: "Goede Vrijdag", en: "Good Friday" } },
    { day: addDays(easter, 1), name: { nl: "tweede Paasdag", en: "Easter Monday" } },
    { day: kingsDay(year), name: { nl: "Koningsdag", en: "King's Day" } },
    { day: `${year}-05-05`, name: { nl: "Bevrijdingsdag", en: "Liberation Day" } },
    { day: addDays(easter, 39), name: { nl: "Hemelvaartsdag", en: "Ascension Day" } },
    { day: addDays(easter, 50), name: { nl: "tweede Pinksterdag", en: "Whit Monday" } },
    { day: `${year}-12-25`, name: { nl: "eerste Kerstdag", en: "Christmas Day" } },
    { day: `${year}-12-26`, name: { nl: "tweede Kerstdag", en: "Boxing Day" } },
  ].sort((one, other) => (one.day < other.day ? -1 : 1));
}

/** The day on which the King's birthday is celebrated: 27 April, or the 26th when that is a Sunday. */
export function kingsDay(year: number): Day {
  const birthday = `${year}-04-27`;
  return weekday(birthday) === 7 ? `${year}-04-26` : birthday;
}

const holidaysByYear = new Map<number, ReadonlyMap<Day, Localised>>();

function holidaysOf(year: number): ReadonlyMap<Day, Localised> {
  let holidays = holidaysByYear.get(year);
  if (holidays === undefined) {
    holidays = new Map(publicHolidays(year).map(({ day, name }) => [day, name]));
    holidaysByYear.set(year, holidays);
  }
  return holidays;
}

const saturday: Localised = { nl: "een zaterdag", en: "a Saturday" };
const sunday: Localised = { nl: "een zondag", en: "a Sunday" };
const equalled: Localised = { nl: "een gelijkgestelde dag", en: "a day equated with a public holiday" };

/** Why a day is no working day; null when it is one. */
export function restDay(day: Day, calendar: LegalCalendar = plainCalendar): Localised | null {
  dayNumber(day);
  const inWeek = weekday(day);
  if (inWeek === 6) return saturday;
  if (inWeek === 7) return sunday;
  const holiday = holidaysOf(Number(day.slice(0, 4))).get(day);
  if (holiday !== undefined) return holiday;
  return calendar.equalled.includes(day) ? equalled : null;
}

/** Whether a day is neither a Saturday, a Sunday nor a public holiday. */
export function isWorkingDay(day: Day, calendar: LegalCalendar = plainCalendar): boolean {
  return restDay(day, calendar) === null;
}

/** The day itself when it is a working day, else the first one after it. */
export function workingDayFrom(day: Day, calendar: LegalCalendar = plainCalendar): Day {
  let at = day;
  while (!isWorkingDay(at, calendar)) at = addDays(at, 1);
  return at;
}

/**
 * The last of `count` working days that follow a day; the day itself does not count.
 * @param count 1 or more
 */
export function addWorkingDays(day: Day, count: number, calendar: LegalCalendar = plainCalendar): Day {
  if (!Number.isInteger(count) || count < 1)
    throw new LegalTimeError(`a number of working days is 1 or more, not ${count}`);
  let at = day;
  for (let counted = 0; counted < count; ) {
    at = addDays(at, 1);
    if (isWorkingDay(at, calendar)) counted += 1;
  }
  return at;
}
