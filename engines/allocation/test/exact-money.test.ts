/** One cent counts, also where a solver's tolerance would not see it. */
import { decide, parseRound } from "@voorsprong/allocation";
import { verifyDecision } from "@voorsprong/verifier";
import { describe, expect, it } from "vitest";

describe("exact money", () => {
  const decided = async (json: unknown) => {
    const decision = await decide(parseRound(json), { rule: "optimal" });
    expect(verifyDecision(JSON.parse(JSON.stringify(decision)))).toMatchObject({ valid: true });
    return decision.outcome;
  };

  // From a few euros to 90 trillion euros: the largest amounts the format holds.
  it.each([
    0, 2, 4, 6, 8, 10, 12, 14,
  ])("does not go one cent over a budget of 6 x 10^%i cents", async (power) => {
    const unit = 10 ** power;
    const json = (budget: number) => ({
      round: "cents",
      budgets: [{ id: "b", amount: budget }],
      applications: [
        { id: "A", score: 10, amounts: { b: 3 * unit } },
        { id: "B", score: 9, amounts: { b: 3 * unit + 1 } },
        { id: "C", score: 1, amounts: { b: 2 * unit } },
      ],
    });
    const over = await decided(json(6 * unit));
    expect(over).toMatchObject({ objective: 11, awards: [{ application: "A" }, { application: "C" }] });
    const exact = await decided(json(6 * unit + 1));
    expect(exact).toMatchObject({ objective: 19 });
  });

  it.each([
    0, 4, 8, 11,
  ])("keeps a share of the awarded amount to the cent, amounts of 10^%i cents", async (power) => {
    const unit = 10 ** power;
    const json = (extra: number) => ({
      round: "shares",
      budgets: [{ id: "b", amount: 1000 * unit }],
      applications: [
        { id: "A", score: 10, amounts: { b: 20 * unit + extra }, tags: { region: "North" } },
        { id: "B", score: 10, amounts: { b: 80 * unit } },
        { id: "C", score: 1, amounts: { b: 10 * unit }, tags: { region: "North" } },
      ],
      constraints: [{ kind: "share", tag: "region", value: "North", max: 0.2 }],
    });
    expect(await decided(json(0))).toMatchObject({ objective: 20 });
    expect(await decided(json(1))).toMatchObject({ objective: 11 });
  });

  it("keeps a minimum to the cent", async () => {
    const json = (min: number) => ({
      round: "minimum",
      budgets: [{ id: "b", amount: 10 ** 13 }],
      applications: [
        { id: "A", score: -5, amounts: { b: 10 ** 12 } },
        { id: "B", score: -9, amounts: { b: 10 ** 12 + 1 } },
      ].map((application) => ({ ...application, tags: { region: "North" } })),
      constraints: [{ kind: "amount", tag: "region", value: "North", min }],
    });
    expect(await decided(json(10 ** 12))).toMatchObject({ objective: -5 });
    expect(await decided(json(10 ** 12 + 1))).toMatchObject({ objective: -9 });
    expect(await decided(json(2 * 10 ** 12 + 1))).toMatchObject({ objective: -14 });
    expect(await decided(json(2 * 10 ** 12 + 2))).toMatchObject({
      status: "infeasible",
      conflict: ["limit/0/min"],
    });
  });

  it("bounds a round with shares of twelve decimals", async () => {
    const outcome = await decided({
      round: "twelve decimals",
      budgets: [{ id: "b", amount: 90_000_000_000 }],
      applications: Array.from({ length: 40 }, (_, k) => ({
        id: `A${k}`,
        score: 50 + ((k * 37) % 50),
        amounts: { b: 3_000_000_000 + ((k * 7_919_123_457) % 2_000_000_000) },
        tags: { region: k % 3 === 0 ? "North" : "South" },
      })),
      constraints: [
        { kind: "share", tag: "region", value: "North", min: "0.250000000001", max: "0.300000000001" },
      ],
    });
    expect(outcome.status).toBe("decided");
  });
});
