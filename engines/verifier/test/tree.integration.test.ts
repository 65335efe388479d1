/** Trees of the engine's own search: valid, as good as brute force says, and of no use to prove anything else. */
import { decide, generateRound, parseRound, type Round } from "@voorsprong/allocation";
import { parseExact, verifyDecision } from "@voorsprong/verifier";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { broken, decisionOf, rehash, withTree } from "./support/build.js";
import { replaced } from "./support/mutate.js";
import { type Loose, selections, worth } from "./support/naive.js";
import { isProof, programOf } from "./support/naive-tree.js";
import { roundOf } from "./support/rounds.js";

async function published(round: Round): Promise<Loose> {
  return parseExact(JSON.stringify(await decide(round, { rule: "optimal", timeLimit: 10 })));
}

function complaints(document: Loose): string[] {
  return verifyDecision(document)
    .reasons.filter(({ ok }) => ok !== true)
    .map(({ check, message, where }) => `${check} ${where}: ${message.en}`);
}

/** Certificates made of a valid one that prove less: subtrees left out, and vectors with other values. */
function* weakened(tree: Loose): Generator<Loose> {
  const kind = (n: number): number => tree.tree[n] % 3;
  const endOf = (start: number): number => {
    let n = start;
    for (let open = 1; open > 0; n++) open += kind(n) === 0 ? 1 : kind(n) === 2 ? -1 : 0;
    return n;
  };
  for (const n of tree.tree.keys()) {
    const after = tree.tree.slice(endOf(n));
    const before = tree.tree.slice(0, n);
    if (kind(n) === 1) yield { ...tree, tree: [...before, ...tree.tree.slice(n + 1)] };
    if (kind(n) !== 0) continue;
    const middle = endOf(n + 1);
    yield { ...tree, tree: [...before, ...tree.tree.slice(n + 1, middle), ...after] };
    yield { ...tree, tree: [...before, ...tree.tree.slice(middle, endOf(n)), ...after] };
  }
  for (const [k, { values }] of tree.vectors.entries())
    for (const [n, value] of values.entries())
      for (const other of [Math.ceil(value / 2), value * 2])
        yield replaced(tree, ["vectors", k, "values", n], other);
}

describe("the trees of small rounds", () => {
  it("prove the optimum that brute force finds, or that there is none, and nothing else", async () => {
    const seen = { trees: 0, conflicts: 0, useless: 0, forged: 0 };
    await fc.assert(
      fc.asyncProperty(roundOf({ minLength: 6, maxLength: 8 }), async (written) => {
        fc.pre(written.constraints.every((c: Loose) => c.kind !== "requires" || c.application !== c.needs));
        const document = await published(parseRound(written));
        expect(complaints(document)).toEqual([]);
        const feasible = selections(written).filter((selection) => broken(written, selection).length === 0);
        const verdict = verifyDecision(document);
        expect(verdict.level).toBe("A");
        expect(document.outcome.status).toBe(feasible.length === 0 ? "infeasible" : "decided");
        if (feasible.length > 0) expect(verdict.objective).toBe(Math.max(...feasible.map(worth)));

        const { tree, root } = document.proof;
        if (tree === undefined) return;
        const program = programOf(document.round);
        for (const other of weakened(tree)) {
          const isStill = isProof(program, other);
          expect(verifyDecision(rehash(replaced(document, ["proof", "tree"], other))).valid).toBe(isStill);
          if (!isStill) seen.useless++;
        }
        if (tree.target === null) {
          seen.conflicts++;
          return;
        }
        seen.trees++;
        const multipliers = Object.fromEntries(
          Object.entries(root.rows).map(([id, value]) => [id, BigInt(value as string)]),
        );
        for (const selection of feasible.filter((other) => worth(other) < verdict.objective!).slice(-20)) {
          const target = worth(selection) + program.divisor;
          const worse = decisionOf(document.round, { rule: "optimal", selection, multipliers });
          // Only the tree may be what is wrong; some outcomes are refused without it, because the ranking is better.
          if (!verifyDecision(worse).valid) continue;
          expect(verifyDecision(withTree(worse, { ...tree, target }, program.divisor)).valid).toBe(false);
          seen.forged++;
        }
        const lower = withTree(document, { ...tree, target: tree.target - program.divisor }, program.divisor);
        expect(verifyDecision(lower).valid).toBe(false);
      }),
      { numRuns: 100, seed: 2027 },
    );
    expect(seen.trees).toBeGreaterThan(20);
    expect(seen.conflicts).toBeGreaterThan(0);
    expect(Math.min(seen.useless, seen.forged)).toBeGreaterThan(100);
  });
});

describe("the trees of larger rounds", () => {
  it.each<["simple" | "loose", number]>([
    ["simple", 300],
    ["loose", 120],
  ])("%s with %i applications: proven optimal, and no less", async (kind, n) => {
    const document = await published(generateRound({ n, class: kind, seed: "tree" }));
    expect(complaints(document)).toEqual([]);
    const { tree, level } = document.proof;
    expect(level).toBe("A");
    expect(tree.tree.length).toBeGreaterThan(50);
    const lower = withTree(document, { ...tree, target: tree.target - 1 }, 1);
    expect(complaints(lower)).not.toEqual([]);
    // The middle of the tree cut out: both a tree that is incomplete and one that ends in the wrong place.
    for (const nodes of [tree.tree.slice(0, -1), tree.tree.filter((_: number, at: number) => at !== 25)])
      expect(verifyDecision(rehash(replaced(document, ["proof", "tree", "tree"], nodes))).valid).toBe(false);
  });
});
