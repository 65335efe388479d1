/** The rules that anyone can carry out: examples worked out by hand, and a second way on small rounds. */
import { hashOf, sha256, verifyDecision } from "@voorsprong/verifier";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparisonsOf, decisionOf, nodeHash, outcomeOf, rehash } from "./support/build.js";
import { fieldMutants, listMutants, numberMutants, replaced, valueMutants } from "./support/mutate.js";
import { canDecide, type Loose } from "./support/naive.js";
import { receivedRound, smallRound } from "./support/rounds.js";

function complaints(document: Loose): string[] {
  return verifyDecision(document)
    .reasons.filter(({ ok }) => ok !== true)
    .map(({ check, where }) => `${check} ${where}`);
}

function roundOf(applications: Loose[], parts: Loose = {}): Loose {
  return {
    round: "example",
    unit: "EUR-cent",
    scoreScale: 1,
    budgets: [{ id: "fund", amount: 100 }],
    applications: applications.map((application) => ({ tags: {}, ...application })),
    constraints: [],
    tieBreak: { seed: "example" },
    ranking: { misfit: "skip" },
    ...parts,
  };
}

const asks = (id: string, score: number, amount: number, more: Loose = {}): Loose => ({
  id,
  score,
  amounts: { fund: amount },
  ...more,
});

/** The decision for awards written out by hand. */
function decided(round: Loose, rule: string, awards: Loose[], explanations: Loose[]): Loose {
  return rehash({
    format: "voorsprong-decision/2",
    round,
    roundHash: nodeHash(round),
    rule,
    outcome: outcomeOf(round, awards),
    proof: { level: "C", bound: null, gap: null },
    comparisons: comparisonsOf(round, rule),
    explanations,
  });
}

const award = (application: string, score: number, amount: number, more: Loose = {}): Loose => ({
  application,
  option: null,
  score,
  amounts: { fund: amount },
  ...more,
});

const unfunded = (application: string, ...blockedBy: string[]): Loose => ({
  application,
  needed: { atLeast: 0, atMost: null },
  blockedBy,
});

describe("first come, first served", () => {
  const list = [
    asks("A", 1, 60, { received: "2027-03-01T08:00:00.5Z" }),
    asks("B", 9, 60, { received: "2027-03-01T08:00:01Z" }),
    asks("C", 5, 40, { received: "2027-03-01T08:00:00Z" }),
  ];

  it("goes by the moment, of which one without a fraction is the first of its second", () => {
    const document = decided(
      roundOf(list),
      "first-come",
      [award("A", 1, 60), award("C", 5, 40)],
      [unfunded("B", "budget/fund")],
    );
    expect(complaints(document)).toEqual([]);
  });

  it("draws among the applications of one day", () => {
    // SHA-256 of "example\nA" (0e04…) is below that of "example\nC" (3418…) and of "example\nB" (aac5…).
    const days = list.map((application) => ({ ...application, received: "2028-02-29" }));
    const awards = [award("A", 1, 60), award("C", 5, 40)];
    expect(complaints(decided(roundOf(days), "first-come", awards, [unfunded("B", "budget/fund")]))).toEqual(
      [],
    );
    const other = [award("B", 9, 60), award("C", 5, 40)];
    expect(complaints(decided(roundOf(days), "first-come", other, [unfunded("A", "budget/fund")]))).toEqual([
      "rule /outcome/awards",
    ]);
  });

  it("cannot decide where a moment is missing", () => {
    const round = roundOf([list[0], asks("B", 9, 60), list[2]]);
    expect(complaints(decided(round, "first-come", [award("A", 1, 60)], []))).toContain("rule /outcome");
  });

  it.each([
    ["a day that does not exist", "2027-02-29"],
    ["an hour that does not exist", "2027-03-01T24:00:00Z"],
    ["another zone", "2027-03-01T09:00:00+01:00"],
    ["a fraction that ends in zero", "2027-03-01T08:00:00.50Z"],
    ["a fraction of ten digits", "2027-03-01T08:00:00.0123456789Z"],
    ["a moment without seconds", "2027-03-01T08:00Z"],
    ["a day among moments", "2027-03-01"],
    ["nothing", ""],
  ])("refuses %s", (_, received) => {
    const round = roundOf([list[0], { ...list[1], received }, list[2]]);
    expect(complaints(decided(round, "first-come", [], []))).toContain(
      "canonical /round/applications/1/received",
    );
  });
});

describe("a lottery", () => {
  const list = [asks("A", 1, 60), asks("B", 9, 60), asks("C", 5, 40)];
  const secret = "secret";
  const commitment = hashOf(secret);
  const entry = `sha256:${"1".repeat(64)}`;
  const seed = sha256(`${secret}\n${entry}`);
  const by = (tieBreak: Loose): Loose => decisionOf(roundOf(list, { tieBreak }), { rule: "lottery" });

  it("goes by lot, whatever the scores", () => {
    const round = roundOf(list);
    const awards = [award("A", 1, 60), award("C", 5, 40)];
    expect(complaints(decided(round, "lottery", awards, [unfunded("B", "budget/fund")]))).toEqual([]);
  });

  it("is drawn with the secret that was committed to and the entry that registered the round", () => {
    expect(complaints(by({ seed, draw: { commitment, secret, entry } }))).toEqual([]);
  });

  it("cannot decide before it is drawn; a ranking can, with the lots of the empty seed", () => {
    expect(complaints(by({ seed: "", draw: { commitment } }))).toEqual(["rule /outcome"]);
    const round = roundOf(list, { tieBreak: { seed: "", draw: { commitment } } });
    expect(complaints(decisionOf(round, { rule: "ranking" }))).toEqual([]);
  });

  it.each<[string, Loose, string]>([
    [
      "another secret",
      { seed: sha256(`other\n${entry}`), draw: { commitment, secret: "other", entry } },
      "canonical /round/tieBreak/draw/secret",
    ],
    ["another seed", { seed: "mine", draw: { commitment, secret, entry } }, "canonical /round/tieBreak/seed"],
    ["a seed before the draw", { seed, draw: { commitment } }, "canonical /round/tieBreak/seed"],
    ["half a draw", { seed, draw: { commitment, secret } }, "shape /round/tieBreak/draw/entry"],
    ["a step of nothing", { seed: "", money: { step: 0 } }, "shape /round/tieBreak/money/step"],
  ])("refuses %s", (_, tieBreak, complaint) => {
    expect(complaints(by(tieBreak))).toEqual([complaint]);
  });
});

describe("pro rata", () => {
  const energy = { tags: { theme: ["energy"] } };

  /**
   * Of 100, energy may have 20: A and B ask 40 each in it, C 100 beside it, D 6. At 0.25 energy is full (20 of 80). Then C
   * and D rise on: the fund holds 20 and is full at 80/106 = 0.754716981132…
   */
  const round = roundOf(
    [asks("A", 8, 40, energy), asks("B", -3, 40, energy), asks("C", 50, 100), asks("D", 3, 6)],
    {
      constraints: [{ kind: "amount", tag: "theme", value: "energy", max: 20 }],
    },
  );
  const parts = [
    award("A", 2, 10, { part: "0.25" }),
    award("B", -1, 10, { part: "0.25" }),
    award("C", 37, 75, { part: "0.754716981132" }),
    award("D", 2, 4, { part: "0.754716981132" }),
  ];

  it("gives the same part to all, as far as limits allow", () => {
    expect(complaints(decided(round, "pro-rata", parts, []))).toEqual([]);
    expect(verifyDecision(decided(round, "pro-rata", parts, []))).toMatchObject({
      level: "C",
      objective: 40,
    });
  });

  it("refuses one unit more, a part that is longer, and one that is missing", () => {
    const more = (change: Loose): Loose => [parts[0], parts[1], { ...parts[2], ...change }, parts[3]];
    for (const change of [{ amounts: { fund: 76 } }, { score: 38 }, { part: "0.75471698113" }])
      expect(complaints(decided(round, "pro-rata", more(change), [])).join()).toMatch(/^awards /);
    expect(complaints(decided(round, "pro-rata", parts.slice(1), []))).toEqual(["rule /outcome/awards"]);
    const { part: _, ...whole } = parts[0];
    expect(complaints(decided(round, "pro-rata", [whole, ...parts.slice(1)], []))).toEqual([
      "awards /outcome/awards/0/part",
    ]);
  });

  it("gives everything where it is there, and nothing where there is nothing", () => {
    const rich = roundOf([asks("A", 8, 40), asks("B", 5, 60)]);
    const all = [award("A", 8, 40, { part: "1" }), award("B", 5, 60, { part: "1" })];
    expect(complaints(decided(rich, "pro-rata", all, []))).toEqual([]);
    const poor = roundOf([asks("A", 8, 40), { id: "B", score: 5, amounts: {} }], {
      budgets: [{ id: "fund", amount: 0 }],
    });
    const free = [{ application: "B", option: null, score: 5, amounts: {}, part: "1" }];
    expect(complaints(decided(poor, "pro-rata", free, []))).toEqual([]);
  });

  it("has no bound, and explains nothing", () => {
    const document = decided(round, "pro-rata", parts, []);
    const root = { denominator: String(2n ** 60n), rows: {}, bound: "0" };
    expect(complaints(rehash(replaced(document, ["proof", "root"], root)))).toEqual(["bound /proof/root"]);
    const explanations = [unfunded("A")];
    expect(complaints(rehash({ ...document, explanations }))).toEqual(["explanations /explanations/0"]);
  });
});

const RULES = ["ranking", "first-come", "lottery", "pro-rata"];

describe("on small rounds", () => {
  it("every rule is what a second way says, alone and as a comparison", () => {
    fc.assert(
      fc.property(fc.oneof(receivedRound, smallRound), fc.constantFrom(...RULES), (round, rule) => {
        fc.pre(canDecide(round, rule));
        expect(complaints(decisionOf(round, { rule: rule as "ranking" }))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("one change outside the round is found, though the hash is made right again", () => {
    let changes = 0;
    fc.assert(
      fc.property(receivedRound, fc.constantFrom(...RULES.slice(1)), (round, rule) => {
        const document = decisionOf(round, { rule: rule as "lottery" });
        for (const change of [numberMutants, valueMutants, fieldMutants, listMutants])
          for (const mutant of change(document)) {
            if (mutant.path[0] === undefined || mutant.path[0] === "round" || mutant.path[0] === "hash")
              continue;
            expect(verifyDecision(rehash(mutant.document)).valid, mutant.what).toBe(false);
            changes++;
          }
      }),
      { numRuns: 15 },
    );
    expect(changes).toBeGreaterThan(500);
  });

  it("one changed number in the round leads to another outcome that must be shown, or to the very same", () => {
    fc.assert(
      fc.property(receivedRound, fc.constantFrom(...RULES.slice(1)), (round, rule) => {
        const document = decisionOf(round, { rule: rule as "lottery" });
        for (const mutant of numberMutants(document)) {
          if (mutant.path[0] !== "round") continue;
          const changed = rehash({ ...mutant.document, roundHash: nodeHash(mutant.document.round) });
          const { valid, reasons } = verifyDecision(changed);
          const isCanonical = reasons.every(({ check, ok }) => ok || !/^(shape|canonical)$/.test(check));
          const isTrue =
            isCanonical &&
            nodeHash(decisionOf(changed.round, { rule: rule as "lottery" })) === nodeHash(changed);
          expect(valid, mutant.what).toBe(isTrue);
        }
      }),
      { numRuns: 25 },
    );
  });
});
