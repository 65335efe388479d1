import { verifyDecision } from "@voorsprong/verifier";
import { describe, expect, it } from "vitest";
import { comparisonsOf, nodeHash, rehash } from "./support/build.js";
import { brokenLimits, infeasible, levelA, levelB, levelC, rankingOfLevelB } from "./support/examples.js";
import { fieldMutants, listMutants, numberMutants, replaced, valueMutants } from "./support/mutate.js";
import type { Loose } from "./support/naive.js";

const examples: [string, Loose][] = [
  ["level A", levelA],
  ["level B", levelB],
  ["level C", levelC],
  ["broken limits", brokenLimits],
  ["infeasible", infeasible],
];

/** The failed checks and their places. */
function complaints(document: unknown): string[] {
  return verifyDecision(document)
    .reasons.filter(({ ok }) => ok !== true)
    .map(({ check, where }) => `${check} ${where}`);
}

/** A document changed at a path, with all hashes made right again. */
function forged(document: Loose, path: (string | number)[], value: Loose): Loose {
  const changed = replaced(document, path, value);
  return rehash({ ...changed, roundHash: nodeHash(changed.round) });
}

describe("decisions worked out by hand", () => {
  it.each([
    ["level A", levelA, { level: "A", objective: 18, bound: 18 }],
    ["level B", levelB, { level: "B", objective: 24, bound: 25 }],
    ["level C", levelC, { level: "C", objective: 14, bound: null }],
    ["broken limits", brokenLimits, { level: null, objective: 9, bound: null }],
    ["infeasible", infeasible, { level: "A", objective: null, bound: null }],
  ])("%s is valid", (_, document, expected) => {
    expect(complaints(document)).toEqual([]);
    expect(verifyDecision(document)).toMatchObject({
      valid: true,
      kind: "decision",
      scoreScale: 1,
      hash: document.hash,
      ...expected,
    });
  });

  it("says in Dutch and English what each check found", () => {
    for (const [, document] of examples)
      for (const { message } of verifyDecision(document).reasons) {
        expect(message.nl).toMatch(/^[A-Z].*\.$/);
        expect(message.en).toMatch(/^[A-Z].*\.$/);
        expect(message.nl).not.toBe(message.en);
      }
  });

  it("names every check in a fixed order", () => {
    const names = (document: Loose): string[] => verifyDecision(document).reasons.map(({ check }) => check);
    const start = ["shape", "canonical", "round-hash", "hash"];
    const outcome = [
      "awards",
      "objective",
      "spent",
      "limits",
      "breaches",
      "rule",
      "bound",
      "level",
      "explanations",
    ];
    expect(names(levelB)).toEqual([...start, ...outcome, "comparisons"]);
    expect(names(infeasible)).toEqual([...start, "conflict", "explanations", "comparisons"]);
  });
});

describe.each(examples)("one change in the decision %s", (_, document) => {
  const changes = [numberMutants, valueMutants, fieldMutants, listMutants];

  it("is found by the hashes, whatever it is", () => {
    let count = 0;
    for (const change of changes)
      for (const mutant of change(document)) {
        expect(verifyDecision(mutant.document).valid, mutant.what).toBe(false);
        count++;
      }
    expect(count).toBeGreaterThan(200);
  });

  it("is found outside the round even when the hash is made right again", () => {
    for (const change of changes)
      for (const mutant of change(document)) {
        const [part] = mutant.path;
        if (part === undefined || part === "round" || part === "hash") continue;
        expect(verifyDecision(rehash(mutant.document)).valid, mutant.what).toBe(false);
      }
  });
});

describe("a round that is not in canonical form", () => {
  const round = ["round"];
  it.each<[string, (string | number)[], Loose, RegExp]>([
    ["budgets out of order", [...round, "budgets"], [...levelB.round.budgets].reverse(), /out of order/],
    ["no budget", [...round, "budgets"], [], /no budget/],
    [
      "applications out of order",
      [...round, "applications"],
      [...levelB.round.applications].reverse(),
      /out of order/,
    ],
    ["a doubled application", [...round, "applications", 1, "id"], "A1", /out of order or doubled/],
    ["a zero amount", [...round, "applications", 0, "amounts", "2028"], 0, /zero are left out/],
    ["an unknown budget", [...round, "applications", 0, "amounts", "2029"], 5, /does not exist/],
    ["a negative amount", [...round, "applications", 0, "amounts", "2027"], -5, /negative/],
    ["tag values out of order", [...round, "applications", 1, "tags", "region"], ["b", "a"], /out of order/],
    [
      "one tag value without a list",
      [...round, "applications", 1, "tags", "region"],
      "Groningen",
      /Expected a list/,
    ],
    [
      "an empty list of options",
      [...round, "applications", 2],
      { id: "A3", tags: {}, options: [] },
      /no list/,
    ],
    ["a name that is empty", [...round, "round"], "", /Expected a name/],
    ["a tag without a name", [...round, "applications", 2, "tags"], { "": ["x"] }, /Expected a name/],
    [
      "amounts without a score",
      [...round, "applications", 2],
      { id: "A3", tags: {}, amounts: {} },
      /"score" is missing/,
    ],
    ["a share with a trailing zero", [...round, "constraints", 1, "max"], "0.50", /not a share/],
    ["a share as a number", [...round, "constraints", 1, "max"], 1, /Expected a text/],
    ["a share above one", [...round, "constraints", 1, "max"], "1.5", /not a share/],
    ["a minimum above the maximum", [...round, "constraints", 1, "min"], "0.51", /above the maximum/],
    ["a missing default", [...round, "constraints", 1, "of"], undefined, /not a JSON value/],
    ["an unknown kind", [...round, "constraints", 0, "kind"], "at-least-one", /Expected one of/],
    [
      "a limit that limits nothing",
      [...round, "constraints", 1],
      { kind: "count", tag: "a", value: "b" },
      /neither/,
    ],
    ["a list out of order", [...round, "constraints", 0, "applications"], ["A2", "A1"], /out of order/],
    ["an unknown application", [...round, "constraints", 2, "needs"], "A9", /does not exist/],
    ["a score scale that is no power of ten", [...round, "scoreScale"], 20, /power of ten/],
    ["a third misfit", [...round, "ranking", "misfit"], "wait", /Expected one of/],
    ["half a character", [...round, "applications", 2, "title"], "\ud800", /half a Unicode character/],
    ["budgets that are not exact", [...round, "budgets", 0, "amount"], 2 ** 53 - 50, /2\^53 or more/],
    [
      "sums that are not exact",
      [...round, "applications", 0, "amounts", "2027"],
      2 ** 53 - 1,
      /2\^53 or more/,
    ],
    [
      "a number that is not exact",
      [...round, "applications", 0, "amounts", "2027"],
      2 ** 53,
      /not a whole number/,
    ],
  ])("is refused: %s", (_, path, value, message) => {
    const { valid, reasons } = verifyDecision(forged(levelB, path, value));
    expect(valid).toBe(false);
    const failed = reasons.find(({ ok }) => ok !== true)!;
    expect(["shape", "canonical"]).toContain(failed.check);
    expect(failed.message.en).toMatch(message);
    expect(failed.where).toMatch(/^\/round/);
  });
});

describe("claims that do not hold, with all hashes right", () => {
  it.each<[string, Loose, (string | number)[], Loose, string]>([
    ["better than the multipliers show", levelB, ["proof", "bound"], 24, "level /proof/bound"],
    ["level A for level B", levelB, ["proof", "level"], "A", "level /proof/level"],
    ["level B without multipliers", levelC, ["proof", "level"], "B", "level /proof/level"],
    [
      "another denominator",
      levelA,
      ["proof", "root", "denominator"],
      String(2n ** 59n),
      "bound /proof/root/denominator",
    ],
    [
      "a multiplier of nothing",
      levelB,
      ["proof", "root", "rows", "budget/2029"],
      "1",
      "bound /proof/root/rows/budget~12029",
    ],
    [
      "a negative multiplier",
      levelB,
      ["proof", "root", "rows", "exclusive/0"],
      "-1",
      "shape /proof/root/rows/exclusive~10",
    ],
    [
      "an award not applied for",
      levelB,
      ["outcome", "awards", 1, "option"],
      "third",
      "awards /outcome/awards/1",
    ],
    [
      "a ray that proves nothing",
      infeasible,
      ["proof", "ray", "rows"],
      { "budget/fund": "1" },
      "conflict /proof/ray/bound",
    ],
    [
      "a conflict without its rows",
      infeasible,
      ["outcome", "conflict"],
      ["budget/fund"],
      "conflict /outcome/conflict",
    ],
    [
      "the ranking of another seed",
      levelC,
      ["round", "tieBreak", "seed"],
      "second",
      "explanations /explanations/0/needed/atMost",
    ],
  ])("are refused: %s", (_, document, path, value, complaint) => {
    // Where the round was changed, the comparisons with other rules are wrong as well.
    const found = complaints(forged(document, path, value));
    expect(found.filter((text) => path[0] !== "round" || !text.startsWith("comparisons "))).toEqual([
      complaint,
    ]);
  });

  it("are refused: an outcome over the budget by one unit", () => {
    const tight = forged(levelA, ["round", "budgets", 0, "amount"], 99);
    expect(complaints(tight)).toContain("breaches /outcome/breaches");
    const listed = rehash({
      ...tight,
      outcome: {
        ...tight.outcome,
        limits: [{ row: "budget/2027", value: 100, of: 99, met: false }],
        breaches: ["budget/2027"],
      },
    });
    expect(complaints(rehash({ ...listed, comparisons: comparisonsOf(listed.round, "optimal") }))).toEqual([
      "rule /outcome/breaches",
    ]);
  });

  it("are refused: a swap that breaks a limit, or awards an application twice", () => {
    const swap = ["explanations", 0, "witness"];
    const place = "explanations /explanations/0/witness";
    expect(complaints(forged(levelB, swap, { option: null, remove: ["A2"], add: [] }))).toEqual([place]);
    expect(complaints(forged(levelB, swap, { option: null, remove: ["A3"], add: [] }))).toEqual([place]);
    expect(complaints(forged(levelB, swap, { option: null, remove: ["A2"], add: [["A3", "half"]] }))).toEqual(
      [place],
    );
    expect(complaints(forged(levelB, swap, { option: null, remove: ["A2", "A3", "A4"], add: [] }))).toEqual([
      `${place}/remove`,
    ]);
  });

  it("are refused: a swap that gives an application a second award beside its first", () => {
    // A1, A2 and the half of A3 beside the whole of A3 would fit nowhere; in a larger fund they would. The ranking stops
    // at A0, which fits nowhere, so that it does not beat the outcome.
    const rich = [
      { id: "2027", amount: 1000 },
      { id: "2028", amount: 1000 },
    ];
    const first = { id: "A0", score: 1000, amounts: { "2027": 5000 }, tags: {} };
    const round = {
      ...levelB.round,
      budgets: rich,
      applications: [first, ...levelB.round.applications],
      ranking: { misfit: "stop" },
    };
    const limits = levelB.outcome.limits.map((figure: Loose, k: number) =>
      k < 2 ? { ...figure, of: 1000 } : figure,
    );
    const document = rehash({
      ...levelB,
      round,
      roundHash: nodeHash(round),
      outcome: { ...levelB.outcome, limits },
      proof: { level: "C", bound: null, gap: null },
      comparisons: comparisonsOf(round, "optimal"),
      explanations: [
        { application: "A0", needed: { atLeast: 0, atMost: null } },
        { application: "A1", needed: { atLeast: 0, atMost: null } },
        { application: "A4", needed: { atLeast: 0, atMost: null } },
      ],
    });
    expect(complaints(document)).toEqual([]);
    const swap = (add: Loose[], atMost: number): Loose =>
      rehash(
        replaced(document, ["explanations", 1], {
          application: "A1",
          needed: { atLeast: 0, atMost },
          witness: { option: null, remove: ["A2"], add },
        }),
      );
    expect(complaints(swap([], 0))).toEqual([]);
    expect(complaints(swap([["A3", "half"]], 0))).toEqual(["explanations /explanations/1/witness"]);
    expect(complaints(swap([["A4", null]], 0))).toEqual([]);
    expect(
      complaints(
        swap(
          [
            ["A4", null],
            ["A4", null],
          ],
          0,
        ),
      ),
    ).toEqual(["explanations /explanations/1/witness/add/1"]);
  });

  it("are refused: a comparison with the rule itself", () => {
    const same = { rule: "optimal", outcome: levelB.outcome };
    const comparisons = [same, ...levelB.comparisons];
    expect(complaints(rehash({ ...levelB, comparisons }))).toEqual(["comparisons /comparisons/0"]);
    // The ranking, of which the outcome is the same, is compared with first.
    expect(levelB.comparisons[0]).toEqual({ rule: "ranking", outcome: rankingOfLevelB });
  });

  it("are refused: an explanation where there is no outcome, and no outcome under the ranking", () => {
    const explanations = [{ application: "A", needed: { atLeast: 0, atMost: null } }];
    expect(complaints(rehash({ ...infeasible, explanations }))).toEqual(["explanations /explanations/0"]);
    const ranked = { ...infeasible, rule: "ranking", comparisons: infeasible.comparisons.slice(1) };
    expect(complaints(rehash(ranked))).toEqual(["conflict /outcome/status"]);
    const { outcome } = infeasible;
    const comparisons = [{ rule: "ranking", outcome }, ...infeasible.comparisons.slice(1)];
    expect(complaints(rehash({ ...infeasible, comparisons }))).toEqual([
      "comparisons /comparisons/0/outcome/status",
    ]);
  });
});

describe("anything at all", () => {
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  const trap = new Proxy(
    {},
    {
      ownKeys() {
        throw new Error("trap");
      },
    },
  );
  let deep: unknown = 1;
  for (let i = 0; i < 100_000; i++) deep = [deep];
  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a text", "decision"],
    ["a list", []],
    ["an empty object", {}],
    ["a function", () => 1],
    ["a BigInt", 1n],
    ["a date", new Date(0)],
    ["a map", new Map([["format", "voorsprong-decision/2"]])],
    ["a cycle", cycle],
    ["a proxy that throws", trap],
    ["deep nesting", deep],
    ["half a character", { ...levelA, rule: "\ud800" }],
    ["a sparse list", { ...levelA, explanations: new Array(3) }],
    ["minus zero", replaced(levelA, ["proof", "gap"], -0)],
    ["a long number", replaced(levelA, ["proof", "root", "bound"], "9".repeat(1_000_000))],
    ["constructor as a row", replaced(levelA, ["proof", "root", "rows", "constructor"], "1")],
  ])("gets an answer: %s", (_, document) => {
    const verdict = verifyDecision(document);
    expect(verdict).toMatchObject({ valid: false, level: null, objective: null, bound: null, hash: null });
    expect(verdict.reasons.some(({ ok }) => ok === false)).toBe(true);
  });
});
