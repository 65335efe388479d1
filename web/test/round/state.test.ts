import type { ApplicationRow, FundView, OutcomeFigures, RoundView } from "@voorsprong/server/contract";
import { describe, expect, it } from "vitest";
import { besideStanding, neededScore } from "../../src/pages/round/applications/needed.js";
import { limitGroups, limitsBetween } from "../../src/pages/round/limit-figures.js";
import { provincesOf } from "../../src/pages/round/outcome/province-figures.js";
import { readRoundSearch } from "../../src/pages/round/search.js";
import { capital, pointsText } from "../../src/pages/round/units.js";

describe("the state in the address of a round", () => {
  it("keeps what it knows", () => {
    const search = {
      section: "applications",
      page: 3,
      sort: "-requested",
      search: "2027",
      tag: ["region:Drenthe"],
      outcome: "changed",
      application: "A1",
    };
    expect(readRoundSearch({ ...search, search: 2027, tag: "region:Drenthe" })).toEqual(search);
    expect(readRoundSearch({ changes: { "budget/2027": 5, "limit/0/max": "0.2" }, rule: "ranking" })).toEqual(
      {
        changes: { "budget/2027": "5", "limit/0/max": "0.2" },
        rule: "ranking",
      },
    );
  });
  it("leaves out defaults and nonsense", () => {
    expect(
      readRoundSearch({ section: "overview", page: 1, sort: "", outcome: "x", tag: [], changes: [] }),
    ).toEqual({});
    expect(readRoundSearch({ page: "-2", rule: {}, changes: { a: {} }, measure: 4 })).toEqual({});
    expect(
      readRoundSearch({ section: "zzz", search: true, tag: "region", changes: { a: "-1", b: "abc", c: "" } }),
    ).toEqual({});
  });
  it("names what is nonsense as undefined, or the router would keep it", () => {
    expect(Object.keys(readRoundSearch({ section: "zzz" }))).toEqual(
      expect.arrayContaining(["section", "page", "search", "tag", "changes"]),
    );
  });
});

describe("scores in points", () => {
  it("are exact for every scale", () => {
    expect(pointsText(87, 1)).toBe("87");
    expect(pointsText(87_500, 1000)).toBe("87.5");
    expect(pointsText(5, 1000)).toBe("0.005");
    expect(pointsText(-5, 10)).toBe("-0.5");
    expect(pointsText(9_007_199_254_740_991, 100)).toBe("90071992547409.91");
  });
  it("has capitals in any script", () => {
    expect(capital("élan")).toBe("Élan");
    expect(capital("")).toBe("");
  });
});

describe("the score that was needed", () => {
  const row = (needed: ApplicationRow["needed"]) => ({ score: 80, needed }) as ApplicationRow;
  it("is the own score and the extra points", () => {
    expect(neededScore(row({ atLeast: 3, atMost: 7 }))).toEqual({ from: 83, to: 87 });
    expect(neededScore(row({ atLeast: 0, atMost: null }))).toEqual({ from: 80, to: null });
    expect(neededScore(row(null))).toBeNull();
  });
  it("is more than the own score where the application is in no best outcome", () => {
    const open = { atLeast: 0, atMost: 7 };
    expect(besideStanding(open, "none")).toEqual({ atLeast: 1, atMost: 7 });
    expect(besideStanding({ atLeast: 3, atMost: 7 }, "none")).toEqual({ atLeast: 3, atMost: 7 });
    expect(besideStanding(open, "unsettled")).toEqual(open);
    expect(besideStanding(null, "none")).toBeNull();
  });
});

describe("limits in groups", () => {
  const text = { nl: "x", en: "x" };
  const round = {
    budgets: [{ id: "2027", amount: 100, requested: 300 }],
    limits: [
      {
        constraint: {
          kind: "share",
          tag: "region",
          value: "Drenthe",
          min: "0.05",
          max: "0.2",
          of: "awarded",
        },
        text,
      },
      { constraint: { kind: "at-most-one", applications: ["A", "B"] }, text },
      { constraint: { kind: "count", tag: "size", value: "small", min: 10 }, text },
      { constraint: { kind: "share", tag: "region", value: "Limburg", max: "0.1", of: "awarded" }, text },
      { constraint: { kind: "amount", tag: "region", value: "Limburg", max: 70, budget: "2027" }, text },
    ],
  } as unknown as RoundView;
  const outcome = {
    limits: [
      { row: "budget/2027", text, value: 90, of: 100, met: true },
      { row: "limit/0/min", text, value: 5, of: 200, met: false },
      { row: "limit/0/max", text, value: 5, of: 200, met: true },
      { row: "limit/2/min", text, value: 12, of: 10, met: true },
      { row: "limit/3/max", text, value: 0, of: 0, met: true },
      { row: "limit/4/max", text, value: 60, of: 70, met: true },
    ],
  } as unknown as OutcomeFigures;
  it("puts what shares a measure together, both sides of a limit in one line", () => {
    const groups = limitGroups(round, outcome);
    expect(groups.map(({ subject }) => [subject.tag, subject.measure, subject.of, subject.budget])).toEqual([
      [null, "money", null, null],
      ["region", "share", "awarded", null],
      ["size", "count", null, null],
      ["region", "money", null, "2027"],
    ]);
    expect(groups[1]?.lines).toEqual([
      { key: "limit/0", value: "Drenthe", floor: 0.05, cap: 0.2, reached: 0.025, met: false },
      { key: "limit/3", value: "Limburg", floor: null, cap: 0.1, reached: null, met: true },
    ]);
    expect(groups[0]?.lines[0]).toMatchObject({ cap: 100, reached: 90 });
  });
  it("has nothing reached before a decision", () => {
    for (const { lines } of limitGroups(round)) for (const line of lines) expect(line.reached).toBeNull();
  });
  it("keeps limits between applications apart", () => {
    expect(limitsBetween(round)).toEqual([round.limits[1]]);
  });
});

describe("figures per province", () => {
  const region = (value: string) => ({ value, applications: 2, requested: 10 });
  const round = (...names: string[]) => ({ tags: { region: names.map(region) } }) as unknown as RoundView;
  it("finds provinces by the fund's code or by name", () => {
    const fund = { regions: [{ id: "noord", iso: "NL-GR" }] } as unknown as FundView;
    expect(provincesOf(round("noord", "Drenthe"), fund)?.map(({ id }) => id)).toEqual(["NL-GR", "NL-DR"]);
  });
  it("draws no map that would leave money out", () => {
    expect(provincesOf(round("Drenthe", "Bonaire"), undefined)).toBeNull();
    expect(provincesOf({ tags: {} } as unknown as RoundView, undefined)).toBeNull();
  });
});
