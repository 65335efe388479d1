/** The announced tie-break under `optimal`, against trying every selection. */

import { createHash } from "node:crypto";
import { assembleDecision, decide, parseRound, type Round } from "@voorsprong/allocation";
import { verifyDecision } from "@voorsprong/verifier";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFeasible, type NaiveChoice, scoreOf, selectionsOf } from "./support/naive.js";
import { tiedRound } from "./support/tied-round.js";

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

const spentOn = (selection: readonly NaiveChoice[]) =>
  selection.reduce((sum, { amounts }) => sum + Object.values(amounts).reduce((a, b) => a + b, 0), 0);

/** The outcomes worth the most, the announced one at the front; by hand. */
function bestInOrder(round: Round): readonly (readonly NaiveChoice[])[] {
  const { seed, money } = round.tieBreak;
  const steps = (selection: readonly NaiveChoice[]) =>
    money === undefined ? 0 : Math.ceil(spentOn(selection) / money.step);
  const feasible = [...selectionsOf(round)].filter((selection) => isFeasible(round, selection));
  const most = Math.max(...feasible.map(scoreOf));
  const lot = (id: string) => createHash("sha256").update(`${seed}\n${id}`).digest("hex");
  const line = round.applications
    .map(({ id, score, options = [] }, application) => ({
      lot: lot(id),
      choices: [...(score === undefined ? [] : [null]), ...options.map((option) => option.id)].map(
        (option) => ({ application, option }),
      ),
    }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .flatMap(({ choices }) => choices);
  const has = (selection: readonly NaiveChoice[], wanted: { application: number; option: string | null }) =>
    selection.some(
      ({ application, option }) => application === wanted.application && option === wanted.option,
    );
  return feasible
    .filter((selection) => scoreOf(selection) === most)
    .sort((a, b) => {
      const place = line.find((choice) => has(a, choice) !== has(b, choice));
      return steps(a) - steps(b) || (place === undefined ? 0 : has(a, place) ? -1 : 1);
    });
}

const awardsOf = (round: Round, selection: readonly NaiveChoice[]) =>
  selection.map(({ application, option }) => [round.applications[application]!.id, option]);

describe("ties under optimal", () => {
  it("fall as announced, with both steps proven, for any order of applications", async () => {
    const seen = { tied: 0, money: 0, lot: 0 };
    await fc.assert(
      fc.asyncProperty(tiedRound, async (round) => {
        const best = bestInOrder(round);
        const decision = await decide(round, { rule: "optimal" });
        const { outcome, proof } = decision;
        if (outcome.status === "infeasible") {
          expect(best).toEqual([]);
          expect(proof.ties).toBeUndefined();
          return;
        }
        expect(outcome.awards.map(({ application, option }) => [application, option])).toEqual(
          awardsOf(round, best[0]!),
        );
        expect(proof.ties!.lot.proven).toBe(true);
        const { step } = round.tieBreak.money ?? {};
        expect(proof.ties!.money?.steps).toBe(step && Math.ceil(outcome.spent.total / step));
        expect(proof.ties!.money?.proven).toBe(step && true);
        expect(verifyDecision(plain(decision))).toMatchObject({ valid: true });
        const reversed = { ...round, applications: [...round.applications].reverse() };
        expect((await decide(reversed, { rule: "optimal" })).hash).toBe(decision.hash);
        if (best.length > 1) seen.tied += 1;
        if (proof.ties!.money?.tree !== undefined) seen.money += 1;
        if (proof.ties!.lot.tree!.tree.some((code) => code % 3 === 2)) seen.lot += 1;
      }),
      { numRuns: 500 },
    );
    expect(seen.tied).toBeGreaterThan(40);
    expect(seen.money).toBeGreaterThan(40);
    expect(seen.lot).toBeGreaterThan(3);
  }, 240_000);

  it("are said to be unproven where the tie-break was not carried out", async () => {
    const round = parseRound({
      round: "two of the same",
      budgets: [{ id: "2027", amount: 10 }],
      applications: ["A", "B"].map((id) => ({ id, score: 5, amounts: { "2027": 7 }, tags: {} })),
      tieBreak: { seed: "s", money: { step: 5 } },
    });
    const findings: Parameters<typeof assembleDecision>[2][] = [];
    await decide(round, { rule: "optimal", onProgress: ({ finding }) => findings.push(finding) });
    const { ties, ...finding } = findings[findings.length - 1]!;
    expect(ties?.lot.proven).toBe(true);
    const { proof } = assembleDecision(round, "optimal", finding);
    expect(proof.ties).toEqual({ money: { step: 5, steps: 2, proven: false }, lot: { proven: false } });
  });

  it("fall as well as the effort allows, and the document claims no more than is proven", async () => {
    const seen = { proven: 0, unproven: 0 };
    await fc.assert(
      fc.asyncProperty(tiedRound, fc.nat({ max: 2 }), async (round, tieEffort) => {
        const decision = await decide(round, { rule: "optimal", tieEffort });
        expect(verifyDecision(plain(decision))).toMatchObject({ valid: true });
        const { outcome, proof } = decision;
        if (outcome.status === "infeasible") return;
        expect(outcome.objective).toBe(scoreOf(bestInOrder(round)[0]!));
        const { money, lot } = proof.ties!;
        const isProven = lot.proven && (money?.proven ?? true);
        if (isProven)
          expect(outcome.awards.map(({ application, option }) => [application, option])).toEqual(
            awardsOf(round, bestInOrder(round)[0]!),
          );
        seen[isProven ? "proven" : "unproven"] += 1;
      }),
      { numRuns: 300 },
    );
    expect(seen.proven).toBeGreaterThan(20);
    expect(seen.unproven).toBeGreaterThan(20);
  }, 240_000);

  it("never let another outcome of the same score through the verifier with the same trees", async () => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(tiedRound, async (round) => {
        const [, ...others] = bestInOrder(round);
        if (others.length === 0) return;
        let last: Parameters<typeof assembleDecision>[2] = null;
        await decide(round, {
          rule: "optimal",
          onProgress: ({ finding }) => {
            last = finding;
          },
        });
        for (const other of others) {
          const incumbent = awardsOf(round, other) as [string, string | null][];
          const forged = assembleDecision(round, "optimal", { ...last!, incumbent });
          expect(verifyDecision(plain(forged)).valid).toBe(false);
          tried += 1;
        }
      }),
      { numRuns: 150 },
    );
    expect(tried).toBeGreaterThan(10);
  }, 240_000);
});
