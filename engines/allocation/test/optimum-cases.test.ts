/**
 * Ten thousand rounds of every kind against trying every selection (with the 400 of optimum-property.test.ts, which
 * looks closer at each). A failure prints the seed of its shard and the smallest round that fails.
 */
import { decide, parseRound, type Round } from "@voorsprong/allocation";
import { verifyDecision } from "@voorsprong/verifier";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryRound } from "./support/arbitrary-round.js";
import { isFeasible, type NaiveChoice, scoreOf, selectionsOf } from "./support/naive.js";

const SHARDS = 4;
const CASES = 2_400;

/** Also scores in tenths and hundredths of points, applications that ask nothing, and steps of money. */
const round: fc.Arbitrary<Round> = fc
  .record({
    drawn: arbitraryRound(5),
    scoreScale: fc.constantFrom(1, 1, 10, 100),
    asksNothing: fc.constantFrom(-1, -1, -1, 0, 1),
    step: fc.constantFrom(undefined, undefined, 1, 7, 25),
  })
  .map(({ drawn, scoreScale, asksNothing, step }) =>
    parseRound({
      ...drawn,
      scoreScale,
      applications: drawn.applications.map((application, index) =>
        index === asksNothing && application.amounts !== undefined
          ? { ...application, amounts: {} }
          : application,
      ),
      tieBreak: { ...drawn.tieBreak, ...(step === undefined ? {} : { money: { step } }) },
    }),
  );

const spentOn = (selection: readonly NaiveChoice[]) =>
  selection.reduce((sum, { amounts }) => sum + Object.values(amounts).reduce((a, b) => a + b, 0), 0);

describe("optimal, on ten thousand rounds", () => {
  it.each(
    Array.from({ length: SHARDS }, (_, shard) => 20_270_000 + shard),
  )("is the optimum, at level A, and the document is accepted (seed %i)", async (seed) => {
    let infeasible = 0;
    let trees = 0;
    let ties = 0;
    await fc.assert(
      fc.asyncProperty(round, async (own) => {
        const feasible = [...selectionsOf(own)].filter((selection) => isFeasible(own, selection));
        const decision = await decide(own, { rule: "optimal" });
        expect(verifyDecision(JSON.parse(JSON.stringify(decision)))).toMatchObject({
          valid: true,
          level: "A",
        });
        const { outcome, proof } = decision;
        if (proof.tree !== undefined) trees += 1;
        if (outcome.status === "infeasible") {
          expect(feasible).toEqual([]);
          infeasible += 1;
          return;
        }
        const best = Math.max(...feasible.map(scoreOf));
        const tied = feasible.filter((selection) => scoreOf(selection) === best);
        expect(outcome).toMatchObject({ objective: best, breaches: [] });
        expect(proof).toMatchObject({ level: "A", bound: best, gap: 0 });
        const { step } = own.tieBreak.money ?? {};
        if (step !== undefined)
          expect(proof.ties!.money).toMatchObject({
            proven: true,
            steps: Math.min(...tied.map((selection) => Math.ceil(spentOn(selection) / step))),
          });
        if (tied.length > 1) ties += 1;
      }),
      { numRuns: CASES, seed },
    );
    expect(infeasible).toBeGreaterThan(CASES / 20);
    expect(trees).toBeGreaterThan(CASES / 20);
    expect(ties).toBeGreaterThan(CASES / 120);
  }, 300_000);
});
