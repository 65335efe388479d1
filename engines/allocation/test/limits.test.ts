/** Time limits, aborts, and findings that do not belong to a round. */
import {
  assembleDecision,
  decide,
  type Finding,
  generateRound,
  parseRound,
  summarise,
  UndecidedError,
} from "@voorsprong/allocation";
import { verifyDecision } from "@voorsprong/verifier";
import { describe, expect, it } from "vitest";

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

const easy = (constraints: readonly object[]) =>
  parseRound({
    round: "easy",
    budgets: [{ id: "b", amount: 10 }],
    applications: [
      { id: "A", score: 5, amounts: { b: 6 } },
      { id: "B", score: 4, amounts: { b: 5 }, tags: { region: "North" } },
      { id: "C", score: 4, amounts: { b: 5 } },
    ],
    constraints,
  });

describe("limits", () => {
  it("publishes the best outcome and its distance when time is up", async () => {
    const round = generateRound({ n: 1500, class: "tight", seed: "hard" });
    const phases = new Set<string>();
    const decision = await decide(round, {
      rule: "optimal",
      timeLimit: 4,
      onProgress: ({ phase }) => phases.add(phase),
    });
    const { level, gap, objective, bound } = summarise(decision);
    expect(level).toBe("B");
    expect(gap).toBe(bound! - objective!);
    // The relaxation is within a few points per thousand on such rounds; more would mean that nothing was searched.
    expect(objective! / bound!).toBeGreaterThan(0.98);
    expect(verifyDecision(plain(decision))).toMatchObject({ valid: true, level: "B" });
    expect([...phases].slice(0, 2)).toEqual(["bound", "search"]);
    expect([...phases].at(-1)).toBe("explanation");
  }, 60_000);

  it("falls back on the ranking, improved by swaps, with the bound of no multipliers, when there is no time at all", async () => {
    const decision = await decide(easy([]), { rule: "optimal", elapsed: () => Number.POSITIVE_INFINITY });
    expect(decision).toMatchObject({
      proof: { level: "B", bound: 13, gap: 5, root: { rows: {} } },
      outcome: { objective: 8 },
    });
    expect(verifyDecision(plain(decision))).toMatchObject({ valid: true, level: "B" });
  });

  it("says that it found nothing when every list breaks a limit and there is no time", async () => {
    // Without a draw there is no lottery, and without days of receipt no first-come.
    const tieBreak = { draw: { commitment: `sha256:${"0".repeat(64)}` } };
    const round = parseRound({
      ...easy([{ kind: "count", tag: "region", value: "North", min: 1 }]),
      tieBreak,
    });
    await expect(decide(round, { rule: "optimal", elapsed: () => Number.POSITIVE_INFINITY })).rejects.toThrow(
      UndecidedError,
    );
    const ranking = await decide(round, { rule: "ranking", elapsed: () => Number.POSITIVE_INFINITY });
    expect(ranking.comparisons.map(({ rule }) => rule)).toEqual(["pro-rata"]);
    expect(ranking).toMatchObject({
      proof: { level: null },
      outcome: { breaches: ["limit/0/min"] },
    });
    expect(summarise(await decide(round, { rule: "optimal" })).selected).toEqual(["B", "C"]);
  });

  it("stops at an abort", async () => {
    const controller = new AbortController();
    const running = decide(easy([]), { rule: "optimal", signal: controller.signal });
    controller.abort(new Error("no longer wanted"));
    await expect(running).rejects.toThrow("no longer wanted");
  });

  it.each<[string, Finding["incumbent"]]>([
    ["an unknown application", [["Z", null]]],
    ["an unknown option", [["A", "half"]]],
    [
      "an infeasible selection",
      [
        ["A", null],
        ["B", null],
      ],
    ],
    [
      "an application twice",
      [
        ["A", null],
        ["A", null],
      ],
    ],
  ])("refuses a finding with %s", (_, incumbent) => {
    expect(() =>
      assembleDecision(easy([]), "optimal", { incumbent, root: null, tree: null, infeasible: null }),
    ).toThrow(RangeError);
  });
});
