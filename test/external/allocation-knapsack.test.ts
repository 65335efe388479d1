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

  it("reaches the best known value of all 30 instances of mknapcb1, and proves it", async () => {
    const text = readFileSync(sharedData("orlib", "knapsack", "mknapcb1.txt"), "utf8");
    const known = readFileSync(sharedData("orlib", "knapsack", "mknapcb1-best-known.txt"), "utf8");
    // The list has the best values of the first 15, and then their relaxations.
    const listed = [...known.matchAll(/^5\.100-(\d\d)\s+(\S+)/gm)].map(([, , value]) => Number(value));
    expect(listed).toHaveLength(30);
    for (let instance = 1; instance <= 30; instance += 1) {
      const { round, statedObjective, instances } = readKnapsack(text, instance);
      expect(instances).toBe(30);
      if (instance <= 15) expect(statedObjective).toBe(listed[instance - 1]);
      const decision = await decide(round, { rule: "optimal", timeLimit: 400, tieEffort: 0 });
      const { objective, bound, level } = summarise(decision);
      expect([instance, level]).toEqual([instance, "A"]);
      expect(bound).toBe(objective);
      expect(objective).toBeGreaterThanOrEqual(statedObjective!);
      if (instance <= 15) expect(objective).toBeLessThanOrEqual(Math.floor(listed[instance + 14]!));
      expect(verifyDecision(JSON.parse(JSON.stringify(decision)))).toMatchObject({ valid: true });
    }
  }, 600_000);
});
