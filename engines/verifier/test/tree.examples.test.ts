/** Trees worked out on paper, and every way in which they can be wrong. */
import { verifyDecision } from "@voorsprong/verifier";
import { describe, expect, it } from "vitest";
import { decisionOf, infeasibleByTree, rehash, withTree } from "./support/build.js";
import { replaced } from "./support/mutate.js";
import { type Loose, type Pick, picks } from "./support/naive.js";

function round(applications: Loose[], parts: Loose = {}): Loose {
  return {
    round: "example",
    unit: "EUR-cent",
    scoreScale: 1,
    budgets: [{ id: "fund", amount: 100 }],
    applications,
    constraints: [],
    tieBreak: { seed: "example" },
    ranking: { misfit: "skip" },
    ...parts,
  };
}

const asks = (id: string, score: number, amount: number, tags: Loose = {}): Loose => ({
  id,
  score,
  amounts: { fund: amount },
  tags,
});

const NOTHING = { shift: 0, rows: [], values: [] };
const BUDGET_RAY = { ray: true, shift: 0, rows: [0], values: [1] };

function certificate(parts: Loose): Loose {
  return { format: "voorsprong-tree/1", absorbed: [], exponents: [], ...parts };
}

/** The decision for these choices, named by application or application/option. The root has no multipliers. */
function decision(of: Loose, names: string[], tree: Loose, divisor = 1): Loose {
  const all: Pick[] = of.applications.flatMap(picks);
  const selection = all.filter(({ application, option }) =>
    names.includes(option === null ? application : `${application}/${option}`),
  );
  return withTree(decisionOf(of, { rule: "optimal", selection, multipliers: {} }), tree, divisor);
}

const branch = (k: number): number => 3 * k;
const close = (k: number): number => 3 * k + 1;
const leaf = (k: number): number => 3 * k + 2;

/** Three applications of 60 for a budget of 100: only one fits, and without any branch nothing below 16 is proven. */
const three = round([asks("A", 10, 60), asks("B", 9, 60), asks("C", 8, 60)]);
/** Without A: without B there is 8, with B and without C 9, with both 120 of 100. With A the same. */
const threeTree = certificate({
  target: 11,
  vectors: [NOTHING, BUDGET_RAY],
  columns: [0, 1, 2],
  tree: [
    branch(0),
    ...[branch(1), leaf(0), branch(2), leaf(0), leaf(1)],
    ...[branch(1), branch(2), leaf(0), leaf(1), leaf(1)],
  ],
});
const threeBest = decision(three, ["A"], threeTree);

/**
 * With D of 90 worth 3 beside them. With y = 5/32: y·b = 15.625, A 0.625 and the others less than nothing, so U = 16.25.
 * D has d = 3 - 14.0625, so with D there is at most 5.1875: closed. Without that, C and D are worth 11 at the first leaf.
 */
const four = round([...three.applications, asks("D", 3, 90)]);
const fourTree = {
  ...threeTree,
  vectors: [...threeTree.vectors, { shift: 5, rows: [0], values: [5] }],
  tree: [close(2), ...threeTree.tree],
};

/** As options of one application 10 and 9 exclude each other by themselves; with B of 60 worth 8 that is all. */
const options = round([
  { ...asks("A", 10, 60), options: [{ id: "half", score: 9, amounts: { fund: 50 } }] },
  asks("B", 8, 60),
]);
/** Columns: A, A/half, B. B and A/half take 110. */
const optionsTree = certificate({
  target: 11,
  vectors: [NOTHING, BUDGET_RAY],
  columns: [2, 0, 1],
  tree: [branch(0), leaf(0), branch(1), branch(2), leaf(0), leaf(1), leaf(1)],
});

/**
 * A and B exclude each other, and C needs B; everything fits. Row 0 is the budget, 1 the list, 2 the pair. The group
 * has the states {}, A, B and B with C (C alone and A with C break the pair): no more than 6 + 2 without multipliers.
 */
const absorbing = round([asks("A", 7, 10), asks("B", 6, 10), asks("C", 2, 10)], {
  constraints: [
    { kind: "at-most-one", applications: ["A", "B"] },
    { kind: "requires", application: "C", needs: "B" },
  ],
});
const absorbingTree = certificate({
  target: 9,
  absorbed: [1, 2],
  vectors: [NOTHING],
  columns: [],
  tree: [leaf(0)],
});

/** Of 60, 70 and 80 exactly 100 must be spent: half of A will do in fractions, but nothing does in full. */
const impossible = round(
  [
    asks("A", 1, 60, { theme: ["energy"] }),
    asks("B", 1, 70, { theme: ["energy"] }),
    asks("C", 1, 80, { theme: ["energy"] }),
  ],
  { constraints: [{ kind: "amount", tag: "theme", value: "energy", min: 100 }] },
);
/** One of the three is too little by the minimum (row 1), two are too much for the budget. */
const impossibleTree = certificate({
  target: null,
  vectors: [BUDGET_RAY, { ray: true, shift: 0, rows: [1], values: [1] }],
  columns: [0, 1, 2],
  tree: [
    branch(0),
    ...[branch(1), leaf(1), branch(2), leaf(1), leaf(0)],
    ...[branch(1), branch(2), leaf(1), leaf(0), leaf(0)],
  ],
});
const ROWS = ["budget/fund", "limit/0/min"];

function complaints(document: Loose): string[] {
  return verifyDecision(document)
    .reasons.filter(({ ok }) => ok !== true)
    .map(({ check, where }) => `${check} ${where}`);
}

describe("trees worked out by hand", () => {
  it.each([
    ["branches, leaves and rays", threeBest, 10],
    ["a close", decision(four, ["A"], fourTree), 10],
    ["options", decision(options, ["A"], optionsTree), 10],
    ["rows that are part of the states", decision(absorbing, ["B", "C"], absorbingTree), 8],
  ])("%s: proven optimal", (_, document, objective) => {
    expect(complaints(document)).toEqual([]);
    expect(verifyDecision(document)).toMatchObject({ valid: true, level: "A", objective, bound: objective });
  });

  it("no outcome at all", () => {
    const document = infeasibleByTree(impossible, ROWS, impossibleTree);
    expect(complaints(document)).toEqual([]);
    expect(verifyDecision(document)).toMatchObject({ valid: true, level: "A", objective: null, bound: null });
  });

  it("a worse outcome within a proven bound", () => {
    const document = decision(absorbing, ["A"], absorbingTree);
    expect(verifyDecision(document)).toMatchObject({ valid: true, level: "B", objective: 7, bound: 8 });
  });

  it("says how many branches and leaves were checked", () => {
    const [bound] = verifyDecision(threeBest).reasons.filter(({ check }) => check === "bound");
    expect(bound?.message.en).toContain("A tree with 5 branches and 6 leaves");
    expect(bound?.message.nl).toContain("Een boom met 5 vertakkingen en 6 bladeren");
    const { reasons } = verifyDecision(infeasibleByTree(impossible, ROWS, impossibleTree));
    const [conflict] = reasons.filter(({ check }) => check === "conflict");
    expect(conflict?.message.en).toContain("in a tree with 5 branches and 6 leaves");
    expect(conflict?.message.nl).toContain("in een boom met 5 vertakkingen en 6 bladeren");
  });

  it("need every part", () => {
    // D comes back, the options are two applications, a row less is part of the states.
    expect(complaints(decision(four, ["A"], { ...fourTree, tree: threeTree.tree }))).toEqual([
      "bound /proof/tree/tree/2",
    ]);
    const apart = round([asks("A", 10, 60), asks("AA", 9, 50), asks("B", 8, 60)]);
    expect(complaints(decision(apart, ["A"], optionsTree))).toEqual(["bound /proof/tree/tree/1"]);
    for (const absorbed of [[1], [2], []])
      expect(complaints(decision(absorbing, ["B", "C"], { ...absorbingTree, absorbed }))).toEqual([
        "bound /proof/tree/tree/0",
      ]);
  });

  it("hold below a close that leaves nothing, whatever vector their leaves cite", () => {
    const all = { shift: 0, rows: [0], values: [1] };
    const far = { ...threeTree, target: 18, vectors: [{ shift: 5, rows: [0], values: [5] }, all] };
    const tree = [close(0), branch(0), close(1), leaf(1), leaf(1)];
    expect(complaints(decision(three, ["A"], { ...far, tree }))).toEqual([]);
    expect(complaints(decision(three, ["A"], { ...far, tree: tree.slice(1) }))).toEqual([
      "bound /proof/tree/tree/2",
    ]);
  });

  it("hold to the last bit, however many long numbers add up", () => {
    // Row 0 is the budget; A may have nothing by each of 100 rows, with coefficient a, and not even be there by one.
    const rows = 100;
    const a = 2 ** 46 - 1;
    const v = 2 ** 50 - 3;
    // 100·v·a and a little more are exactly M times D = 2^52; so U = D·(M + 5 - M) + D for the other application.
    const product = BigInt(rows) * BigInt(v) * BigInt(a);
    const m = product / 2n ** 52n + 1n;
    const rest = Number(m * 2n ** 52n - product);
    const energy = { kind: "amount", tag: "theme", value: "energy", max: 0 };
    const of = round([asks("A", Number(m) + 5, a, { theme: ["energy"] }), asks("B", 1, 1)], {
      constraints: [
        ...Array.from({ length: rows }, () => energy),
        { kind: "count", tag: "theme", value: "energy", max: 0 },
      ],
    });
    const tree = (value: number): Loose => ({
      format: "voorsprong-tree/1",
      target: 6,
      absorbed: [],
      exponents: [],
      vectors: [
        {
          shift: 52,
          rows: Array.from({ length: rows + 1 }, (_, n) => n + 1),
          values: [...Array.from({ length: rows }, () => v), value],
        },
      ],
      columns: [],
      tree: [leaf(0)],
    });
    expect(complaints(decision(of, ["B"], tree(rest)))).toEqual(["bound /proof/tree/tree/0"]);
    expect(complaints(decision(of, ["B"], tree(rest + 1)))).toEqual([]);
  });

  it("may be deep", () => {
    // Branching again and again on what is decided already: one side of each branch is empty.
    const depth = 200_000;
    const tree = [...Array.from({ length: depth }, () => branch(0)), ...threeTree.tree.slice(1, 6)];
    for (let n = 1; n < depth; n++) tree.push(leaf(1));
    tree.push(...threeTree.tree.slice(6));
    expect(complaints(decision(three, ["A"], { ...threeTree, tree }))).toEqual([]);
  });
});

describe("a tree is refused", () => {
  const forged = (path: (string | number)[], value: Loose): string[] =>
    complaints(rehash(replaced(threeBest, ["proof", "tree", ...path], value)));

  it.each<[string, (string | number)[], Loose, string]>([
    ["of another format", ["format"], "voorsprong-tree/2", "shape /proof/tree/format"],
    ["that absorbs no row", ["absorbed"], [1], "bound /proof/tree/absorbed/0"],
    ["that absorbs a row twice", ["absorbed"], [0, 0], "shape /proof/tree/absorbed/1"],
    ["with an exponent of no row", ["exponents"], [[1, 0]], "bound /proof/tree/exponents/0"],
    [
      "with two exponents of a row",
      ["exponents"],
      [
        [0, 1],
        [0, 1],
      ],
      "shape /proof/tree/exponents/1",
    ],
    ["with half an exponent", ["exponents"], [[0]], "shape /proof/tree/exponents/0"],
    ["with an exponent below zero", ["exponents"], [[0, -1]], "shape /proof/tree/exponents/0/1"],
    ["with an absurd exponent", ["exponents"], [[0, 4001]], "shape /proof/tree/exponents/0"],
    ["with an absurd shift", ["vectors", 0, "shift"], 4001, "shape /proof/tree/vectors/0/shift"],
    ["with a shift below zero", ["vectors", 0, "shift"], -1, "shape /proof/tree/vectors/0/shift"],
    ["with a vector over no row", ["vectors", 1, "rows"], [1], "bound /proof/tree/vectors/1/rows/0"],
    ["with more rows than values", ["vectors", 0, "rows"], [0], "shape /proof/tree/vectors/0/values"],
    [
      "with a row twice in a vector",
      ["vectors", 1],
      { shift: 0, rows: [0, 0], values: [1, 1] },
      "shape /proof/tree/vectors/1/rows",
    ],
    ["with a multiplier of zero", ["vectors", 1, "values"], [0], "shape /proof/tree/vectors/1/values"],
    ["with a multiplier below zero", ["vectors", 1, "values"], [-1], "shape /proof/tree/vectors/1/values/0"],
    ["with a ray that is none", ["vectors", 1, "ray"], false, "shape /proof/tree/vectors/1/ray"],
    ["with no column", ["columns", 0], 3, "bound /proof/tree/columns/0"],
    ["that branches on nothing", ["tree", 0], branch(3), "bound /proof/tree/tree/0"],
    ["with a leaf without vector", ["tree", 2], leaf(2), "bound /proof/tree/tree/2"],
    ["that closes by a ray", ["tree"], [close(1), ...threeTree.tree], "bound /proof/tree/tree/0"],
    ["that is empty", ["tree"], [], "bound /proof/tree/tree"],
    ["that ends early", ["tree"], threeTree.tree.slice(0, -1), "bound /proof/tree/tree"],
    ["that ends late", ["tree"], [...threeTree.tree, leaf(0)], "bound /proof/tree/tree/11"],
    ["with a leaf that does not hold", ["tree", 4], leaf(1), "bound /proof/tree/tree/4"],
    ["that skips a branch", ["tree"], [branch(0), leaf(0), leaf(0)], "bound /proof/tree/tree/1"],
    ["that claims more", ["target"], 10, "bound /proof/tree/tree/8"],
    ["that claims there is nothing", ["target"], null, "bound /proof/tree/target"],
    ["that proves no more than the root", ["target"], 28, "bound /proof/tree/target"],
  ])("%s", (_, path, value, expected) => {
    expect(forged(path, value)).toEqual([expected]);
  });

  it("whose bound is not the one stated", () => {
    expect(forged(["target"], 12)).toEqual(["level /proof/bound"]);
  });

  it("whose target no outcome can be worth", () => {
    const even = round([asks("A", 10, 60), asks("B", 8, 60), asks("C", 6, 60)]);
    expect(complaints(decision(even, ["A"], { ...threeTree, target: 12 }, 2))).toEqual([]);
    expect(complaints(decision(even, ["A"], { ...threeTree, target: 11 }, 1))).toEqual([
      "bound /proof/tree/target",
    ]);
  });

  it("without a root beside it", () => {
    const { root: _, ...proof } = threeBest.proof;
    expect(complaints(rehash({ ...threeBest, proof }))).toEqual(["bound /proof/root"]);
  });

  it("under the rule ranking", () => {
    const walked = decisionOf(three, { rule: "ranking", multipliers: {} });
    expect(complaints(withTree(walked, threeTree, 1))).toEqual(["bound /proof/tree"]);
  });

  it("without outcome, when it has a target, stands beside a ray, or rests on rows outside the conflict", () => {
    const document = infeasibleByTree(impossible, ROWS, impossibleTree);
    expect(complaints(rehash(replaced(document, ["proof", "tree", "target"], 1)))).toEqual([
      "conflict /proof/tree/target",
    ]);
    const ray = { denominator: String(2n ** 60n), rows: {}, bound: "0" };
    expect(complaints(rehash(replaced(document, ["proof", "ray"], ray)))).toEqual(["conflict /proof/tree"]);
    expect(complaints(infeasibleByTree(impossible, ["budget/fund"], impossibleTree))).toEqual([
      "conflict /outcome/conflict",
    ]);
    const vector = { ...NOTHING };
    const vectors = [...impossibleTree.vectors, vector];
    const cited = { ...impossibleTree, vectors, tree: [leaf(2)] };
    expect(complaints(infeasibleByTree(impossible, ROWS, cited))).toEqual(["conflict /proof/tree/tree/0"]);
  });

  it("with more states than can be enumerated", () => {
    // 33 of 40 fit; nearly all selections of them are states.
    const many = Array.from({ length: 40 }, (_, i) => asks(`A${10 + i}`, 1, 3));
    const names = many.slice(0, 33).map(({ id }) => id);
    const document = decision(round(many), names, { ...absorbingTree, absorbed: [0], target: 34 });
    expect(complaints(document)).toEqual(["bound /proof/tree/absorbed"]);
  });

  it("that would take for ever", () => {
    const many = Array.from({ length: 3_000 }, (_, i) => asks(`A${1_000 + i}`, 1, 1));
    // Vectors that are all different, over states that are all open: twenty thousand times three thousand columns.
    const tree = certificate({
      target: 101,
      vectors: Array.from({ length: 20_000 }, (_, n) => ({ shift: 4_000, rows: [0], values: [n + 1] })),
      columns: [0],
      tree: [...Array.from({ length: 20_000 }, (_, n) => close(n)), leaf(0)],
    });
    const document = decision(
      round(many),
      many.slice(0, 100).map(({ id }) => id),
      tree,
    );
    expect(complaints(document)).toEqual(["bound /proof/tree"]);
  });
});
