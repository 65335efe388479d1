import { verifyDecision } from "@voorsprong/verifier";
import { describe, expect, it } from "vitest";
import { decisionOf, infeasibleOf, outcomeOf, rehash } from "./support/build.js";
import { type Loose, rows, walkBy } from "./support/naive.js";

/** Ranking: A for 5 points; the best: B and C for 8. */
const round: Loose = {
  round: "r",
  unit: "EUR-cent",
  scoreScale: 1,
  budgets: [{ id: "b", amount: 100 }],
  applications: [
    { id: "A", score: 5, amounts: { b: 60 }, tags: {} },
    { id: "B", score: 4, amounts: { b: 50 }, tags: {} },
    { id: "C", score: 4, amounts: { b: 50 }, tags: {} },
  ],
  constraints: [],
  tieBreak: { seed: "" },
  ranking: { misfit: "skip" },
};
/** By the lottery, and better than any other. */
const best = walkBy(round, "lottery").selection;

function complaints(document: Loose): string[] {
  return verifyDecision(document)
    .reasons.filter(({ ok }) => ok === false)
    .map(({ check, message, where }) => `${check} ${where}: ${message.en}`);
}

describe("what anyone can see disproves", () => {
  it("a conflict that awarding nothing meets, and an empty one", () => {
    for (const conflict of [["budget/b"], []])
      expect(complaints(infeasibleOf(round, conflict, undefined))).toContain(
        "conflict /outcome/conflict: Awarding nothing meets all these limits.",
      );
  });

  it("a conflict that the ranking meets", () => {
    const asking = {
      ...round,
      applications: round.applications.map((application: Loose) => ({ ...application, tags: { t: ["v"] } })),
      constraints: [{ kind: "count", tag: "t", value: "v", min: 1 }],
    };
    const conflict = rows(asking).map(({ id }) => id);
    expect(complaints(infeasibleOf(asking, conflict, undefined))).toContain(
      "conflict /outcome/conflict: The ranking meets all these limits.",
    );
  });

  it("an optimum that the ranking beats within the limits", () => {
    expect(complaints(decisionOf(round, { rule: "optimal", selection: [], swaps: new Map() }))).toContain(
      "rule /outcome/objective: The ranking stays within all limits and is worth more: 5.",
    );
  });

  it("a comparison with an optimum that the ranking beats, or with none at all", () => {
    const none = { status: "infeasible", conflict: ["budget/b"] };
    for (const outcome of [none, outcomeOf(round, [])]) {
      const document = decisionOf(round, { rule: "ranking", optimum: outcome });
      expect(complaints(rehash(document)).join()).toMatch(/^comparisons \/comparisons\/0\/outcome/);
    }
    const equal = decisionOf(round, {
      rule: "ranking",
      optimum: outcomeOf(round, best),
    });
    expect(complaints(equal)).toEqual([]);
  });
});
