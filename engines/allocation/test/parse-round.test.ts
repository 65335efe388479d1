import { readFileSync } from "node:fs";
import {
  canonicalText,
  decide,
  FileError,
  hashRound,
  parseRound,
  RoundError,
  readRoundText,
} from "@voorsprong/allocation";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryRound } from "./support/arbitrary-round.js";

const written = {
  round: "research-2027",
  budgets: [
    { id: "2028", amount: 40 },
    { id: "2027", amount: 50 },
  ],
  applications: [
    {
      id: "B",
      options: [{ id: "half", score: 4, amounts: { "2027": 0, "2028": 6 } }],
      tags: { region: ["Drenthe", "Groningen", "Drenthe"] },
    },
    { id: "A", title: "An application", score: 87, amounts: { "2027": 12 }, tags: { region: "Groningen" } },
  ],
  constraints: [
    { kind: "share", tag: "region", value: "Groningen", min: 0.05, max: 0.2 },
    { kind: "share", tag: "region", value: "Drenthe", max: "1.0", of: "budget", budget: "2027" },
    { kind: "at-most-one", applications: ["B", "A", "B"] },
    { kind: "requires", application: "B", needs: "A" },
  ],
};

const issuesOf = (json: unknown) => {
  try {
    parseRound(json);
  } catch (error) {
    if (error instanceof RoundError) return error.issues;
    throw error;
  }
  return [];
};

describe("references to names that could not be read", () => {
  const constraints = [
    { kind: "at-most-one", applications: ["A", "B"] },
    { kind: "requires", application: "A", needs: "B" },
  ];
  const b = { id: "B", score: 1, amounts: { b: 1 } };

  it("are not judged, so that one error does not bring others", () => {
    const unreadable = { id: "A", score: "ten", amounts: { b: 1 } };
    const json = {
      round: "r",
      budgets: [{ id: "b", amount: 5 }],
      applications: [unreadable, b],
      constraints,
    };
    expect(issuesOf(json).map(({ path }) => path)).toEqual(["/applications/0/score"]);
    const limit = { kind: "amount", tag: "t", value: "v", max: 1, budget: "b" };
    const budgets = [{ id: "b", amount: -5 }];
    const other = { round: "r", budgets, applications: [b], constraints: [limit] };
    expect(issuesOf(other).map(({ path }) => path)).toEqual(["/budgets/0/amount"]);
  });

  it("are judged when all could be read", () => {
    const json = { round: "r", budgets: [{ id: "b", amount: 5 }], applications: [b], constraints };
    expect(issuesOf(json).map(({ path }) => path)).toEqual([
      "/constraints/0/applications/0",
      "/constraints/1/application",
    ]);
  });
});

describe("parseRound", () => {
  it("writes every default out and orders what has no order of its own", () => {
    expect(parseRound(written)).toEqual({
      round: "research-2027",
      unit: "EUR-cent",
      scoreScale: 1,
      budgets: [
        { id: "2027", amount: 50 },
        { id: "2028", amount: 40 },
      ],
      applications: [
        {
          id: "A",
          title: "An application",
          score: 87,
          amounts: { "2027": 12 },
          tags: { region: ["Groningen"] },
        },
        {
          id: "B",
          options: [{ id: "half", score: 4, amounts: { "2028": 6 } }],
          tags: { region: ["Drenthe", "Groningen"] },
        },
      ],
      constraints: [
        { kind: "share", tag: "region", value: "Groningen", min: "0.05", max: "0.2", of: "awarded" },
        { kind: "share", tag: "region", value: "Drenthe", max: "1", of: "budget", budget: "2027" },
        { kind: "at-most-one", applications: ["A", "B"] },
        { kind: "requires", application: "B", needs: "A" },
      ],
      tieBreak: { seed: "" },
      ranking: { misfit: "skip" },
    });
  });

  it.each([
    [0.05, "0.05"],
    [0.1 + 0.2, null],
    [1e-7, "0.0000001"],
    ["0.050", "0.05"],
    ["1e-3", "0.001"],
    [1, "1"],
    [0, "0"],
    ["0.123456789012", "0.123456789012"],
    ["0.1234567890123", null],
    [1.01, null],
    [-0.1, null],
    ["5%", null],
    [null, null],
  ])("reads the share %s as %s", (share, expected) => {
    const json = {
      ...written,
      constraints: [{ kind: "share", tag: "region", value: "Drenthe", max: share }],
    };
    if (expected === null) expect(issuesOf(json).map(({ path }) => path)).toEqual(["/constraints/0/max"]);
    else expect(parseRound(json).constraints[0]).toMatchObject({ max: expected });
  });

  it("collects every issue with its place", () => {
    const json = {
      round: "",
      extra: 1,
      budgets: [
        { id: "a", amount: -1 },
        { id: "b", amount: 2 ** 53 },
      ],
      applications: [
        { id: "A", score: 1.5, amounts: { c: 1 } },
        { id: "B" },
        { id: "C", options: [] },
        { id: "D", score: 1, amounts: { __proto__x: 1 }, tags: { t: [1] } },
      ],
      constraints: [
        { kind: "sum" },
        { kind: "count", tag: "t", value: "x" },
        { kind: "count", tag: "t", value: "x", min: 3, max: 2 },
      ],
      ranking: { misfit: "jump" },
    };
    const issues = issuesOf(json);
    expect(issues.map(({ path }) => path).sort()).toEqual([
      "/applications/0/score",
      "/applications/1",
      "/applications/2/options",
      "/applications/3/tags/t/0",
      "/budgets/0/amount",
      "/budgets/1/amount",
      "/constraints/0/kind",
      "/constraints/1",
      "/constraints/2/min",
      "/extra",
      "/ranking/misfit",
      "/round",
    ]);
    for (const { message } of issues) expect(message).not.toBe("");
  });

  it.each([
    [
      "doubled application",
      { ...written, applications: [written.applications[1], written.applications[1]], constraints: [] },
      "/applications/1/id",
    ],
    [
      "unknown budget",
      { ...written, budgets: [{ id: "2027", amount: 1 }] },
      "/applications/0/options/0/amounts/2028",
    ],
    [
      "unknown application",
      { ...written, constraints: [{ kind: "requires", application: "A", needs: "Z" }] },
      "/constraints/0/needs",
    ],
    [
      "needs itself",
      { ...written, constraints: [{ kind: "requires", application: "A", needs: "A" }] },
      "/constraints/0/needs",
    ],
    ["no budget", { ...written, budgets: [] }, "/budgets"],
    ["score scale", { ...written, scoreScale: 20 }, "/scoreScale"],
    ["lone surrogate", { ...written, round: "\ud800" }, "/round"],
    ["reserved name", { ...written, round: "__proto__" }, "/round"],
    [
      "sum of amounts",
      {
        ...written,
        applications: [1, 2].map((k) => ({ id: `${k}`, score: 1, amounts: { "2027": 2 ** 52 } })),
        constraints: [],
      },
      "/applications",
    ],
    [
      "sum of budgets",
      {
        ...written,
        budgets: [
          { id: "2027", amount: 2 ** 52 },
          { id: "2028", amount: 2 ** 52 },
        ],
      },
      "/budgets",
    ],
  ])("refuses: %s", (_, json, path) => {
    expect(issuesOf(json).map((issue) => issue.path)).toContain(path);
  });

  it("leaves a round in canonical form as it is, byte for byte", () => {
    fc.assert(
      fc.property(arbitraryRound(), (round) => {
        expect(canonicalText(parseRound(JSON.parse(canonicalText(round))))).toBe(canonicalText(round));
      }),
      { numRuns: 100 },
    );
  });

  it("gives the same hash in whatever order applications and budgets arrive", () => {
    const turned = {
      ...written,
      applications: [...written.applications].reverse(),
      budgets: [...written.budgets].reverse(),
    };
    expect(hashRound(parseRound(turned))).toBe(hashRound(parseRound(written)));
    expect(hashRound(parseRound({ ...written, round: "other" }))).not.toBe(hashRound(parseRound(written)));
  });
});

describe("readRoundText", () => {
  it("shows no more than 40 characters of a wrong number", () => {
    const text = `{"round": "r", "applications": [], "budgets": [{"id": "b", "amount": ${"9".repeat(400)}}]}`;
    expect(() => readRoundText(text)).toThrow(/is 9{39}…/);
  });

  const placesOf = (text: string) => {
    try {
      readRoundText(text);
    } catch (error) {
      if (error instanceof FileError)
        return error.issues.map(({ line, column, message }) => `${line}:${column} ${message}`);
      throw error;
    }
    return [];
  };

  /** One round on five lines, with some of its values spelt otherwise. */
  const roundWith = (
    spelt: {
      readonly [field in "score" | "amount" | "share" | "name" | "object"]?: string;
    },
  ) =>
    [
      `{"round": ${spelt.name ?? '"x"'}, "applications": [`,
      `{"id": "A", "score": ${spelt.score ?? 1}, "amounts": {"b": 1}}],`,
      `"budgets": [{"id": "b", "amount": ${spelt.amount ?? 1}}],`,
      `"constraints": [{"kind": "share", "tag": "t", "value": "v", "max": ${spelt.share ?? 1}}],`,
      `"tieBreak": ${spelt.object ?? "{}"}}`,
    ].join("\n");

  it("reads what JSON.parse reads", () => {
    expect(readRoundText(`\ufeff${JSON.stringify(written, null, 2)}\r\n`)).toEqual(parseRound(written));
    const escaped = JSON.stringify({ ...written, round: 'quote " slash \\ line \n é 🌳' }).replace(
      "é",
      "\\u00e9",
    );
    expect(readRoundText(escaped).round).toBe('quote " slash \\ line \n é 🌳');
  });

  it("reads the example of the documentation, which can be decided", async () => {
    const page = readFileSync(new URL("../../../docs/formats/round.md", import.meta.url), "utf8");
    const example = readRoundText(/```json\n(.*?)```/s.exec(page)![1]!);
    expect(new Set(example.constraints.map(({ kind }) => kind)).size).toBe(5);
    const { outcome, proof } = await decide(example, { rule: "optimal" });
    expect(outcome).toMatchObject({ awards: [{ application: "A1" }, { application: "A3" }] });
    expect(proof.level).toBe("A");
  });

  it.each([
    ["score", "4.9999999999999999999"],
    ["score", "-0.99999999999999999999"],
    ["score", "9007199254740993"],
    ["score", "1e400"],
    ["score", "1e-400"],
    ["score", "0e9999"],
    ["amount", "9007199254740991.4"],
    ["amount", "5.00000000000000000001"],
    ["share", "0.99999999999999999999"],
    ["share", "1e-400"],
    ["share", "1e-13"],
    ["share", "1.00000000000000000001"],
    ["name", "4.9999999999999999999"],
    ["object", "4.9999999999999999999"],
  ])("judges a number as it is written: the %s %s is an error", (field, text) => {
    const [issue, ...others] = placesOf(roundWith({ [field]: text }));
    expect(others).toEqual([]);
    expect(issue).toContain(text);
    expect(issue).toMatch(
      new RegExp(`^${{ score: 2, amount: 3, share: 4, name: 1, object: 5 }[field]}:\\d+ `),
    );
  });

  it("takes whole numbers and shares in every spelling", () => {
    const round = readRoundText(
      roundWith({ score: "1e3", amount: "20.000", share: `0.5${"0".repeat(100_000)}` }),
    );
    expect(round).toMatchObject({
      applications: [{ score: 1000 }],
      budgets: [{ amount: 20 }],
      constraints: [{ max: "0.5" }],
    });
    expect(readRoundText(roundWith({ score: "-0.0", share: "1.0e-12" }))).toMatchObject({
      applications: [{ score: 0 }],
      constraints: [{ max: "0.000000000001" }],
    });
  });

  it("places a great many errors in little time, names a thousand and counts the others", () => {
    const applications = Array.from(
      { length: 100_000 },
      (_, k) => `{"id": "a${k}", "score": "7", "amounts": {"b": 1}}`,
    ).join(",\n");
    const text = `{"round": "x", "budgets": [{"id": "b", "amount": 1}], "applications": [\n${applications}]}`;
    const start = performance.now();
    const issues = placesOf(text);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(issues).toHaveLength(1001);
    expect(issues[999]).toMatch(/^1001:\d+ .*whole number/);
    expect(issues[1000]).toMatch(/^1002:\d+ .*99000 more errors/);
  });

  it("places errors under keys that a JSON pointer escapes", () => {
    const text =
      '{"round": "x", "budgets": [{"id": "a/b~c", "amount": 1}], "applications": [\n{"id": "a", "score": 7, "amounts": {\n"a/b~c": -1}}]}';
    expect(placesOf(text)).toEqual([expect.stringMatching(/^3:10 /)]);
  });

  it("places errors of meaning", () => {
    const text =
      '{"round": "x",\n "budgets": [{"id": "b", "amount": 1}],\r\n\t"applications": [\n  {"id": "a", "score": "7", "amounts": {"b": 1}}]}';
    expect(placesOf(text)).toEqual([expect.stringMatching(/^4:24 .*whole number/)]);
  });

  it.each([
    ['{"a": 1,\n "a": 2}', "2:2", /twice/],
    ['{"a": 1\n "b": 2}', "2:2", /","/],
    ['{"a": tru}', "1:7", /value/],
    ['{"a": "x', "1:9", /unclosed/],
    ['{"a": "\\x"}', "1:7", /escape/],
    ['{"a": 01}', "1:8", /","/],
    ['{"a": 1,}', "1:9", /key/],
    ["[1,]", "1:4", /value/],
    ["", "1:1", /ends here/],
    ["{} x", "1:4", /after the end/],
    ["[".repeat(300), "1:201", /deeply/],
  ])("places a syntax error (%#)", (text, place, message) => {
    const [first, ...others] = placesOf(text);
    expect(others).toEqual([]);
    expect(first).toMatch(new RegExp(`^${place} `));
    expect(first).toMatch(message);
  });

  it("takes for JSON exactly what JSON.parse takes, but for doubled keys", () => {
    const cut = fc.tuple(
      fc.json(),
      fc.nat(),
      fc.nat({ max: 2 }),
      fc.constantFrom("", ",", '"', "}", "1", "\\"),
    );
    let refused = 0;
    fc.assert(
      fc.property(cut, ([json, at, length, instead]) => {
        const from = at % (json.length + 1);
        const text = json.slice(0, from) + instead + json.slice(from + length);
        const isJson = (() => {
          try {
            JSON.parse(text);
            return true;
          } catch {
            return false;
          }
        })();
        if (!isJson) refused += 1;
        const syntax = placesOf(text).filter((issue) => !/^\d+:\d+ (?:\/|the round)/.test(issue));
        // Reading ends at a doubled key, whatever comes after it.
        if (syntax.some((issue) => issue.includes("twice"))) return;
        expect(syntax.length > 0).toBe(!isJson);
      }),
      { numRuns: 1500 },
    );
    expect(refused).toBeGreaterThan(200);
  });
});
