/** The engine's own explanations, on small rounds and generated ones: what the one works out the other must check. */
import { decide, explain, generateRound, parseRound, type Round } from "@voorsprong/allocation";
import { parseExact, verifyExplanation } from "@voorsprong/verifier";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Loose } from "./support/naive.js";
import { smallRound } from "./support/rounds.js";

const published = (document: unknown): Loose => parseExact(JSON.stringify(document));

async function explained(round: Round, count: number): Promise<{ decision: Loose; explanation: Loose }> {
  const decision = await decide(round, { rule: "optimal", timeLimit: 10 });
  const applications = decision.explanations.slice(0, count).map(({ application }) => application);
  const explanation = await explain(decision, { applications });
  return { decision: published(decision), explanation: published(explanation) };
}

function complaints({ decision, explanation }: { decision: Loose; explanation: Loose }): string[] {
  const verdict = verifyExplanation(decision, explanation);
  return [...verdict.decision.reasons, ...verdict.reasons]
    .filter(({ ok }) => ok !== true)
    .map(({ check, message, where }) => `${check} ${where}: ${message.en}`);
}

describe("what the engine explains", () => {
  it("is valid on small rounds with every kind of limit", async () => {
    let scenarios = 0;
    await fc.assert(
      fc.asyncProperty(smallRound, async (written) => {
        const documents = await explained(parseRound(written), 3);
        expect(complaints(documents)).toEqual([]);
        scenarios += documents.explanation.scenarios.length;
      }),
      { numRuns: 100 },
    );
    expect(scenarios).toBeGreaterThan(100);
  });

  it.each<["simple" | "loose", number]>([
    ["simple", 150],
    ["loose", 80],
  ])("is valid on a generated round, %s with %i applications", async (kind, n) => {
    const documents = await explained(generateRound({ n, class: kind, seed: "explained" }), 5);
    expect(complaints(documents)).toEqual([]);
    expect(documents.explanation.scenarios.length).toBeGreaterThan(5);
    expect(documents.explanation.inversions.length).toBeGreaterThan(0);
  });
});
