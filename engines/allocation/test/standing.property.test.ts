/** Standing against trying every selection. */
import { canonicalText, decide, explain, hashOf, parseRound } from "@voorsprong/allocation";
import { verifyExplanation } from "@voorsprong/verifier";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standingOf } from "../dist/explanation/standing.js";
import { publishedOf } from "../dist/scenario/published.js";
import { isFeasible, scoreOf, selectionsOf } from "./support/naive.js";
import { tiedRound } from "./support/tied-round.js";

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

describe("standing", () => {
  it("is that of every best outcome, and every list is proven", async () => {
    const seen = { all: 0, some: 0, none: 0, tree: 0, unsettled: 0 };
    await fc.assert(
      fc.asyncProperty(tiedRound, fc.constantFrom(100_000, 100_000, 0), async (round, effort) => {
        const decision = await decide(round, { rule: "optimal" });
        const published = publishedOf(decision);
        if (published === null) return;
        const standing = standingOf(published, effort)!;
        const feasible = [...selectionsOf(round)].filter((selection) => isFeasible(round, selection));
        const most = Math.max(...feasible.map(scoreOf));
        const best = feasible.filter((selection) => scoreOf(selection) === most);
        round.applications.forEach(({ id }, index) => {
          const count = best.filter((selection) =>
            selection.some(({ application }) => application === index),
          ).length;
          const truth = count === best.length ? "all" : count === 0 ? "none" : "some";
          const named = (["all", "some", "none", "unsettled"] as const).filter((list) =>
            standing[list].includes(id),
          );
          expect(named).toHaveLength(1);
          if (effort > 0) expect(named).toEqual([truth]);
          else expect([truth, "unsettled"]).toContain(named[0]);
          seen[named[0]!] += 1;
        });
        if (standing.tree !== undefined) seen.tree += 1;
        const { hash: _, ...document } = { ...(await explain(decision, { prices: false })), standing };
        const signed = { ...document, hash: hashOf(document) };
        expect(verifyExplanation(plain(decision), plain(signed))).toMatchObject({ valid: true });
      }),
      { numRuns: 400 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
  }, 240_000);

  it("is not there where the decision is not proven", async () => {
    const round = parseRound({
      round: "one",
      budgets: [{ id: "2027", amount: 10 }],
      applications: [{ id: "A", score: 5, amounts: { "2027": 7 }, tags: {} }],
    });
    const decision = await decide(round, { rule: "optimal" });
    const published = publishedOf(decision)!;
    expect(standingOf(published)).toMatchObject({ all: ["A"], some: [], none: [], unsettled: [] });
    const bounded = { ...decision, proof: { ...decision.proof, level: "B" as const } };
    expect(standingOf({ ...published, decision: bounded })).toBeNull();
    expect(canonicalText(standingOf(published))).toBe(canonicalText(standingOf(published)));
  });
});
