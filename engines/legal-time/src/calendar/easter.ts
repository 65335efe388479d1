import { type Day, dayOf, LegalTimeError } from "./day.js";

/**
 * Easter Sunday in the Gregorian calendar, by the computus of Gauss as completed by Lichtenberg (1997).
 * @param year 1583 to 9999
 */
export function easterSunday(year: number): Day {
  if (!Number.isInteger(year) || year < 1583 || year > 9999)
    throw new LegalTimeError(`Easter is computed for the years 1583 to 9999, not for ${year}`);
  const century = Math.floor(year / 100);
  const moonShift = 15 + Math.floor((3 * century + 3) / 4) - Math.floor((8 * century + 13) / 25);
  const sunShift = 2 - Math.floor((3 * century + 3) / 4);
  const lunarYear = year % 19;
  const seed = (19 * lunarYear + moonShift) % 30;
  const correction = Math.floor((seed + Math.floor(lunarYear / 11)) / 29);
  const fullMoon = 21 + seed - correction;
  const firstSunday = 7 - ((year + Math.floor(year / 4) + sunShift) % 7);
  const distance = 7 - ((fullMoon - firstSunday) % 7);
  // A number of a day in March; beyond 31 it runs on into April.
  const marchFirst = Math.round(Date.UTC(year, 2, 1) / 86_400_000);
  return dayOf(marchFirst + fullMoon + distance - 1);
}
