import {
  addDays,
  addMonths,
  knownInterestRates,
  LegalTimeError,
  statutoryInterest,
} from "@voorsprong/legal-time";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const flat = (basisPoints: number) => [{ from: "2000-01-01", basisPoints }];

/** A second way: a fraction that grows by one day at a time. */
function naive(
  cents: number,
  from: string,
  days: number,
  rates: readonly { from: string; basisPoints: number }[],
): number {
  const common = 10_000n * 365n * 366n;
  let base = BigInt(cents);
  let grown = 0n;
  let anniversary = 1;
  const fold = () => {
    base += (grown * 2n + common) / (2n * common);
    grown = 0n;
  };
  for (let count = 0; count < days; count += 1) {
    const day = addDays(from, count);
    if (day === addMonths(from, 12 * anniversary)) {
      fold();
      anniversary += 1;
    }
    const year = Number(day.slice(0, 4));
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    const rate = rates.filter((each) => each.from <= day).at(-1)!;
    grown += base * BigInt(rate.basisPoints) * (leap ? 365n : 366n);
  }
  fold();
  return Number(base) - cents;
}

describe("statutory interest", () => {
  test("a whole year is the yearly rate, in a leap year too", () => {
    const debt = { cents: 1_000_000, rates: knownInterestRates };
    expect(statutoryInterest({ ...debt, from: "2025-01-01", until: "2026-01-01" }).cents).toBe(60_000);
    expect(statutoryInterest({ ...debt, from: "2024-01-01", until: "2025-01-01" }).cents).toBe(70_000);
  });

  test("the rate changes within a year", () => {
    // 184/366 of 7% is 351.9126, 181/365 of 6% is 297.5342: together EUR 649.45.
    const interest = statutoryInterest({
      cents: 1_000_000,
      from: "2024-07-01",
      until: "2025-07-01",
      rates: knownInterestRates,
    });
    expect(interest.cents).toBe(64_945);
    expect(interest.steps.map(({ text }) => text.en)).toEqual([
      "From 2024-07-01 until 2025-01-01: 184/366 of 7% on EUR 10,000.00.",
      "From 2025-01-01 until 2025-07-01: 181/365 of 6% on EUR 10,000.00.",
    ]);
  });

  test("interest bears interest after each whole year", () => {
    const interest = statutoryInterest({
      cents: 100_000,
      from: "2025-01-01",
      until: "2027-01-01",
      rates: flat(1_000),
    });
    expect(interest.cents).toBe(21_000);
    expect(interest.steps[1]).toMatchObject({ article: "BW 6:119(2)", day: "2026-01-01" });
  });

  test("the first day counts and the day of payment does not", () => {
    const debt = { cents: 36_500_00, from: "2025-03-01", rates: flat(100) };
    expect(statutoryInterest({ ...debt, until: "2025-03-01" }).cents).toBe(0);
    expect(statutoryInterest({ ...debt, until: "2025-03-02" }).cents).toBe(100);
  });

  test("half a cent is rounded upwards", () => {
    expect(
      statutoryInterest({ cents: 1_825, from: "2025-03-01", until: "2025-03-02", rates: flat(1_000) }).cents,
    ).toBe(1);
    expect(
      statutoryInterest({ cents: 1_824, from: "2025-03-01", until: "2025-03-02", rates: flat(1_000) }).cents,
    ).toBe(0);
  });

  test("agrees with counting day by day, also far beyond a double's whole numbers", () => {
    const rates = knownInterestRates;
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: 0, max: 100_000_000 }), fc.integer({ min: 1e14, max: 5e14 })),
        fc.integer({ min: 0, max: 4_000 }),
        fc.integer({ min: 0, max: 2_500 }),
        (cents, start, days) => {
          const from = addDays("2015-01-01", start);
          expect(statutoryInterest({ cents, from, until: addDays(from, days), rates }).cents).toBe(
            naive(cents, from, days, rates),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  test("days without a rate and odd amounts are refused", () => {
    expect(() =>
      statutoryInterest({ cents: 1, from: "2014-12-31", until: "2015-02-01", rates: knownInterestRates }),
    ).toThrow(LegalTimeError);
    expect(() =>
      statutoryInterest({ cents: 1.5, from: "2025-01-01", until: "2025-02-01", rates: flat(100) }),
    ).toThrow("whole number of cents");
  });
});
