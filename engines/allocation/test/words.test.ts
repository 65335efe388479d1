import {
  assembleDecision,
  decide,
  describeConflict,
  describeRow,
  explainSentence,
  parseRound,
  summarise,
} from "@voorsprong/allocation";
import { describe, expect, it } from "vitest";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

const round = parseRound({
  round: "words",
  budgets: [{ id: "2027", amount: 123_456_789 }],
  applications: [
    { id: "A", score: 10, amounts: { "2027": 100_000_000 }, tags: { region: "Groningen" } },
    { id: "B", score: 9, amounts: { "2027": 50_000_050 }, tags: { region: "Groningen" } },
    { id: "C", options: [{ id: "half", score: 1, amounts: { "2027": 1_000_000 } }] },
  ],
  constraints: [
    { kind: "share", tag: "region", value: "Groningen", min: 0.005, max: 1, of: "budget", budget: "2027" },
    { kind: "share", tag: "region", value: "Groningen", max: "0.9999" },
    { kind: "amount", tag: "region", value: "Groningen", min: 1, max: 123_456_789 },
    { kind: "count", tag: "region", value: "Groningen", min: 1, max: 2000 },
    { kind: "at-most-one", applications: ["A", "B"] },
    { kind: "requires", application: "B", needs: "C" },
  ],
});

describe("words", () => {
  it.each([
    ["budget/2027", "budget 2027 is hoogstens € 1.234.567,89", "budget 2027 is at most €1,234,567.89"],
    [
      "limit/0/min",
      "de groep ‘Groningen’ (region) krijgt minstens 0,5% van het budget uit budget 2027",
      "the group ‘Groningen’ (region) gets at least 0.5% of the budget from budget 2027",
    ],
    [
      "limit/1/max",
      "de groep ‘Groningen’ (region) krijgt hoogstens 99,99% van het toegekende bedrag",
      "the group ‘Groningen’ (region) gets at most 99.99% of the awarded amount",
    ],
    [
      "limit/2/min",
      "de groep ‘Groningen’ (region) krijgt samen minstens € 0,01",
      "the group ‘Groningen’ (region) together gets at least €0.01",
    ],
    [
      "limit/3/max",
      "van de groep ‘Groningen’ (region) worden hoogstens 2.000 aanvragen gehonoreerd",
      "of the group ‘Groningen’ (region), at most 2,000 applications are awarded",
    ],
    [
      "exclusive/4",
      "van de aanvragen A en B wordt er hoogstens één gehonoreerd",
      "at most one of the applications A and B is awarded",
    ],
    [
      "requires/5",
      "aanvraag B wordt alleen gehonoreerd samen met aanvraag C",
      "application B is awarded only together with application C",
    ],
  ])("describes %s", (row, nl, en) => {
    expect(plain(describeRow(round, row, "nl"))).toBe(nl);
    expect(plain(describeRow(round, row, "en"))).toBe(en);
  });

  it.each(["budget/2028", "limit/9/max", "limit/x/max", "nothing"])("refuses the row %s", (row) => {
    expect(() => describeRow(round, row, "nl")).toThrow(RangeError);
  });

  it("tells each applicant what happened", async () => {
    const optimum = await decide(round, { rule: "optimal" });
    expect(plain(explainSentence(optimum, "A", "nl"))).toBe("Aanvraag A krijgt € 1.000.000.");
    expect(plain(explainSentence(optimum, "C", "en"))).toBe(
      "Application C receives €10,000 (option ‘half’).",
    );
    expect(plain(explainSentence(optimum, "B", "nl"))).toBe(
      "Aanvraag B is niet gehonoreerd: zij had daarvoor minstens 1 punt meer nodig; met 1 punt meer was een uitkomst met haar in plaats van A even goed geweest.",
    );
    const ranking = assembleDecision(round, "ranking", null);
    expect(plain(explainSentence(ranking, "B", "en"))).toBe(
      "Application B is not awarded: in its way at its turn: budget 2027 is at most €1,234,567.89; the group ‘Groningen’ (region) gets at most 100% of the budget from budget 2027; the group ‘Groningen’ (region) together gets at most €1,234,567.89; at most one of the applications A and B is awarded; application B is awarded only together with application C; no higher score would have changed that.",
    );
    expect(() => explainSentence(optimum, "Z", "nl")).toThrow(RangeError);
  });

  it("tells an applicant what was in the way in another order than that of the score", () => {
    const line = parseRound({
      round: "line",
      budgets: [{ id: "b", amount: 1_000_000 }],
      applications: [
        { id: "A", score: 9, amounts: { b: 600_000 }, received: "2027-03-02" },
        { id: "B", score: 1, amounts: { b: 600_000 }, received: "2027-03-01" },
        { id: "C", score: 1, amounts: { b: 1 }, received: "2027-03-03" },
      ],
      ranking: { misfit: "stop" },
    });
    const first = assembleDecision(line, "first-come", null);
    expect(plain(explainSentence(first, "B", "nl"))).toBe("Aanvraag B krijgt € 6.000.");
    expect(plain(explainSentence(first, "A", "nl"))).toBe(
      "Aanvraag A is niet gehonoreerd: aan haar beurt, op volgorde van binnenkomst, stond in de weg: budget b is hoogstens € 10.000; de score telt bij deze regel niet mee.",
    );
    expect(plain(explainSentence(first, "C", "en"))).toBe(
      "Application C is not awarded: the list had closed before its turn, in order of receipt; the score does not count under this rule.",
    );
    const seeded = (seed: string) =>
      assembleDecision(parseRound({ ...line, tieBreak: { seed } }), "lottery", null);
    // Of these seeds one draws A before B.
    const drawn = ["1", "2", "3", "4", "5"].map(seeded);
    const loser = drawn.find(({ explanations }) =>
      explanations.some(({ application }) => application === "B"),
    )!;
    expect(plain(explainSentence(loser, "B", "en"))).toMatch(
      /^Application B is not awarded: in its way at its turn, in the order of the draw: budget b is at most €10,000; the score does not count under this rule\.$/,
    );
  });

  it("tells an applicant which part it receives", () => {
    const parts = parseRound({
      round: "parts",
      budgets: [
        { id: "b", amount: 700_000 },
        { id: "c", amount: 100 },
        { id: "none", amount: 0 },
      ],
      applications: [
        { id: "A", score: 1, amounts: { b: 800_000 } },
        { id: "B", options: [{ id: "half", score: 1, amounts: { b: 800_000 } }] },
        { id: "C", score: 1, amounts: { c: 100 } },
        { id: "D", score: 1, amounts: { none: 1 } },
      ],
    });
    const even = assembleDecision(parts, "pro-rata", null);
    expect(plain(explainSentence(even, "A", "nl"))).toBe(
      "Aanvraag A krijgt € 3.500: 43,75% van wat zij vroeg; ieders deel steeg gelijk op, tot een grens waar zij onder valt vol was.",
    );
    expect(plain(explainSentence(even, "B", "en"))).toBe(
      "Application B receives €3,500 (option ‘half’): 43.75% of what it asked for; everyone's part rose alike, until a limit that it falls under was full.",
    );
    expect(plain(explainSentence(even, "C", "nl"))).toBe("Aanvraag C krijgt € 1: alles wat zij vroeg.");
    expect(plain(explainSentence(even, "D", "nl"))).toBe(
      "Aanvraag D krijgt niets: ieders deel stijgt gelijk op, en een grens waar zij onder valt was meteen vol.",
    );
    const third = parseRound({
      ...parts,
      budgets: [{ ...parts.budgets[0]!, amount: 533_333 }, ...parts.budgets.slice(1)],
    });
    expect(plain(explainSentence(assembleDecision(third, "pro-rata", null), "A", "en"))).toContain(
      ": just over 33.33% of what",
    );
    const little = parseRound({
      ...parts,
      budgets: [{ ...parts.budgets[0]!, amount: 1 }, ...parts.budgets.slice(1)],
    });
    expect(plain(explainSentence(assembleDecision(little, "pro-rata", null), "A", "nl"))).toBe(
      "Aanvraag A krijgt € 0: minder dan 0,01% van wat zij vroeg; ieders deel steeg gelijk op, tot een grens waar zij onder valt vol was.",
    );
    expect(summarise(even)).toMatchObject({ parts: { A: "0.4375", B: "0.4375", C: "1" }, proven: false });
  });

  it("says which limits conflict", async () => {
    const impossible = parseRound({
      ...round,
      constraints: [{ kind: "count", tag: "region", value: "Drenthe", min: 1 }],
    });
    const decision = await decide(impossible, { rule: "optimal" });
    expect(decision).toMatchObject({
      outcome: { status: "infeasible", conflict: ["limit/0/min"] },
      proof: { level: "A" },
    });
    expect(explainSentence(decision, "A", "nl")).toBe(describeConflict(impossible, ["limit/0/min"], "nl"));
    expect(describeConflict(impossible, ["limit/0/min"], "nl")).toBe(
      "Geen enkele keuze van aanvragen voldoet aan deze grens: van de groep ‘Drenthe’ (region) wordt minstens 1 aanvraag gehonoreerd.",
    );
    expect(plain(describeConflict(round, ["budget/2027", "limit/2/min"], "en"))).toBe(
      "No selection of applications meets these limits together: budget 2027 is at most €1,234,567.89; the group ‘Groningen’ (region) together gets at least €0.01.",
    );
    expect(summarise(decision)).toMatchObject({
      objective: null,
      proven: true,
      selected: [],
      conflict: ["limit/0/min"],
    });
  });

  it("summarises in points", async () => {
    const scaled = parseRound({ ...round, scoreScale: 1000, constraints: [] });
    expect(summarise(await decide(scaled, { rule: "optimal" }))).toEqual({
      rule: "optimal",
      objective: 0.011,
      bound: 0.011,
      gap: 0,
      proven: true,
      level: "A",
      spent: 101_000_000,
      spentByBudget: { "2027": 101_000_000 },
      selected: ["A", "C"],
      options: { C: "half" },
      parts: {},
      breaches: [],
      conflict: [],
    });
  });
});
