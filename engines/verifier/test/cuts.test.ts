/** Cuts of tree certificates: examples worked out by hand, and every small one against brute force. */
import { verifyDecision } from "@voorsprong/verifier";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { broken, decisionOf, infeasibleByTree, withTree } from "./support/build.js";
import { type Loose, rows, selections, worth } from "./support/naive.js";
import { isCut, makeCuts, makeProof, programOf } from "./support/naive-tree.js";
import { smallRound } from "./support/rounds.js";

function complaints(document: Loose): string[] {
  return verifyDecision(document)
    .reasons.filter(({ ok }) => ok !== true)
    .map(({ check, where }) => `${check} ${where}`);
}

const asks = (id: string, score: number, amount: number, tags: Loose = {}): Loose => ({
  id,
  score,
  amounts: { fund: amount },
  tags,
});

function roundOf(applications: Loose[], constraints: Loose[] = []): Loose {
  return {
    round: "example",
    unit: "EUR-cent",
    scoreScale: 1,
    budgets: [{ id: "fund", amount: 100 }],
    applications,
    constraints,
    tieBreak: { seed: "example" },
    ranking: { misfit: "skip" },
  };
}

/** The decision to award the first application, with a certificate that cites only its first cut. */
function decision(round: Loose, cuts: Loose[], target: number): Loose {
  const selection = selections(round).filter((s) => broken(round, s).length === 0);
  const best = selection.reduce((a, b) => (worth(b) > worth(a) ? b : a));
  const tree = {
    format: "voorsprong-tree/1",
    target,
    cuts,
    absorbed: [],
    exponents: [],
    // One unit of the cut for every ten points: what is above that is what one application is worth more.
    vectors: [{ shift: 0, rows: [rows(round).length], values: [10] }],
    columns: [],
    tree: [2],
  };
  return withTree(decisionOf(round, { rule: "optimal", selection: best, multipliers: {} }), tree, 1);
}

/** Of 60 each no two fit in 100: a cover. Without it the leaf leaves room. */
const three = roundOf([asks("A", 10, 60), asks("B", 10, 60), asks("C", 10, 60), asks("D", 0, 30)]);
const cover = { row: 0, columns: [0, 1, 2], values: [1, 1, 1], rhs: 1 };

describe("a cut that follows from one row", () => {
  it("holds where more does not fit, and proves what branches would", () => {
    const divisor = 10;
    const document = decision(three, [cover], 20);
    const proof = { ...document.proof.tree, target: 20 };
    expect(complaints(withTree(document, proof, divisor))).toEqual([]);
  });

  it.each<[string, Loose, string]>([
    ["with a smaller right side", { ...cover, rhs: 0 }, "bound /proof/tree/cuts/0"],
    ["with a larger value", { ...cover, values: [1, 2, 1] }, "bound /proof/tree/cuts/0"],
    [
      "over one that fits beside another",
      { row: 0, columns: [0, 1, 2, 3], values: [1, 1, 1, 1], rhs: 1 },
      "bound /proof/tree/cuts/0",
    ],
    ["of no row", { ...cover, row: 1 }, "bound /proof/tree/cuts/0/row"],
    ["over no column", { ...cover, columns: [0, 1, 4] }, "bound /proof/tree/cuts/0/columns/2"],
    ["over a column twice", { ...cover, columns: [0, 1, 1] }, "shape /proof/tree/cuts/0/columns/2"],
    ["with a value of nothing", { ...cover, values: [1, 0, 1] }, "shape /proof/tree/cuts/0/values/1"],
    [
      "with a value above a million",
      { ...cover, values: [1, 1_000_001, 1] },
      "shape /proof/tree/cuts/0/values/1",
    ],
    ["with a value too few", { ...cover, values: [1, 1] }, "shape /proof/tree/cuts/0/values"],
    ["with two reasons", { ...cover, multipliers: {} }, "shape /proof/tree/cuts/0/multipliers"],
    [
      "whose table is too large",
      { ...cover, values: [1_000_000, 1_000_000, 999_999], rhs: 1_000_000 },
      "accepted",
    ],
  ])("is refused %s", (_, cut, complaint) => {
    const document = decision(three, [cut], 20);
    const found = complaints(withTree(document, document.proof.tree, 10));
    // The table of the last one is large but not too large; its cut does not cut enough for the leaf.
    expect(found).toEqual([complaint === "accepted" ? "bound /proof/tree/tree/0" : complaint]);
  });

  it("is refused when its table would be too large", () => {
    const many = roundOf(Array.from({ length: 12 }, (_, i) => asks(`A${10 + i}`, 10, 60)));
    const columns = many.applications.map((_: Loose, j: number) => j);
    const cut = { row: 0, columns, values: columns.map(() => 1_000_000), rhs: 5_000_000 };
    const document = decision(many, [cut], 20);
    expect(complaints(withTree(document, document.proof.tree, 10))).toEqual(["bound /proof/tree/cuts/0"]);
    const text = verifyDecision(withTree(document, document.proof.tree, 10)).reasons.find(({ ok }) => !ok);
    expect(text?.message.en).toContain("takes a table of more than 4194304 values");
  });

  it("counts a negative coefficient the other way around", () => {
    // Energy gets at least half of what is awarded: 1·(all) - 2·(energy) <= 0, for A -20 and for B and C 15 each. One of
    // these fits with A and none without it: B + C - A <= 0 follows, and one less does not.
    const half = { kind: "share", tag: "theme", value: "energy", min: "0.5", of: "awarded" };
    const round = roundOf(
      [asks("A", 1, 20, { theme: ["energy"] }), asks("B", 10, 15), asks("C", 10, 15)],
      [half],
    );
    const cut = (rhs: number): Loose => ({ row: 1, columns: [0, 1, 2], values: [-1, 1, 1], rhs });
    const program = programOf(round);
    expect([isCut(program, cut(0)), isCut(program, cut(-1))]).toEqual([true, false]);
    const proven = (rhs: number): string[] => complaints(decision(round, [cut(rhs)], 21));
    expect(proven(-1)).toEqual(["bound /proof/tree/cuts/0"]);
    expect(proven(0)).toEqual([]);
  });

  it("is exact where coefficients exceed what doubles hold", () => {
    // A share of twelve decimals: 10^12·amount <= p·B. With p·B one unit short of two amounts they do not fit together.
    const share = (max: string): Loose => ({
      kind: "share",
      tag: "theme",
      value: "energy",
      max,
      of: "budget",
    });
    const theme = { theme: ["energy"] };
    const of = (max: string): Loose =>
      roundOf(
        [
          asks("A", 10, 30_000_000_000, theme),
          asks("B", 10, 30_000_000_000, theme),
          asks("C", 10, 41_000_000_000),
        ],
        [share(max)],
      );
    const large = (round: Loose): Loose => ({ ...round, budgets: [{ id: "fund", amount: 100_000_000_000 }] });
    const cut = { row: 1, columns: [0, 1], values: [1, 1], rhs: 1 };
    const check = (max: string): string[] => {
      const document = decision(large(of(max)), [cut], 30);
      return complaints(withTree(document, document.proof.tree, 10));
    };
    expect(check("0.599999999999")).toEqual([]);
    expect(check("0.6")).toEqual(["bound /proof/tree/cuts/0"]);
  });
});

describe("a cut that is a rounded sum of rows", () => {
  // 60·(A + B + C) + 30·D <= 100, divided by 60 and rounded down: A + B + C <= 1.
  const multipliers = { rows: [0], values: [1], divisor: 60 };
  const rounded = { multipliers, columns: [0, 1, 2], values: [1, 1, 1], rhs: 1 };
  const proven = (cut: Loose): string[] => {
    const document = decision(three, [cut], 20);
    return complaints(withTree(document, document.proof.tree, 10));
  };

  it("proves what branches would", () => {
    expect(proven(rounded)).toEqual([]);
    // It may be weaker than the sum allows.
    expect(proven({ ...rounded, values: [1, 1, -1] })).toEqual(["bound /proof/tree/tree/0"]);
  });

  it.each<[string, Loose, string]>([
    ["with a smaller right side", { ...rounded, rhs: 0 }, "bound /proof/tree/cuts/0/rhs"],
    ["with a larger value", { ...rounded, values: [1, 1, 2] }, "bound /proof/tree/cuts/0"],
    [
      "with a column more",
      { ...rounded, columns: [0, 1, 2, 3], values: [1, 1, 1, 1] },
      "bound /proof/tree/cuts/0",
    ],
    [
      "of no row",
      { ...rounded, multipliers: { ...multipliers, rows: [1] } },
      "bound /proof/tree/cuts/0/multipliers/rows/0",
    ],
    [
      "divided by nothing",
      { ...rounded, multipliers: { ...multipliers, divisor: 0 } },
      "shape /proof/tree/cuts/0/multipliers/divisor",
    ],
    [
      "with a factor below zero",
      { ...rounded, multipliers: { ...multipliers, values: [-1] } },
      "shape /proof/tree/cuts/0/multipliers/values/0",
    ],
    [
      "with a row twice",
      { ...rounded, multipliers: { rows: [0, 0], values: [1, 1], divisor: 120 } },
      "shape /proof/tree/cuts/0/multipliers/rows",
    ],
  ])("is refused %s", (_, cut, complaint) => {
    expect(proven(cut)).toEqual([complaint]);
  });
});

describe("any small cut", () => {
  it("is accepted exactly when brute force says that it holds", () => {
    const seen = { row: [0, 0], multipliers: [0, 0] };
    fc.assert(
      fc.property(smallRound, fc.infiniteStream(fc.nat()), (round, numbers) => {
        const choose = (below: number): number => (numbers.next().value as number) % below;
        const program = programOf(round);
        const feasible = selections(round).filter((selection) => broken(round, selection).length === 0);
        const best = feasible.reduce((a, b) => (worth(b) > worth(a) ? b : a), feasible[0] ?? []);
        const target = feasible.length === 0 ? null : worth(best) + program.divisor;
        const tree = makeProof(program, target, [], choose);
        const plain = decisionOf(round, { rule: "optimal", selection: best, multipliers: {} });
        const conflict = rows(round).map(({ id }) => id);
        const make = (cuts: Loose[]): Loose =>
          target === null
            ? infeasibleByTree(round, conflict, { ...tree, cuts })
            : withTree(plain, { ...tree, cuts }, program.divisor);
        // A tree that proves no more than the root is refused for that.
        fc.pre(verifyDecision(make([...(tree.cuts ?? []), makeCuts(program, choose)[0]!])).valid);
        for (const cut of makeCuts(program, choose)) {
          const others = [cut, { ...cut, rhs: cut.rhs - 1 }, { ...cut, rhs: cut.rhs + choose(3) }];
          for (const k of cut.values.keys()) {
            const raised = cut.values.with(k, cut.values[k] + 1 || 1);
            const lowered = cut.values.with(k, cut.values[k] - 1 || -1);
            others.push({ ...cut, values: raised }, { ...cut, values: lowered });
          }
          for (const other of others) {
            const holds = isCut(program, other);
            expect(complaints(make([...(tree.cuts ?? []), other])).length === 0, JSON.stringify(other)).toBe(
              holds,
            );
            seen["row" in other ? "row" : "multipliers"][holds ? 1 : 0]!++;
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(Math.min(...seen.row, ...seen.multipliers)).toBeGreaterThan(100);
  });
});
