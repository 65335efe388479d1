import { verifyDecision } from "@voorsprong/verifier";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { broken, decisionOf, infeasibleOf, nodeHash, outcomeOf, rehash } from "./support/build.js";
import { decimalMutants, numberMutants } from "./support/mutate.js";
import { bound, knownFeasible, type Loose, type Pick, rows, selections, worth } from "./support/naive.js";
import { smallRound } from "./support/rounds.js";

/** Nothing wrong: the failed reasons, for a readable failure. */
function complaints(document: Loose): string[] {
  return verifyDecision(document)
    .reasons.filter(({ ok }) => ok !== true)
    .map(({ check, message, where }) => `${check} ${where}: ${message.en}`);
}

const wholeNumber = fc.bigInt({ min: 1n, max: 2n ** 62n });

/** Any multipliers: some rows, any positive values. */
function someMultipliers(round: Loose): fc.Arbitrary<Record<string, bigint>> {
  const ids = rows(round).map(({ id }) => id);
  return fc
    .tuple(fc.subarray(ids), fc.array(wholeNumber, { minLength: ids.length, maxLength: ids.length }))
    .map(([used, values]) => Object.fromEntries(used.map((id, k) => [id, values[k]!])));
}

/**
 * A round with an outcome of its own: any feasible one that is worth no less than what anyone can work out, with any
 * swaps and any multipliers or none.
 */
const optimalDecision = smallRound.chain((round) => {
  const feasible = selections(round).filter((selection) => broken(round, selection).length === 0);
  if (feasible.length === 0) return fc.constant(null);
  const least = Math.max(Number.NEGATIVE_INFINITY, ...knownFeasible(round).map(worth));
  return fc
    .tuple(
      fc.oneof(
        fc.constantFrom(...feasible.filter((selection) => worth(selection) >= least)),
        fc.constant(feasible.reduce((a, b) => (worth(b) > worth(a) ? b : a))),
      ),
      fc.option(someMultipliers(round), { nil: undefined }),
      fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
    )
    .map(([selection, multipliers, choose]) => {
      const swaps = new Map<string, readonly Pick[]>();
      for (const [i, { id }] of round.applications.entries()) {
        const having = feasible.filter((other) => other.some(({ application }) => application === id));
        // Sometimes no swap is given although there is one.
        const swap = having[choose[i]! % (having.length + 1)];
        if (swap !== undefined) swaps.set(id, swap);
      }
      return {
        round,
        feasible,
        document: decisionOf(round, {
          rule: "optimal",
          selection,
          swaps,
          ...(multipliers === undefined ? {} : { multipliers }),
        }),
      };
    });
});

const rankingDecision = smallRound.chain((round) =>
  someMultipliers(round).map((multipliers) => {
    const feasible = selections(round).filter((selection) => broken(round, selection).length === 0);
    const best = feasible.reduce<Pick[] | undefined>(
      (a, b) => (a && worth(a) >= worth(b) ? a : b),
      undefined,
    );
    const conflict = rows(round).map(({ id }) => id);
    const outcome = best === undefined ? { status: "infeasible", conflict } : outcomeOf(round, best);
    return decisionOf(round, { rule: "ranking", multipliers, optimum: outcome });
  }),
);

describe("truthful decisions", () => {
  it("are valid under the rule optimal, and their bound is above every feasible outcome", () => {
    fc.assert(
      fc.property(optimalDecision, (made) => {
        fc.pre(made !== null);
        const { document, feasible } = made!;
        expect(complaints(document)).toEqual([]);
        const verdict = verifyDecision(document);
        expect(verdict).toMatchObject({
          valid: true,
          objective: document.outcome.objective,
          level: document.proof.level,
        });
        const best = Math.max(...feasible.map(worth));
        if (verdict.bound !== null) expect(verdict.bound).toBeGreaterThanOrEqual(best);
        if (verdict.level === "A") expect(verdict.objective).toBe(best);
      }),
      { numRuns: 500 },
    );
  });

  it("are valid under the rule ranking, with the points found by trial", () => {
    fc.assert(
      fc.property(rankingDecision, (document) => {
        expect(complaints(document)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it("are valid for rounds without outcome, and only then", () => {
    fc.assert(
      fc.property(smallRound, (round) => {
        const all = rows(round).map(({ id }) => id);
        const feasible = selections(round).some((selection) => broken(round, selection).length === 0);
        // Every pair of rows as a ray: some prove a conflict, and none may where there is an outcome.
        for (const a of all)
          for (const b of all) {
            const ray = { [a]: 1n, [b]: 1n };
            const conflict = all.filter((id) => id in ray);
            const proves = bound(round, ray, false).u < 0n;
            if (feasible) expect(proves).toBe(false);
            expect(verifyDecision(infeasibleOf(round, conflict, ray)).valid).toBe(proves);
          }
      }),
      { numRuns: 200 },
    );
  });
});

describe("one changed number", () => {
  const anyDecision = fc.oneof(
    optimalDecision.filter((made) => made !== null).map((made) => made!.document),
    rankingDecision,
  );

  it("is found by the hashes anywhere", () => {
    fc.assert(
      fc.property(anyDecision, (document) => {
        for (const mutant of numberMutants(document))
          expect(verifyDecision(mutant.document).valid, mutant.what).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it("is found outside the round even when the hash is made right again", () => {
    fc.assert(
      fc.property(anyDecision, (document) => {
        for (const mutant of numberMutants(document))
          if (mutant.path[0] !== "round")
            expect(verifyDecision(rehash(mutant.document)).valid, mutant.what).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it("is found in a multiplier, unless what it proves is the very same", () => {
    let same = 0;
    let found = 0;
    fc.assert(
      fc.property(anyDecision, (document) => {
        for (const mutant of decimalMutants(document)) {
          const { valid } = verifyDecision(rehash(mutant.document));
          if (!valid) {
            found++;
            continue;
          }
          // Another proof of the same statement: the naive bound of the changed multipliers agrees.
          const { rows: changed, bound: stated } = mutant.document.proof.root;
          expect(mutant.path.slice(0, 3), mutant.what).toEqual(["proof", "root", "rows"]);
          const y = Object.fromEntries(
            Object.entries(changed).map(([id, value]) => [id, BigInt(value as string)]),
          );
          expect(String(bound(document.round, y).u), mutant.what).toBe(stated);
          same++;
        }
      }),
      { numRuns: 100 },
    );
    expect(found).toBeGreaterThan(same);
  });

  it("in the round leads to another outcome that must be shown, or to the very same", () => {
    fc.assert(
      fc.property(smallRound, (round) => {
        const document = decisionOf(round, { rule: "ranking" });
        for (const mutant of numberMutants(document)) {
          if (mutant.path[0] !== "round") continue;
          const changed = rehash({ ...mutant.document, roundHash: nodeHash(mutant.document.round) });
          const { valid, reasons } = verifyDecision(changed);
          const canonical = reasons.every(
            ({ check, ok }) => ok === true || !/^(shape|canonical)$/.test(check),
          );
          const truthful =
            canonical && nodeHash(decisionOf(changed.round, { rule: "ranking" })) === nodeHash(changed);
          expect(valid, mutant.what).toBe(truthful);
        }
      }),
      { numRuns: 25 },
    );
  });
});
