/** The rule `optimal` against trying every selection. */
import { assembleDecision, decide, describeConflict, type Finding } from "@voorsprong/allocation";
import { verifyDecision } from "@voorsprong/verifier";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryRound } from "./support/arbitrary-round.js";
import { broken, isFeasible, type NaiveChoice, scoreOf, selectionsOf } from "./support/naive.js";

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

describe("optimal, against every selection", () => {
  it("finds the optimum, is infeasible exactly when nothing is feasible, and never claims too much", async () => {
    let infeasible = 0;
    let exact = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryRound(), async (round) => {
        const feasible = [...selectionsOf(round)].filter((selection) => isFeasible(round, selection));
        let last: Finding | null = null;
        const onProgress = ({ finding }: { finding: Finding }) => {
          last = structuredClone(finding);
        };
        const decision = await decide(round, { rule: "optimal", onProgress });
        // Whoever has to stop the search can publish what was reported last.
        expect(assembleDecision(round, "optimal", last)).toEqual(decision);
        expect(verifyDecision(plain(assembleDecision(round, "ranking", last)))).toMatchObject({
          valid: true,
        });
        expect(verifyDecision(plain(decision))).toMatchObject({ valid: true });
        const { outcome, proof } = decision;
        if (outcome.status === "infeasible") {
          infeasible += 1;
          expect(feasible).toEqual([]);
          expect(proof.level).toBe("A");
          expect(proof.ray ?? proof.tree).toBeDefined();
          // The conflict alone is enough: every selection breaks one of its rows.
          for (const selection of selectionsOf(round))
            expect(broken(round, selection).some((row) => outcome.conflict.includes(row))).toBe(true);
          expect(describeConflict(round, outcome.conflict, "nl")).toMatch(/^Geen enkele keuze/);
          return;
        }
        const best = Math.max(...feasible.map(scoreOf));
        expect(outcome.objective).toBe(best);
        expect(outcome.breaches).toEqual([]);
        expect(proof.bound).toBeGreaterThanOrEqual(best);
        expect(proof.gap).toBe(proof.bound! - best);
        // Rounds of this size are always proven, by the root or by a tree.
        expect(proof.level).toBe("A");
        expect(proof.bound).toBe(best);
        for (const { application, needed } of decision.explanations) {
          const index = round.applications.findIndex(({ id }) => id === application);
          const has = (selection: readonly NaiveChoice[]) =>
            selection.some((choice) => choice.application === index);
          const withIt = feasible.filter(has).map(scoreOf);
          if (withIt.length === 0) expect(needed.atMost).toBeNull();
          else {
            const truth = best - Math.max(...withIt);
            expect(needed.atLeast).toBeLessThanOrEqual(truth);
            if (needed.atMost !== null) expect(needed.atMost).toBeGreaterThanOrEqual(truth);
            if (needed.atMost === truth) exact += 1;
          }
        }
      }),
      { numRuns: 400 },
    );
    // The rounds drawn must reach all of these cases, or the test shows nothing.
    expect(infeasible).toBeGreaterThan(20);
    expect(exact).toBeGreaterThan(20);
  }, 240_000);
});
