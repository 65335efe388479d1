/** Proofs in the public format VIPR, checked by a second program in another language. */
import { readFileSync } from "node:fs";
import {
  type Decision,
  decide,
  generateRound,
  NotProvenError,
  parseRound,
  type Round,
  randomSource,
  readKnapsack,
  viprOf,
} from "@voorsprong/allocation";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryRound } from "../../engines/allocation/test/support/arbitrary-round.js";
import { isFeasible, scoreOf, selectionsOf } from "../../engines/allocation/test/support/naive.js";
import { makeCuts, programOf } from "../../engines/verifier/test/support/naive-tree.js";
import { hasSharedData, sharedData } from "./shared.js";
import { checkVipr, hasChecker } from "./vipr-checker.js";

/** The file of a decision as it is published. */
const fileOf = (decision: Decision) => [...viprOf(JSON.parse(JSON.stringify(decision)))].join("");
const decided = (round: Round) => decide(round, { rule: "optimal" });
const optimum = (value: number) => `accepted: the optimum is from ${value} to ${value}`;

describe.skipIf(!hasChecker)("proofs in the format VIPR", () => {
  it("are accepted for small rounds of every kind, with the value of the best selection", async () => {
    const rounds = fc.sample(arbitraryRound(8), { numRuns: 200, seed: 20_270_301 });
    const files: string[] = [];
    const expected: string[] = [];
    for (const round of rounds) {
      files.push(fileOf(await decided(round)));
      const values = [...selectionsOf(round)].filter((each) => isFeasible(round, each)).map(scoreOf);
      expected.push(values.length === 0 ? "accepted: there is no solution" : optimum(Math.max(...values)));
    }
    expect(checkVipr(files)).toEqual(expected);
    // The rounds drawn must reach both, or the test shows little.
    const infeasible = expected.filter((answer) => answer.endsWith("no solution")).length;
    expect(infeasible).toBeGreaterThan(10);
    expect(infeasible).toBeLessThan(100);
  }, 120_000);

  it.each([
    ["simple", 300],
    ["simple", 1000],
    ["loose", 200],
  ] as const)(
    "are accepted for a generated %s round of %i",
    async (kind, n) => {
      const decision = await decided(generateRound({ class: kind, n, seed: "vipr" }));
      expect(decision.proof).toMatchObject({ level: "A", tree: { tree: expect.anything() } });
      const { outcome } = decision;
      if (outcome.status !== "decided") throw new Error("the round has an outcome");
      expect(checkVipr([fileOf(decision)])).toEqual([optimum(outcome.objective)]);
    },
    240_000,
  );

  it("are accepted for a round without outcome, by a ray and by a tree", async () => {
    const application = (id: string, amount: number) => ({
      id,
      score: 1,
      amounts: { b: amount },
      tags: { t: ["x"] },
    });
    const round = (min: number, max: number) =>
      parseRound({
        round: "none",
        budgets: [{ id: "b", amount: 100 }],
        applications: ["A", "B", "C", "D"].map((id) => application(id, 20)),
        constraints: [{ kind: "amount", tag: "t", value: "x", min, max }],
      });
    const decisions = [await decided(round(90, 100)), await decided(round(45, 55))];
    expect(decisions[0]!.proof.ray).toBeDefined();
    expect(decisions[1]!.proof.tree).toBeDefined();
    expect(checkVipr(decisions.map(fileOf))).toEqual(Array(2).fill("accepted: there is no solution"));
  });

  it("derive cuts of both kinds, the sharpest that hold, and none that is sharper", async () => {
    const random = randomSource("cuts");
    const files: string[] = [];
    let sharper = 0;
    for (const round of fc.sample(arbitraryRound(6), { numRuns: 150, seed: 20_270_302 })) {
      const decision = JSON.parse(JSON.stringify(await decided(round)));
      const { tree } = decision.proof;
      if (tree === undefined) continue;
      const cuts = Array.from({ length: 3 }, () => makeCuts(programOf(decision.round), random.below)).flat();
      const withCuts = (own: readonly object[]) => ({
        ...decision,
        proof: { ...decision.proof, tree: { ...tree, cuts: own } },
      });
      files.push(fileOf(withCuts(cuts)));
      for (const cut of cuts)
        if ("row" in cut && cut.columns.length > 0 && cut.rhs >= 0) {
          expect(() => fileOf(withCuts([{ ...cut, rhs: cut.rhs - 1 }]))).toThrow(RangeError);
          sharper += 1;
        }
    }
    for (const answer of checkVipr(files)) expect(answer).toMatch(/^accepted: /);
    expect(files.length).toBeGreaterThan(20);
    expect(sharper).toBeGreaterThan(50);
  }, 120_000);

  it.runIf(hasSharedData)(
    "are accepted for knapsacks of the OR-Library",
    async () => {
      const names = ["hp1", "weing1", "weing3", "weish01", "weish05", "weish10", "weish15"];
      const files: string[] = [];
      const expected: string[] = [];
      for (const name of names) {
        const text = readFileSync(sharedData("orlib", "knapsack", "sac94", `${name}.dat`), "utf8");
        const { round, statedObjective } = readKnapsack(text);
        files.push(fileOf(await decided(round)));
        expected.push(optimum(statedObjective!));
      }
      expect(checkVipr(files)).toEqual(expected);
    },
    120_000,
  );

  it("are not made of a decision that proves nothing", async () => {
    const decision = await decided(generateRound({ class: "simple", n: 40, seed: "vipr" }));
    const claim = { ...decision, proof: { level: "C", bound: null, gap: null } } as const;
    expect(() => viprOf(claim)).toThrow(NotProvenError);
  });
});
