/** Rounds too large to try every selection, against dynamic programming. */
import { decide, parseRound, type Round, randomSource } from "@voorsprong/allocation";
import { describe, expect, it } from "vitest";

/** One budget, some applications with options: the multiple-choice knapsack. */
function knapsack(n: number, seed: string): Round {
  const random = randomSource(seed);
  const award = () => {
    const amount = 5 + random.below(60);
    return { score: 1 + Math.floor(amount * (0.6 + 0.8 * random.uniform())), amounts: { b: amount } };
  };
  const applications = Array.from({ length: n }, (_, k) => ({
    id: `A${k}`,
    ...award(),
    ...(k % 4 === 0 ? { options: ["half", "third"].map((id) => ({ id, ...award() })) } : {}),
  }));
  const demand = applications.reduce((sum, { amounts }) => sum + amounts.b, 0);
  return parseRound({ round: seed, budgets: [{ id: "b", amount: Math.floor(demand / 4) }], applications });
}

/** The best total score per amount of money, one application after the other. */
function bestScore(round: Round): number {
  let best = new Int32Array(round.budgets[0]!.amount + 1);
  for (const { score, amounts, options = [] } of round.applications) {
    const next = best.slice();
    for (const choice of [{ score: score!, amounts: amounts! }, ...options]) {
      const amount = choice.amounts.b ?? 0;
      for (let money = amount; money < next.length; money += 1)
        next[money] = Math.max(next[money]!, best[money - amount]! + choice.score);
    }
    best = next;
  }
  return best.at(-1)!;
}

describe("core method", () => {
  it.each([80, 200, 500, 1200])("reaches the optimum of a knapsack of %i applications", async (n) => {
    for (const seed of ["a", "b", "c"]) {
      const round = knapsack(n, `${n} ${seed}`);
      const best = bestScore(round);
      const bounds: (number | null)[] = [];
      const { outcome, proof } = await decide(round, {
        rule: "optimal",
        onProgress: ({ objective, bound }) => {
          expect(objective ?? 0).toBeLessThanOrEqual(best);
          bounds.push(bound);
        },
      });
      expect(outcome).toMatchObject({ status: "decided", objective: best });
      expect(proof.bound).toBeGreaterThanOrEqual(best);
      expect(bounds.at(-1)).toBe(proof.bound);
    }
  }, 120_000);
});
