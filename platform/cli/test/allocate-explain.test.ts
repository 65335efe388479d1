import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { voorsprong } from "./run.js";

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "explain-"));
  file = join(folder, "round.json");
  writeFileSync(file, JSON.stringify(round));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Drenthe gets at most EUR 400, so C and D win with 11 points; without that limit B and C would have 12. */
const round = {
  round: "explained",
  budgets: [{ id: "2027", amount: 100_000 }],
  applications: [
    { id: "Alpha", score: 10, amounts: { "2027": 90_000 }, tags: { region: "Drenthe" } },
    { id: "Bravo", score: 6, amounts: { "2027": 50_000 }, tags: { region: "Drenthe" } },
    { id: "Charlie", score: 6, amounts: { "2027": 50_000 }, tags: { region: "Zeeland" } },
    { id: "Delta", score: 5, amounts: { "2027": 30_000 }, tags: { region: "Zeeland" } },
    { id: "Echo", score: 1, amounts: { "2027": 60_000 }, tags: { region: "Zeeland" } },
  ],
  constraints: [{ kind: "amount", tag: "region", value: "Drenthe", max: 40_000 }],
};

describe("voorsprong allocate --explain", () => {
  it("prints prices, inversions and groups after the outcome, and applications in full", async () => {
    const { code, out, err } = await voorsprong(["allocate", file, "--explain", "Echo", "Charlie"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const lines = out.split("\n");
    const after = lines.slice(lines.findIndex((line) => line.startsWith("Computing time: ")) + 1);
    expect(after.filter((line) => line !== "" && !line.startsWith(" "))).toEqual([
      "What the limits cost",
      "Could it have been otherwise",
      "Higher score, not awarded",
      "By group",
      "Application Echo",
      "Application Charlie",
      expect.stringMatching(/^Computing time of the explanation: [\d.]+ s$/),
    ]);
    expect(out).toContain("without this limit 1 point more.");
    expect(out).toContain(
      "2 applications are in every allocation that is worth as much, 3 in none and 0 in some.",
    );
    expect(out).toContain("Application Echo needed 5 points more to draw level");
    expect(out).toContain("With an amount of at most €200 instead of €600");
    expect(out).toContain("Application Charlie receives €500.");
  });

  it("answers with the figures in the one JSON document", async () => {
    const { code, out } = await voorsprong(["allocate", file, "--json", "--explain", "Echo"]);
    expect(code).toBe(0);
    const { objective, explanation } = JSON.parse(out);
    expect(objective).toBe(11);
    expect(explanation.prices.limits).toContainEqual({
      row: "limit/0/max",
      looser: { atLeast: 0, atMost: 0 },
      without: { atLeast: 1, atMost: 1 },
    });
    expect(explanation.inversions).toEqual([
      { application: "Alpha", count: 2, over: "Delta", rows: ["budget/2027", "limit/0/max"] },
      { application: "Bravo", count: 1, over: "Delta", rows: ["limit/0/max"] },
    ]);
    expect(explanation.groups[1]).toEqual({
      tag: "region",
      value: "Zeeland",
      applications: 3,
      awarded: 2,
      asked: 140_000,
      spent: 80_000,
    });
    expect(explanation.applications).toMatchObject([
      {
        application: "Echo",
        funded: false,
        inTheWay: ["budget/2027"],
        points: { atLeast: 5, atMost: 5, instead: { remove: ["Charlie"], add: [["Echo", null]] } },
        cost: { asked: 60_000, enough: 20_000, tooMuch: 20_100, against: [] },
      },
    ]);
  });

  it("writes an explanation that verifies, the same bytes each time", async () => {
    const [decision, one, two] = ["decision.json", "one.json", "two.json"].map((name) => join(folder, name));
    for (const out of [one!, two!]) {
      const args = ["allocate", file, "--out", decision!, "--explain", "Echo", "--explain-out", out];
      expect((await voorsprong(args)).code).toBe(0);
    }
    expect(readFileSync(one!, "utf8")).toBe(readFileSync(two!, "utf8"));
    const { code, out } = await voorsprong(["verify", decision!, "--explanation", one!, "--json"]);
    expect(JSON.parse(out).reasons).toEqual([]);
    expect(code).toBe(0);
  });

  it("says where the explanation was written, with its hash", async () => {
    const path = join(folder, "told.json");
    const { out } = await voorsprong(["allocate", file, "--explain-out", path]);
    const { hash } = JSON.parse(readFileSync(path, "utf8"));
    expect(out.split("\n")).toContain(`Explanation written to ${path} (${hash})`);
  });

  it("tells nothing of scores that were passed over where nothing can be decided", async () => {
    const constraints = [{ kind: "amount", tag: "region", value: "Drenthe", min: 200_000 }];
    const { code, out } = await voorsprong(
      ["allocate", "-", "--format", "json", "--explain"],
      JSON.stringify({ ...round, constraints }),
    );
    expect(code).toBe(1);
    expect(out).not.toContain("Higher score");
  });

  it("explains in Dutch when asked", async () => {
    const { out } = await voorsprong(["allocate", file, "--lang", "nl", "--explain"]);
    expect(out).toContain("Wat de grenzen kosten");
    expect(out).toContain("zonder deze grens 1 punt meer.");
    expect(out).not.toContain("Aanvraag Echo");
  });

  it("gives the sentences of the decision itself under another rule", async () => {
    const { code, out } = await voorsprong(["allocate", file, "--rule", "ranking", "--explain"]);
    expect(code).toBe(0);
    expect(out).toContain("Applications turned down");
    expect(out).toMatch(/ {2}Application Alpha is not awarded: .*the group ‘Drenthe’/);
  });

  it.each([
    [["--explain", "Ecco"], /--explain: the round has no application "Ecco" \(did you mean `Echo`\?\)/],
    [["--explain", "nobody"], /--explain: the round has no application "nobody"$/m],
    [["--rule", "ranking", "--explain-out", "x.json"], /--explain-out is for the rule optimal/],
    [["--json", "--explain-out", "-"], /--json and --explain-out - would both write/],
  ])("refuses %j with exit 2", async (args, message) => {
    const { code, out, err } = await voorsprong(["allocate", file, ...args]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
  });
});
