/** Real budgets of real towns, decided by the engine and checked by the verifier. The data stay where they are. */
import { readdirSync, readFileSync } from "node:fs";
import { decide, type Rule, readPabulib } from "@voorsprong/allocation";
import { parseExact, verifyDecision } from "@voorsprong/verifier";
import { describe, expect, it } from "vitest";
import { rehash } from "../../engines/verifier/test/support/build.js";
import {
  fieldMutants,
  listMutants,
  numberMutants,
  valueMutants,
} from "../../engines/verifier/test/support/mutate.js";
import { hasSharedData, sharedData } from "./shared.js";

const files = hasSharedData
  ? readdirSync(sharedData("pabulib", "pb")).filter((name) => name.endsWith(".pb"))
  : [];

describe.skipIf(!hasSharedData)("Pabulib", () => {
  async function published(file: string, rule: Rule): Promise<unknown> {
    const round = readPabulib(readFileSync(sharedData("pabulib", "pb", file), "utf8"));
    return parseExact(JSON.stringify(await decide(round, { rule, timeLimit: 10 })));
  }

  it("has twelve files", () => {
    expect(files).toHaveLength(12);
  });

  it.each(
    files.flatMap((file) => [[file, "optimal"] as const, [file, "ranking"] as const]),
  )("%s by the rule %s: decided and valid", async (file, rule) => {
    const { valid, level, objective, reasons } = verifyDecision(await published(file, rule));
    expect(reasons.filter(({ ok }) => ok !== true)).toEqual([]);
    expect(valid).toBe(true);
    expect(objective).toBeGreaterThan(0);
    if (rule === "optimal") expect(["A", "B"]).toContain(level);
  });

  it("any one change in a real decision is found", async () => {
    // The file with the fewest projects, so that every change can be tried.
    const smallest = files.reduce((a, b) => (size(b) < size(a) ? b : a));
    const document = await published(smallest, "optimal");
    expect(verifyDecision(document).valid).toBe(true);
    let count = 0;
    for (const change of [numberMutants, valueMutants, fieldMutants, listMutants])
      for (const mutant of change(document)) {
        expect(verifyDecision(mutant.document).valid, mutant.what).toBe(false);
        count++;
      }
    // Another tree can prove the same; what proves nothing is found in the verifier's own tests.
    for (const mutant of numberMutants(document))
      if (mutant.path[0] !== "round" && !mutant.path.includes("tree")) {
        expect(verifyDecision(rehash(mutant.document)).valid, mutant.what).toBe(false);
        count++;
      }
    expect(count).toBeGreaterThan(1000);
  });

  function size(file: string): number {
    return readPabulib(readFileSync(sharedData("pabulib", "pb", file), "utf8")).applications.length;
  }
});
