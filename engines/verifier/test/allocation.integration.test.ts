/** The engine and the verifier share no code, only the published formats: what the one decides the other must check. */
import { decide, generateRound, parseRound, type Round, type Rule } from "@voorsprong/allocation";
import { parseExact, verifyDecision } from "@voorsprong/verifier";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { broken, rehash } from "./support/build.js";
import {
  decimalMutants,
  fieldMutants,
  listMutants,
  numberMutants,
  replaced,
  valueMutants,
} from "./support/mutate.js";
import { bound, type Loose, selections, worth } from "./support/naive.js";
import { smallRound } from "./support/rounds.js";

/** The decision as a file would hold it. */
async function published(round: Round, rule: Rule): Promise<Loose> {
  return parseExact(JSON.stringify(await decide(round, { rule, timeLimit: 5 })));
}

function complaints(document: Loose): string[] {
  return verifyDecision(document)
    .reasons.filter(({ ok }) => ok !== true)
    .map(({ check, message, where }) => `${check} ${where}: ${message.en}`);
}

describe("what the engine decides", () => {
  it("is valid on small rounds with every kind of limit, and as good as brute force says", async () => {
    await fc.assert(
      fc.asyncProperty(smallRound, async (written) => {
        fc.pre(written.constraints.every((c: Loose) => c.kind !== "requires" || c.application !== c.needs));
        const round = parseRound(written);
        const optimal = await published(round, "optimal");
        expect(complaints(optimal)).toEqual([]);
        expect(complaints(await published(round, "ranking"))).toEqual([]);

        const feasible = selections(written).filter((selection) => broken(written, selection).length === 0);
        const { objective, bound, level } = verifyDecision(optimal);
        if (feasible.length === 0) expect(optimal.outcome.status).toBe("infeasible");
        else {
          expect(objective).toBe(Math.max(...feasible.map(worth)));
          if (level === "A") expect(bound).toBe(objective);
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each<["simple" | "loose" | "tight" | "strong", number, Rule]>([
    ["simple", 400, "optimal"],
    ["simple", 400, "ranking"],
    ["loose", 200, "optimal"],
    ["tight", 200, "ranking"],
    ["strong", 100, "optimal"],
  ])("is valid on a generated round, %s with %i applications, by the rule %s", async (kind, n, rule) => {
    const document = await published(generateRound({ n, class: kind, seed: "verifier" }), rule);
    expect(complaints(document)).toEqual([]);
  });
});

describe("one change in a generated round's decision", () => {
  let document: Loose;
  beforeAll(async () => {
    document = await published(generateRound({ n: 24, class: "simple", seed: "verifier" }), "optimal");
    expect(document.proof.root).toBeDefined();
    expect(document.explanations.length).toBeGreaterThan(5);
  });

  it("is found, whatever it is", () => {
    for (const change of [numberMutants, valueMutants, fieldMutants, listMutants])
      for (const mutant of change(document))
        expect(verifyDecision(mutant.document).valid, mutant.what).toBe(false);
  });

  it("of a number outside the round and the tree is found even when the hash is made right again", () => {
    // Another tree can prove the same: tree.integration.test.ts.
    for (const mutant of numberMutants(document))
      if (mutant.path[0] !== "round" && !mutant.path.includes("tree"))
        expect(verifyDecision(rehash(mutant.document)).valid, mutant.what).toBe(false);
  });

  it("of a multiplier is found then too, unless it proves the very same bound", () => {
    for (const mutant of decimalMutants(document)) {
      if (!verifyDecision(rehash(mutant.document)).valid) continue;
      expect(mutant.path.slice(0, 3), mutant.what).toEqual(["proof", "root", "rows"]);
      const { rows, bound: stated } = mutant.document.proof.root;
      const y = Object.fromEntries(Object.entries(rows).map(([id, value]) => [id, BigInt(value as string)]));
      expect(String(bound(document.round, y).u), mutant.what).toBe(stated);
    }
  });

  it("of an award for one that scores higher is found", () => {
    const better = document.explanations.find(({ application }: Loose) => {
      const asked = document.round.applications.find(({ id }: Loose) => id === application);
      return asked.score > document.outcome.awards[0].score;
    });
    const asked = document.round.applications.find(({ id }: Loose) => id === better.application);
    const award = { application: asked.id, option: null, score: asked.score, amounts: asked.amounts };
    expect(verifyDecision(rehash(replaced(document, ["outcome", "awards", 0], award))).valid).toBe(false);
  });
});
