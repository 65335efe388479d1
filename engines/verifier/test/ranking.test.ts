import { sha256, verifyDecision } from "@voorsprong/verifier";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decisionOf, rehash } from "./support/build.js";
import { replaced } from "./support/mutate.js";
import { type Loose, pointsByTrial } from "./support/naive.js";

/** Applications that ask one thing of one fund, ranked by score. */
function roundOf(
  applications: [id: string, score: number, amount: number][],
  constraints: Loose[],
  seed = "",
): Loose {
  return {
    round: "example",
    unit: "EUR-cent",
    scoreScale: 1,
    budgets: [{ id: "fund", amount: 100 }],
    applications: applications.map(([id, score, amount]) => ({
      id,
      score,
      amounts: { fund: amount },
      tags: {},
    })),
    constraints,
    tieBreak: { seed },
    ranking: { misfit: "skip" },
  };
}

/** A seed under which the lots of these ids fall in this order. */
function seedFor(...ids: string[]): string {
  for (let seed = 0; ; seed++) {
    const lots = ids.map((id) => sha256(`${seed}\n${id}`));
    if (lots.every((lot, i) => i === 0 || lots[i - 1]! < lot)) return String(seed);
  }
}

/** What the ranking's decision says about one application. */
function neededBy(round: Loose, id: string): Loose {
  const document = decisionOf(round, { rule: "ranking" });
  expect(verifyDecision(document)).toMatchObject({ valid: true });
  return document.explanations.find(({ application }: Loose) => application === id).needed;
}

describe("an application that must come after one and before another", () => {
  const needs = [{ kind: "requires", application: "A", needs: "N" }];

  it("gets the points that put it between them", () => {
    const round = roundOf(
      [
        ["A", 5, 30],
        ["N", 10, 20],
        ["X", 8, 80],
      ],
      needs,
      seedFor("A", "X"),
    );
    expect(neededBy(round, "A")).toEqual({ atLeast: 3, atMost: 3 });
  });

  it("gets nothing where the points that pass the one pass the other too", () => {
    const round = roundOf(
      [
        ["A", 5, 30],
        ["N", 10, 20],
        ["X", 10, 80],
      ],
      needs,
      seedFor("A", "N", "X"),
    );
    expect(neededBy(round, "A")).toEqual({ atLeast: 0, atMost: null });
    const late = roundOf(
      [
        ["A", 5, 30],
        ["N", 10, 20],
        ["X", 10, 80],
      ],
      needs,
      seedFor("N", "X", "A"),
    );
    expect(neededBy(late, "A")).toEqual({ atLeast: 0, atMost: null });
    // The claim that points would help is refused.
    const document = decisionOf(round, { rule: "ranking" });
    const claim = replaced(document, ["explanations", 0, "needed"], { atLeast: 5, atMost: 5 });
    expect(verifyDecision(rehash(claim)).valid).toBe(false);
  });

  it("gets a place by lot where its lot lies between theirs", () => {
    const round = roundOf(
      [
        ["A", 5, 30],
        ["N", 10, 20],
        ["X", 10, 80],
      ],
      needs,
      seedFor("N", "A", "X"),
    );
    expect(neededBy(round, "A")).toEqual({ atLeast: 5, atMost: 5 });
  });
});

it("agrees with trial where many scores are equal and applications need each other", () => {
  const some = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 10, max: 60 })), {
    minLength: 4,
    maxLength: 6,
  });
  fc.assert(
    fc.property(
      some,
      fc.array(
        fc.tuple(fc.nat(3), fc.nat(3)).filter(([a, b]) => a !== b),
        { maxLength: 3 },
      ),
      fc.nat(),
      (list, pairs, seed) => {
        const constraints = pairs.map(([a, b]) => ({
          kind: "requires",
          application: `A${a}`,
          needs: `A${b}`,
        }));
        const applications = list.map(([score, amount], i): [string, number, number] => [
          `A${i}`,
          score,
          amount,
        ]);
        const round = roundOf(applications, constraints, String(seed));
        const document = decisionOf(round, { rule: "ranking" });
        expect(verifyDecision(document).valid).toBe(true);
        for (const { application, needed } of document.explanations) {
          const asked = round.applications.find(({ id }: Loose) => id === application);
          expect(needed.atMost).toBe(pointsByTrial(round, asked));
        }
      },
    ),
    { numRuns: 1000 },
  );
});
