/**
 * Every number of the engine's own decisions changed, one at a time, with the hash made right again. Whatever the
 * verifier then accepts must be true, by trying every selection: no proof of anything false gets through.
 */
import { decide, parseRound } from "@voorsprong/allocation";
import { parseExact, verifyDecision } from "@voorsprong/verifier";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { broken, outcomeOf, rehash } from "./support/build.js";
import { decimalMutants, numberMutants } from "./support/mutate.js";
import { type Loose, lotOf, type Pick, picks, selections, worth } from "./support/naive.js";
import { smallRound } from "./support/rounds.js";

/** Rounds that also announce steps of money. */
const round = fc
  .tuple(smallRound, fc.constantFrom(undefined, 1, 3, 10))
  .map(([written, step]) =>
    parseRound(
      step === undefined ? written : { ...written, tieBreak: { ...written.tieBreak, money: { step } } },
    ),
  );

const spent = (selection: readonly Pick[]) =>
  selection.reduce((sum, { amounts }) => sum + Object.values(amounts).reduce((a, b) => a + b, 0), 0);

/** The outcomes that a document may call the best, by brute force: of most worth, then as its ties claim. */
function allowed(document: Loose, feasible: readonly Pick[][]): readonly Pick[][] {
  const { ties } = document.proof;
  const best = Math.max(...feasible.map(worth));
  let kept = feasible.filter((selection) => worth(selection) === best);
  const stepsOf = (selection: readonly Pick[]) => Math.ceil(spent(selection) / ties.money.step);
  if (ties?.money?.proven) {
    const least = Math.min(...kept.map(stepsOf));
    kept = kept.filter((selection) => stepsOf(selection) === least);
  } else if (ties?.money) kept = kept.filter((selection) => stepsOf(selection) <= ties.money.steps);
  if (!ties?.lot?.proven) return kept;
  const order = [...document.round.applications]
    .sort((a, b) => (lotOf(document.round, a.id) < lotOf(document.round, b.id) ? -1 : 1))
    .flatMap(picks);
  for (const choice of order) {
    const having = kept.filter((selection) =>
      selection.some(
        ({ application, option }) => application === choice.application && option === choice.option,
      ),
    );
    if (having.length > 0) kept = having;
  }
  return kept;
}

/** Refuses a document whose claims are not true. */
function expectTruth(document: Loose, feasible: readonly Pick[][], what: string): void {
  const { outcome, proof } = document;
  if (outcome.status === "infeasible") {
    expect(proof.level === "A" && feasible.length > 0, what).toBe(false);
    return;
  }
  expect(outcome, what).toEqual(outcomeOf(document.round, outcome.awards));
  if (proof.level === null) return;
  const best = Math.max(...feasible.map(worth));
  if (proof.bound !== null) expect(proof.bound, what).toBeGreaterThanOrEqual(best);
  if (document.rule === "optimal" && proof.level === "A")
    expect(
      allowed(document, feasible).map((selection) => outcomeOf(document.round, selection)),
      what,
    ).toContainEqual(outcome);
  for (const { application, needed } of document.explanations) {
    const having = feasible.filter((selection) => selection.some((pick) => pick.application === application));
    if (document.rule !== "optimal" || having.length === 0) continue;
    const truth = Math.max(0, outcome.objective - Math.max(...having.map(worth)));
    expect(needed.atLeast, what).toBeLessThanOrEqual(truth);
    if (needed.atMost !== null) expect(needed.atMost, what).toBeGreaterThanOrEqual(truth);
  }
}

describe("a decision with any one number changed and its hash made right", () => {
  it("is refused, or is true all the same", async () => {
    const seen = { accepted: 0, refused: 0, trees: 0, ties: 0, infeasible: 0 };
    await fc.assert(
      fc.asyncProperty(round, async (own) => {
        const document: Loose = parseExact(JSON.stringify(await decide(own, { rule: "optimal" })));
        const feasible = selections(document.round).filter(
          (selection) => broken(document.round, selection).length === 0,
        );
        expectTruth(document, feasible, "unchanged");
        if (document.proof.tree !== undefined) seen.trees += 1;
        if (document.proof.ties?.lot.tree?.tree.length > 2) seen.ties += 1;
        if (feasible.length === 0) seen.infeasible += 1;
        for (const change of [numberMutants, decimalMutants])
          for (const mutant of change(document)) {
            if (mutant.path[0] === "round" || mutant.path[0] === "comparisons") continue;
            const changed = rehash(mutant.document);
            if (!verifyDecision(changed).valid) {
              seen.refused += 1;
              continue;
            }
            // What a decision says is fixed by its round and outcome; only proofs can be others that prove the same.
            expect(mutant.path[0], mutant.what).toBe("proof");
            expect(["level", "bound", "gap"], mutant.what).not.toContain(mutant.path[1]);
            expectTruth(changed, feasible, mutant.what);
            seen.accepted += 1;
          }
      }),
      { numRuns: 250 },
    );
    // Documents of every kind must have been drawn, and most changes refused.
    expect(Math.min(seen.trees, seen.ties, seen.infeasible)).toBeGreaterThan(5);
    expect(seen.accepted).toBeGreaterThan(0);
    expect(seen.refused).toBeGreaterThan(2 * seen.accepted);
  }, 240_000);
});
