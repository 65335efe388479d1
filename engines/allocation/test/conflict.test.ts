/** Infeasible rounds: which limits conflict, and how well that is proven. */
import { decide, generateRound, parseRound } from "@voorsprong/allocation";
import { verifyDecision } from "@voorsprong/verifier";
import { describe, expect, it } from "vitest";

const outcomeOf = async (json: unknown) => {
  const decision = await decide(parseRound(json), { rule: "optimal" });
  expect(verifyDecision(JSON.parse(JSON.stringify(decision)))).toMatchObject({ valid: true });
  const { outcome, proof } = decision;
  return [outcome.status === "infeasible" ? outcome.conflict : outcome.status, proof.level];
};

const applications = [
  { id: "A", score: 1, amounts: { b: 6 }, tags: { region: "North", theme: "care" } },
  { id: "B", score: 1, amounts: { b: 10 }, tags: { region: "North", theme: "energy" } },
  { id: "C", score: 9, amounts: { b: 5 }, tags: { region: "South", theme: "care" } },
];
const base = { round: "conflict", budgets: [{ id: "b", amount: 20 }], applications };
const idle = { kind: "count", tag: "region", value: "South", max: 3 };

describe("conflicts", () => {
  it("names the budget and the minimum that exceed it together, and proves it", async () => {
    const constraints = [
      idle,
      { kind: "amount", tag: "region", value: "North", min: 16 },
      idle,
      { kind: "count", tag: "region", value: "South", min: 1 },
    ];
    expect(await outcomeOf({ ...base, constraints })).toEqual([
      ["budget/b", "limit/1/min", "limit/3/min"],
      "A",
    ]);
    expect(await outcomeOf({ ...base, constraints: constraints.slice(0, 3) })).toEqual([
      "decided",
      expect.anything(),
    ]);
  });

  it("names a limit between whose sides no selection falls", async () => {
    const constraints = [idle, { kind: "amount", tag: "region", value: "North", min: 7, max: 9 }, idle];
    expect(await outcomeOf({ ...base, constraints })).toEqual([["limit/1/min", "limit/1/max"], "A"]);
  });

  it("finds the few rows among many that whole choices cannot meet together", async () => {
    const constraints = [
      idle,
      { kind: "amount", tag: "region", value: "North", min: 7 },
      idle,
      { kind: "at-most-one", applications: ["B", "C"] },
      { kind: "requires", application: "B", needs: "C" },
      idle,
      // Fractions of A and B would do; A alone is too little, and B drags C along, which excludes it.
      { kind: "amount", tag: "theme", value: "care", min: 1 },
    ];
    const [conflict, level] = await outcomeOf({ ...base, constraints });
    expect([conflict, level]).toEqual([["limit/1/min", "exclusive/3", "requires/4"], "A"]);
  });

  it("stays small on a large round", async () => {
    const round = generateRound({ n: 1000, class: "loose", seed: "conflict" });
    const total = round.budgets.reduce((sum, { amount }) => sum + amount, 0);
    const extra = { kind: "amount", tag: "theme", value: "care", min: Math.ceil(total * 0.9) };
    const [conflict, level] = await outcomeOf({ ...round, constraints: [...round.constraints, extra] });
    expect(level).toBe("A");
    expect(conflict).toContain(`limit/${round.constraints.length}/min`);
    expect(conflict!.length).toBeLessThanOrEqual(8);
  }, 60_000);
});
