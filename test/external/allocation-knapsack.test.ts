/** The OR-Library's multidimensional knapsacks: stated optima reached, and nothing claimed above them. */
import { readdirSync, readFileSync } from "node:fs";
import { decide, readKnapsack, summarise } from "@voorsprong/allocation";
import { verifyDecision } from "@voorsprong/verifier";
import { describe, expect, it } from "vitest";
import { hasSharedData, sharedData } from "./shared.js";

describe.skipIf(!hasSharedData)("knapsacks of the OR-Library", () => {
  it("reaches and proves the stated optimum of all 20 small instances", async () => {
    const folder = sharedData("orlib", "knapsack", "sac94");
    const files = readdirSync(folder).filter((name) => name.endsWith(".dat"));
    expect(files).toHaveLength(20);
    for (const file of files) {
      const { round, statedObjective } = readKnapsack(
        readFileSync(sharedData("orlib", "knapsack", "sac94", file), "utf8"),
      );
      const decision = await decide(round, { rule: "optimal" });
      const summary = summarise(decision);
      expect([file, summary.objective]).toEqual([file, statedObjective]);
      expect([file, summary.level, summary.bound]).toEqual([file, "A", statedObjective]);
      expect(verifyDecision(JSON.parse(JSON.stringify(decision)))).toMatchObject({ valid: true });
    }
  }, 240_000);

  it("stays between the best known value and the relaxation on the first instances of mknapcb1", async () => {
    const text = readFileSync(sharedData("orlib", "knapsack", "mknapcb1.txt"), "utf8");
    const known = readFileSync(sharedData("orlib", "knapsack", "mknapcb1-best-known.txt"), "utf8");
    const values = [...known.matchAll(/^5\.100-(\d\d)\s+(\S+)/gm)].map(([, , value]) => Number(value));
    expect(values).toHaveLength(30);
    for (const instance of [1, 2, 6]) {
      const { round, statedObjective, instances } = readKnapsack(text, instance);
      expect(instances).toBe(30);
      const [best, relaxed] = [values[instance - 1]!, values[instance + 14]!];
      expect(statedObjective).toBe(best);
      const summary = summarise(await decide(round, { rule: "optimal", timeLimit: 10 }));
      // The tree starts from the bound of the relaxation, which the file lists to eleven digits.
      expect(summary.bound).toBeLessThanOrEqual(Math.floor(relaxed));
      expect(summary.objective).toBeLessThanOrEqual(summary.bound!);
      expect(summary.objective).toBeGreaterThanOrEqual(best * 0.995);
    }
  }, 120_000);
});
