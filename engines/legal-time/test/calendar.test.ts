import {
  addDays,
  addMonths,
  addWorkingDays,
  amsterdamDay,
  dayNumber,
  easterSunday,
  endOfDay,
  isWorkingDay,
  kingsDay,
  LegalTimeError,
  publicHolidays,
  restDay,
  startOfDay,
  weekday,
} from "@voorsprong/legal-time";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { butcherEaster, naiveRest } from "./support/naive.js";

const anyDay = fc
  .integer({ min: dayNumber("2014-01-01"), max: dayNumber("2120-12-31") })
  .map((number) => addDays("1970-01-01", number));

describe("days", () => {
  test("only existing days are days", () => {
    for (const wrong of ["2027-02-29", "2027-13-01", "2027-1-1", "27-01-01", "2027-00-10", ""])
      expect(() => dayNumber(wrong)).toThrow(LegalTimeError);
    expect(dayNumber("2028-02-29") - dayNumber("2028-02-28")).toBe(1);
  });

  test("a month ends on the same date, or on the last day of a shorter month", () => {
    expect(addMonths("2027-01-31", 1)).toBe("2027-02-28");
    expect(addMonths("2028-01-31", 1)).toBe("2028-02-29");
    expect(addMonths("2027-08-31", 6)).toBe("2028-02-29");
    expect(addMonths("2028-02-29", 60)).toBe("2033-02-28");
    expect(addMonths("2027-11-15", 3)).toBe("2028-02-15");
    expect(addMonths("2027-03-31", -1)).toBe("2027-02-28");
  });

  test("the week begins on Monday", () => {
    expect(weekday("2026-11-23")).toBe(1);
    expect(weekday("2026-11-29")).toBe(7);
    expect(weekday("1969-12-31")).toBe(3);
  });
});

describe("public holidays", () => {
  // Published calendars; 1818 is the earliest possible Easter, 2038 the latest, 1954, 1981 and 2049 the exceptions.
  test.each([
    [1818, "1818-03-22"],
    [1954, "1954-04-18"],
    [1981, "1981-04-19"],
    [2000, "2000-04-23"],
    [2008, "2008-03-23"],
    [2024, "2024-03-31"],
    [2025, "2025-04-20"],
    [2026, "2026-04-05"],
    [2027, "2027-03-28"],
    [2038, "2038-04-25"],
    [2049, "2049-04-18"],
  ])("Easter of %i falls on %s", (year, day) => {
    expect(easterSunday(year)).toBe(day);
  });

  test("Easter agrees with another computus in every year of the Gregorian calendar", () => {
    for (let year = 1583; year <= 9999; year += 1) expect(easterSunday(year)).toBe(butcherEaster(year));
  });

  test("King's Day moves to Saturday when the 27th is a Sunday", () => {
    expect([2014, 2024, 2025, 2026, 2031].map(kingsDay)).toEqual([
      "2014-04-26",
      "2024-04-27",
      "2025-04-26",
      "2026-04-27",
      "2031-04-26",
    ]);
  });

  test("the list of 2026 is the published one, Good Friday among them", () => {
    expect(publicHolidays(2026).map(({ day }) => day)).toEqual([
      "2026-01-01",
      "2026-04-03",
      "2026-04-06",
      "2026-04-27",
      "2026-05-05",
      "2026-05-14",
      "2026-05-25",
      "2026-12-25",
      "2026-12-26",
    ]);
  });

  test("a decree can add days", () => {
    expect(isWorkingDay("2026-05-15")).toBe(true);
    expect(restDay("2026-05-15", { equalled: ["2026-05-15"] })?.en).toBe(
      "a day equated with a public holiday",
    );
  });

  test("years outside the list are refused, not guessed", () => {
    expect(() => publicHolidays(2013)).toThrow("from 2014 to 2199");
  });

  test("working days agree with counting by hand", () => {
    fc.assert(fc.property(anyDay, (day) => isWorkingDay(day) === !naiveRest(day)));
  });

  test("twenty working days over Easter and King's Day", () => {
    // 2, 7–10, 13–17, 20–24, 28–30 April, 1 and 4 May: Good Friday, Easter Monday and King's Day are out.
    expect(addWorkingDays("2026-04-01", 20)).toBe("2026-05-04");
    expect(addWorkingDays("2026-05-04", 1)).toBe("2026-05-06");
  });
});

describe("Amsterdam", () => {
  test("the day changes at midnight there", () => {
    expect(amsterdamDay("2026-12-31T22:59:59Z")).toBe("2026-12-31");
    expect(amsterdamDay("2026-12-31T23:00:00Z")).toBe("2027-01-01");
    expect(amsterdamDay("2026-07-01T21:59:59.999Z")).toBe("2026-07-01");
    expect(amsterdamDay("2026-07-01T22:00:00Z")).toBe("2026-07-02");
    expect(() => amsterdamDay("2026-07-01T22:00:00")).toThrow("offset");
  });

  test("days have 23, 24 or 25 hours, by the European rule for summer time", () => {
    const lastSunday = (year: number, month: "03" | "10") => {
      let day = `${year}-${month}-31`;
      while (weekday(day) !== 7) day = addDays(day, -1);
      return day;
    };
    fc.assert(
      fc.property(anyDay, (day) => {
        const year = Number(day.slice(0, 4));
        const hours = day === lastSunday(year, "03") ? 23 : day === lastSunday(year, "10") ? 25 : 24;
        expect((endOfDay(day).getTime() - startOfDay(day).getTime()) / 3_600_000).toBe(hours);
        expect(amsterdamDay(startOfDay(day))).toBe(day);
        expect(amsterdamDay(new Date(startOfDay(day).getTime() - 1))).toBe(addDays(day, -1));
      }),
    );
    expect((endOfDay("2026-03-29").getTime() - startOfDay("2026-03-29").getTime()) / 3_600_000).toBe(23);
    expect((endOfDay("2026-10-25").getTime() - startOfDay("2026-10-25").getTime()) / 3_600_000).toBe(25);
  });
});
