import {
  advanceSchedule,
  equalParts,
  evidenceOf,
  planAgainstActual,
  regimeOf,
  SettlementInputError,
} from "@voorsprong/settlement";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

describe("advances", () => {
  test("percentages become amounts and keep what else the plan says", () => {
    const plan = [
      { id: "start", basisPoints: 5_000, due: "2027-03-01" },
      { id: "midway", basisPoints: 3_000, due: "2028-03-01" },
    ];
    expect(advanceSchedule(100_001, plan)).toEqual([
      { id: "start", basisPoints: 5_000, due: "2027-03-01", cents: 50_000 },
      { id: "midway", basisPoints: 3_000, due: "2028-03-01", cents: 30_000 },
    ]);
  });

  test("together they are exactly their part of the grant", () => {
    const parts = fc.array(fc.integer({ min: 0, max: 1_500 }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9e15 }), parts, (grant, parts) => {
        const schedule = advanceSchedule(
          grant,
          parts.map((basisPoints, at) => ({ id: `${at}`, basisPoints })),
        );
        const share = parts.reduce((sum, part) => sum + part, 0);
        const sum = schedule.reduce((total, { cents }) => total + cents, 0);
        expect(BigInt(sum)).toBe((BigInt(grant) * BigInt(share)) / 10_000n);
        for (const { cents } of schedule) expect(cents).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("more than the whole grant is refused", () => {
    const plan = [
      { id: "a", basisPoints: 6_000 },
      { id: "b", basisPoints: 4_001 },
    ];
    expect(() => advanceSchedule(1, plan)).toThrow(SettlementInputError);
  });

  test("equal parts add up and differ by a cent at most", () => {
    expect(equalParts(100, 3)).toEqual([34, 33, 33]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 1, max: 60 }), (cents, count) => {
        const parts = equalParts(cents, count);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(cents);
        expect(parts[0]! - parts.at(-1)!).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("uniform subsidy framework", () => {
  test("the limits are EUR 25,000 and EUR 125,000", () => {
    expect([2_499_999, 2_500_000, 12_499_999, 12_500_000].map(regimeOf)).toEqual([
      "at-once",
      "performance",
      "performance",
      "costs",
    ]);
    expect(evidenceOf("at-once")).toEqual([]);
    expect(evidenceOf("performance").map(({ id }) => id)).toEqual(["performance"]);
    expect(evidenceOf("costs").map(({ id }) => id)).toEqual(["performance", "costs", "auditor"]);
  });
});

describe("plan against actual", () => {
  const plan = [
    { category: "personnel", year: 2027, cents: 100_000 },
    { category: "personnel", year: 2028, cents: 50_000 },
    { category: "equipment", year: 2027, cents: 20_000 },
  ];
  test("compares per category and year, with totals, and flags what differs by more than the tolerance", () => {
    const report = [
      { category: "personnel", year: 2027, cents: 110_000 },
      { category: "travel", year: 2027, cents: 1 },
      { category: "personnel", year: 2028, cents: 44_999 },
    ];
    const rows = planAgainstActual(plan, report, 1_000);
    const brief = rows.map(({ category, year, differenceCents, flagged }) => [
      category,
      year,
      differenceCents,
      flagged,
    ]);
    expect(brief).toEqual([
      ["equipment", 2027, -20_000, true],
      ["personnel", 2027, 10_000, false],
      ["personnel", 2028, -5_001, true],
      ["travel", 2027, 1, true],
      ["equipment", null, -20_000, true],
      ["personnel", null, 4_999, false],
      ["travel", null, 1, true],
      [null, 2027, -9_999, false],
      [null, 2028, -5_001, true],
      [null, null, -15_000, false],
    ]);
  });

  test("every total is the sum of its cells", () => {
    const cell = fc.record({
      category: fc.constantFrom("personnel", "equipment", "travel"),
      year: fc.integer({ min: 2027, max: 2029 }),
      cents: fc.integer({ min: 0, max: 1e9 }),
    });
    fc.assert(
      fc.property(fc.array(cell), fc.array(cell), (plan, report) => {
        const rows = planAgainstActual(plan, report, 500);
        const total = rows.at(-1)!;
        const sum = (list: { cents: number }[]) => list.reduce((all, { cents }) => all + cents, 0);
        expect([total.plannedCents, total.reportedCents]).toEqual([sum(plan), sum(report)]);
        for (const row of rows) {
          expect(row.differenceCents).toBe(row.reportedCents - row.plannedCents);
          const cells = rows.filter((each) => each.category !== null && each.year !== null);
          const own = cells.filter(
            (each) =>
              (row.category ?? each.category) === each.category && (row.year ?? each.year) === each.year,
          );
          expect(row.reportedCents).toBe(own.reduce((all, each) => all + each.reportedCents, 0));
        }
      }),
    );
  });
});
