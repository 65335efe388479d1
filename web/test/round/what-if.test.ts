import { decide, type Outcome, parseRound, whatIf } from "@voorsprong/allocation";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  editableRows,
  readNumber,
  readRow,
  shiftDecimal,
  shownValue,
} from "../../src/pages/round/what-if/rows.js";
import { applyChanges, awardedPerValue, difference, editsOf, outcomeOf } from "../../src/solver/what-if.js";

const ROUND = parseRound({
  round: "example",
  budgets: [
    { id: "2027", amount: 100_000 },
    { id: "2028", amount: 50_000 },
  ],
  applications: [
    { id: "A", score: 3, amounts: { "2027": 10_000 }, tags: { region: ["Drenthe", "Groningen"] } },
    { id: "B", score: 2, amounts: { "2027": 5_000, "2028": 500 }, tags: { region: "Drenthe" } },
    { id: "C", score: 1, amounts: { "2028": 100 } },
  ],
  constraints: [
    { kind: "share", tag: "region", value: "Drenthe", min: 0.05, max: 0.2, of: "awarded" },
    { kind: "count", tag: "region", value: "Drenthe", min: 1 },
    { kind: "at-most-one", applications: ["A", "B"] },
    { kind: "amount", tag: "region", value: "Drenthe", max: 7_000, budget: "2027" },
  ],
});

describe("the rows that can be changed", () => {
  it("are the budgets and every side of a limit, in order", () => {
    expect(editableRows(ROUND).map(({ row, measure, current }) => [row, measure, current])).toEqual([
      ["budget/2027", "money", "100000"],
      ["budget/2028", "money", "50000"],
      ["limit/0/min", "share", "0.05"],
      ["limit/0/max", "share", "0.2"],
      ["limit/1/min", "count", "1"],
      ["limit/3/max", "money", "7000"],
    ]);
  });
  it("are shown as people write them", () => {
    const [budget, , share] = editableRows(ROUND);
    expect(shownValue(budget!, "123456", "EUR-cent")).toBe("1234.56");
    expect(shownValue(budget!, "123456", "points")).toBe("123456");
    expect(shownValue(share!, "0.125", "EUR-cent")).toBe("12.5");
  });
});

describe("reading numbers", () => {
  it("knows how Dutch and English write them", () => {
    expect(readNumber("1.250.000", "nl")).toBe("1250000");
    expect(readNumber("1.250.000,5", "nl")).toBe("1250000.5");
    expect(readNumber("12,5", "nl")).toBe("12.5");
    expect(readNumber("12.5", "nl")).toBe("12.5");
    expect(readNumber("1,250,000.50", "en")).toBe("1250000.5");
    expect(readNumber("1 250", "en")).toBe("1250");
    expect(readNumber("007", "nl")).toBe("7");
  });
  it("refuses what is no number", () => {
    for (const typed of ["", "-1", "1e5", "1.2.3", "€ 5", "NaN", "1,25,000"])
      expect(readNumber(typed, "nl")).toBeNull();
  });
  it("says what is wrong with a value of a row", () => {
    const [budget, , share, , count] = editableRows(ROUND);
    const read = (row: typeof budget, typed: string) => readRow(row!, typed, "EUR-cent", "nl");
    expect(read(budget, "1.000,25")).toEqual({ value: "100025" });
    expect(read(budget, "1,005")).toEqual({ error: "cents" });
    expect(read(budget, "99999999999999999")).toEqual({ error: "range" });
    expect(read(share, "12,5")).toEqual({ value: "0.125" });
    expect(read(share, "100")).toEqual({ value: "1" });
    expect(read(share, "100,1")).toEqual({ error: "percent" });
    expect(read(count, "3,5")).toEqual({ error: "whole" });
    expect(read(count, "drie")).toEqual({ error: "number" });
  });
  it("shifts decimals there and back without losing a digit", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(999), fc.integer({ min: 3, max: 6 }), (whole, part, places) => {
        const text = `${whole}.${part}`;
        const shifted = shiftDecimal(text, places);
        expect(shifted).toBe(String(BigInt(`${whole}${String(part).padEnd(places, "0")}`)));
        expect(shiftDecimal(shifted, -places)).toBe(shiftDecimal(text, 0));
      }),
    );
  });
});

describe("changing a round", () => {
  it("changes only what was asked and stays canonical", () => {
    const changed = applyChanges(ROUND, {
      "budget/2028": "60000",
      "limit/0/max": "0.25",
      "limit/1/min": "2",
    });
    expect(changed).toEqual({
      ...ROUND,
      budgets: [ROUND.budgets[0], { id: "2028", amount: 60_000 }],
      constraints: [
        { ...ROUND.constraints[0], max: "0.25" },
        { ...ROUND.constraints[1], min: 2 },
        ROUND.constraints[2],
        ROUND.constraints[3],
      ],
    });
    expect(applyChanges(ROUND, {})).toEqual(ROUND);
  });
  it("refuses a minimum above its maximum", () => {
    expect(() => applyChanges(ROUND, { "limit/0/min": "0.5" })).toThrow(/min/);
  });
});

describe("comparing outcomes", () => {
  const outcome = (...ids: string[]): Outcome => ({
    status: "decided",
    awards: ROUND.applications
      .filter(({ id }) => ids.includes(id))
      .map(({ id, score, amounts }) => ({ application: id, option: null, score: score!, amounts: amounts! })),
    objective: 0,
    spent: { total: 0, budgets: {} },
    limits: [],
    breaches: [],
  });
  it("names who gains and who loses", () => {
    const found = difference(outcome("A", "C"), outcome("B", "C"));
    expect(found.gains.map(({ application }) => application)).toEqual(["B"]);
    expect(found.loses.map(({ application }) => application)).toEqual(["A"]);
    expect(found.both).toBe(1);
    expect(difference({ status: "infeasible", conflict: [] }, outcome("A")).gains).toHaveLength(1);
  });
  it("counts an application for each of its values", () => {
    expect([...awardedPerValue(ROUND, "region", outcome("A", "B", "C"))]).toEqual([
      ["Drenthe", 15_500],
      ["Groningen", 10_000],
    ]);
  });
});

describe("a what-if that begins with the known outcome", () => {
  it("comes to what deciding the changed round gives, with figures that add up", async () => {
    const round = applyChanges(ROUND, { "limit/0/max": "1" });
    const decision = await decide(round, { rule: "optimal" });
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          "budget/2027": fc.integer({ min: 0, max: 20_000 }).map(String),
          "limit/0/max": fc.constantFrom("0.2", "0.9", "1"),
          "limit/1/min": fc.constantFrom("0", "1", "2"),
          "limit/3/max": fc.integer({ min: 0, max: 20_000 }).map(String),
        }),
        async (changes) => {
          const changed = applyChanges(round, changes);
          const { outcome: wanted } = await decide(changed, { rule: "optimal" });
          const found = whatIf(decision, editsOf(round, changes), 1_000);
          const outcome = found && outcomeOf(decision, found);
          expect(found).not.toBeNull();
          if (wanted.status === "infeasible") {
            expect(outcome).toBeNull();
            return;
          }
          if (outcome?.status !== "decided") throw new Error("there is an outcome");
          expect(outcome.objective).toBe(wanted.objective);
          expect(outcome.awards.reduce((sum, { score }) => sum + score, 0)).toBe(wanted.objective);
          const spent = Object.values(outcome.spent.budgets).reduce((sum, amount) => sum + amount, 0);
          expect(spent).toBe(outcome.spent.total);
        },
      ),
      { numRuns: 60 },
    );
  });
});
