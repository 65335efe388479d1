/** Random trees over random small rounds: the verifier and the naive reading agree, and brute force agrees with both. */
import { verifyDecision } from "@voorsprong/verifier";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { broken, decisionOf, infeasibleByTree, withTree } from "./support/build.js";
import { fieldMutants, listMutants, numberMutants, valueMutants } from "./support/mutate.js";
import { type Loose, rows, selections, worth } from "./support/naive.js";
import { isCertificate, isProof, makeProof, type NaiveProgram, programOf } from "./support/naive-tree.js";
import { smallRound } from "./support/rounds.js";

interface Made {
  readonly round: Loose;
  readonly program: NaiveProgram;
  readonly tree: Loose;
  /** The worth of the best outcome, or undefined where there is none. */
  readonly best: number | undefined;
  readonly document: Loose;
  /** The same decision with another tree, and with a bound and hashes that fit it. */
  readonly with: (tree: Loose) => Loose;
}

/** A round, a tree that proves its optimum (or that there is none), and the decision that holds it. */
const proven: fc.Arbitrary<Made> = smallRound
  .chain((round) =>
    fc.record({
      round: fc.constant(round),
      absorbed: fc.subarray(rows(round).map((_, i) => i)),
      numbers: fc.infiniteStream(fc.nat()),
    }),
  )
  .map(({ round, absorbed, numbers }) => {
    const program = programOf(round);
    const choose = (below: number): number => (numbers.next().value as number) % below;
    const feasible = selections(round).filter((selection) => broken(round, selection).length === 0);
    const best = feasible.length === 0 ? undefined : Math.max(...feasible.map(worth));
    const tree = makeProof(program, best === undefined ? null : best + program.divisor, absorbed, choose);
    if (best === undefined) {
      const conflict = rows(round).map(({ id }) => id);
      const make = (other: Loose): Loose => infeasibleByTree(round, conflict, other);
      return { round, program, tree, best, document: make(tree), with: make };
    }
    const selection = feasible.find((other) => worth(other) === best)!;
    const plain = decisionOf(round, { rule: "optimal", selection, multipliers: {} });
    const make = (other: Loose): Loose => withTree(plain, other, program.divisor);
    return { round, program, tree, best, document: make(tree), with: make };
  })
  // Without multipliers the root bound is what all applications together could be worth; a tree must prove less.
  .filter(({ best, document, program, tree }) => {
    if (best === undefined) return true;
    const positive = Number(BigInt(document.proof.root.bound) / 2n ** 60n);
    return tree.target - program.divisor < positive - (positive % program.divisor);
  });

function complaints(document: Loose): string[] {
  return verifyDecision(document)
    .reasons.filter(({ ok }) => ok !== true)
    .map(({ check, message, where }) => `${check} ${where}: ${message.en}`);
}

describe("a tree that proves the optimum", () => {
  it("is accepted, whatever its shape", () => {
    let closes = 0;
    let branches = 0;
    let nothing = 0;
    fc.assert(
      fc.property(proven, ({ program, tree, best, document }) => {
        expect(isProof(program, tree)).toBe(true);
        expect(complaints(document)).toEqual([]);
        expect(verifyDecision(document)).toMatchObject({ level: "A", bound: best ?? null });
        for (const number of tree.tree) {
          if (number % 3 === 0) branches++;
          if (number % 3 === 1) closes++;
        }
        if (best === undefined) nothing++;
      }),
      { numRuns: 500 },
    );
    expect(Math.min(branches, closes, nothing)).toBeGreaterThan(50);
  });

  it("changed in any one place is accepted exactly when the naive reading accepts it", () => {
    let accepted = 0;
    let refused = 0;
    fc.assert(
      fc.property(proven, ({ program, tree, best, with: make }) => {
        for (const change of [numberMutants, listMutants, valueMutants, fieldMutants])
          for (const { document: other, what, path } of change(tree)) {
            // Without a tree it is another document; with a larger target it may prove no more than the root.
            if (path.length === 0 || other.target > tree.target) continue;
            const isClaimFit = (best === undefined) === (other.target === null);
            const expected = isCertificate(other) && isClaimFit && isProof(program, other);
            expect(verifyDecision(make(other)).valid, what).toBe(expected);
            // By brute force: a smaller target would be a false claim.
            if (expected) expect(other.target).toBe(tree.target);
            if (expected) accepted++;
            else refused++;
          }
      }),
      { numRuns: 12 },
    );
    expect(Math.min(accepted, refused)).toBeGreaterThan(200);
  });

  it("is no proof that a worse outcome is the best", () => {
    let forged = 0;
    fc.assert(
      fc.property(proven, fc.infiniteStream(fc.nat()), ({ round, program, tree, best }, numbers) => {
        fc.pre(best !== undefined);
        const choose = (below: number): number => (numbers.next().value as number) % below;
        const worse = selections(round).filter(
          (selection) => broken(round, selection).length === 0 && worth(selection) < best!,
        );
        for (const selection of worse.slice(-5)) {
          const target = worth(selection) + program.divisor;
          const document = decisionOf(round, { rule: "optimal", selection, multipliers: {} });
          // Only the tree may be what is wrong; some outcomes are refused without it, because the ranking is better.
          if (!verifyDecision(document).valid) continue;
          // The true tree, and the same nodes with other vectors.
          const other = tree.tree.map((t: number) => (t % 3 === 2 ? 3 * choose(tree.vectors.length) + 2 : t));
          for (const nodes of [tree.tree, other]) {
            const claim = withTree(document, { ...tree, target, tree: nodes }, program.divisor);
            expect(verifyDecision(claim).valid).toBe(false);
            forged++;
          }
        }
      }),
      { numRuns: 200 },
    );
    expect(forged).toBeGreaterThan(50);
  });
});
