import { describe, expect, it } from "vitest";
import { readRound } from "../../src/solver/read-round.js";

const read = (name: string, text: string, call: Parameters<typeof readRound>[0]["call"] = null) =>
  readRound({ name, text, call, titles: { nl: {}, en: {} } });

const ROUND = {
  round: "example",
  budgets: [{ id: "2027", amount: 1000 }],
  applications: [
    { id: "A", score: 2, amounts: { "2027": 900 }, tags: { region: ["Drenthe", "Groningen"] } },
    { id: "B", options: [{ id: "half", score: 1, amounts: { "2027": 400 } }], tags: { theme: "care" } },
  ],
  constraints: [
    { kind: "share", tag: "region", value: "Drenthe", min: "0.1", max: "0.5" },
    { kind: "at-most-one", applications: ["A", "B"] },
  ],
};

describe("reading a file before it is sent", () => {
  it("says what is in a round", () => {
    const result = read("round.json", JSON.stringify(ROUND));
    expect(result).toMatchObject({
      kind: "round",
      format: "json",
      name: "example",
      applications: 2,
      requested: 1300,
      budgets: [{ id: "2027", amount: 1000, requested: 1300 }],
      tags: { region: 2, theme: 1 },
    });
    expect(result).toMatchObject({
      limits: [
        { constraint: { tag: "region", min: "0.1", max: "0.5" } },
        { constraint: { kind: "at-most-one" } },
      ],
      impossible: ["first-come"],
    });
    expect(result.kind === "round" && result.roundHash).toMatch(/^sha256:[0-9a-f]{64}$/);
  });
  it("shows each error with its line", () => {
    const text = JSON.stringify({ ...ROUND, budgets: [{ id: "2027", amount: 1.5 }] }, null, 2);
    const result = read("round.json", text);
    expect(result.kind).toBe("errors");
    const [issue] = result.kind === "errors" ? result.issues : [];
    const line = text.split("\n").findIndex((each) => each.includes("1.5")) + 1;
    expect(issue).toMatchObject({ line, excerpt: '      "amount": 1.5' });
  });
  it("cuts a long line around the error", () => {
    const text = `{"round": "${"x".repeat(400)}", "budgets": [}`;
    const result = read("round.json", text);
    const [issue] = result.kind === "errors" ? result.issues : [];
    expect(issue?.excerpt?.length).toBeLessThanOrEqual(122);
    expect(issue?.excerpt).toMatch(/^…/);
    expect(issue?.excerpt).toContain("[}");
  });
  it("joins CSV with a call, and asks for a fund without one", () => {
    const text = "id,score,amount:2027\nA,5,12.50\nB,4,3\n";
    expect(read("a.csv", text)).toEqual({ kind: "csv-without-fund" });
    const call = { name: "fund", budgets: [{ id: "2027", amount: 1000 }], constraints: [] };
    expect(read("a.csv", text, call)).toMatchObject({
      kind: "round",
      format: "csv",
      applications: 2,
      requested: 1550,
      roundHash: null,
    });
    const broken = read("a.csv", "id,score,amount:2027\nA,vijf,12.50\n", call);
    expect(broken).toMatchObject({
      kind: "errors",
      issues: [{ line: 2, column: 2, excerpt: "A,vijf,12.50" }],
    });
  });
  it("reads participatory budgets and knapsack problems", () => {
    const pb =
      "META\nkey;value\nbudget;100\nPROJECTS\nproject_id;cost;votes\n1;60;5\n2;70;9\nVOTES\nvoter_id;vote\n";
    expect(read("x.pb", pb)).toMatchObject({
      kind: "round",
      format: "pb",
      applications: 2,
      requested: 13_000,
    });
    expect(read("x.txt", "3 1 0\n1 2 3\n4 5 6\n10\n")).toMatchObject({
      kind: "round",
      format: "mkp",
      applications: 3,
    });
  });
  it("knows what it does not know", () => {
    expect(read("x.docx", "PK\u0003\u0004 nothing")).toEqual({ kind: "unknown-format" });
  });
});
