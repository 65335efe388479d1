import {
  addDays,
  debtStatement,
  knownInterestRates,
  leastInterestCents,
  statutoryInterest,
} from "@voorsprong/legal-time";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const rates = [{ from: "2000-01-01", basisPoints: 365 }]; // EUR 0.01 a day on every EUR 100, in a year of 365 days
const debt = { cents: 10_000_00, from: "2025-01-01", rates };

describe("a debt on which payments come in", () => {
  test("a payment first pays the interest, then the debt, and interest runs on over the rest", () => {
    const statement = debtStatement({
      ...debt,
      until: "2025-03-12",
      payments: [{ day: "2025-02-10", cents: 5_040_00 }],
    });
    // 40 days of EUR 1.00; then 30 days of EUR 0.50 on EUR 5,000.
    expect(statement).toMatchObject({ principalCents: 5_000_00, interestCents: 15_00, grownCents: 55_00 });
    expect(statement.steps.map(({ article }) => article)).toEqual([
      "BW 6:119, 6:120",
      "Awb 4:92",
      "BW 6:119, 6:120",
    ]);
  });

  test("a small interest lapses at a payment, and only then", () => {
    const input = { ...debt, until: "2025-03-01", leastInterest: leastInterestCents };
    const paid = debtStatement({ ...input, payments: [{ day: "2025-01-20", cents: 10_000_00 }] });
    expect(paid).toMatchObject({ principalCents: 0, interestCents: 0, grownCents: 0, overpaidCents: 0 });
    expect(paid.steps.map(({ article }) => article)).toContain("Awb 4:98(2)");
    const later = debtStatement({ ...input, payments: [{ day: "2025-01-21", cents: 10_000_00 }] });
    expect(later).toMatchObject({ principalCents: 20_00, grownCents: 20_00 + 8 });
  });

  test("what was paid before the default bears no interest; what is too much is said", () => {
    const statement = debtStatement({
      ...debt,
      until: "2025-01-11",
      payments: [
        { day: "2024-12-20", cents: 9_000_00 },
        { day: "2025-01-06", cents: 2_000_00 },
      ],
    });
    expect(statement).toMatchObject({
      principalCents: 0,
      interestCents: 0,
      grownCents: 50,
      overpaidCents: 999_50,
    });
  });

  test("before the default nothing grows", () => {
    const payments = [{ day: "2024-11-01", cents: 1_000_00 }];
    expect(debtStatement({ ...debt, until: "2024-12-01", payments })).toMatchObject({
      principalCents: 9_000_00,
      grownCents: 0,
    });
    const [step] = debtStatement({ ...debt, until: "2024-12-01", payments }).steps;
    expect(step).toMatchObject({ day: "2024-11-01", article: "Awb 4:92" });
    expect(step?.text.nl).toContain("Betaald op 2024-11-01: € 1.000,00");
    expect(step?.text.en).toContain("Paid on 2024-11-01: EUR 1,000.00");
  });

  test("money is kept: debt plus interest is paid, owed or paid too much; order of the list does not matter", () => {
    const payment = fc.record({
      day: fc.integer({ min: -30, max: 1_500 }).map((days) => addDays("2023-05-01", days)),
      cents: fc.integer({ min: 0, max: 40_000_00 }),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000_00 }),
        fc.array(payment, { maxLength: 6 }),
        (cents, payments) => {
          const input = {
            cents,
            from: "2023-05-01",
            until: "2026-11-24",
            rates: knownInterestRates,
            payments,
          };
          const statement = debtStatement(input);
          const paid = payments.reduce((sum, each) => sum + each.cents, 0);
          expect(cents + statement.grownCents + statement.overpaidCents).toBe(
            paid + statement.principalCents + statement.interestCents,
          );
          const byDay = new Map<string, number>();
          for (const each of payments) byDay.set(each.day, (byDay.get(each.day) ?? 0) + each.cents);
          const summed = debtStatement({
            ...input,
            payments: [...byDay].map(([day, sum]) => ({ day, cents: sum })).reverse(),
          });
          expect(summed.principalCents).toBe(statement.principalCents);
          expect(summed.interestCents).toBe(statement.interestCents);
          const unpaid = statutoryInterest({ ...input, until: "2026-11-24" }).cents;
          expect(statement.grownCents).toBeLessThanOrEqual(unpaid + payments.length);
        },
      ),
    );
  });
});
