/** The rule `ranking` against a naive second implementation. */
import { assembleDecision, type Round } from "@voorsprong/allocation";
import { verifyDecision } from "@voorsprong/verifier";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryRound } from "./support/arbitrary-round.js";
import { broken, rank } from "./support/naive.js";

describe("ranking, against a naive walk", () => {
  it("awards the same, names the same rows, and knows the exact points that were needed", () => {
    let raised = 0;
    let helpless = 0;
    fc.assert(
      fc.property(arbitraryRound(8), (round) => {
        const decision = assembleDecision(round, "ranking", null);
        expect(verifyDecision(JSON.parse(JSON.stringify(decision)))).toMatchObject({ valid: true });
        const { selection, blocked } = rank(round);
        const { outcome } = decision;
        if (outcome.status !== "decided") throw new Error("a ranking always decides");
        const expected = [...selection].sort((a, b) => a.application - b.application);
        expect(outcome.awards.map(({ application, option }) => [application, option])).toEqual(
          expected.map(({ application, option }) => [round.applications[application]!.id, option]),
        );
        expect(outcome.breaches).toEqual(broken(round, selection));
        expect(decision.proof.level).toBe(outcome.breaches.length > 0 ? null : "C");
        expect(decision.explanations).toHaveLength(round.applications.length - outcome.awards.length);
        for (const { application, needed, blockedBy } of decision.explanations) {
          const index = round.applications.findIndex(({ id }) => id === application);
          expect(new Set(blockedBy)).toEqual(new Set(blocked.get(index) ?? []));
          const truth = fewestPoints(round, index);
          expect(needed).toEqual({ atLeast: truth ?? 0, atMost: truth });
          if (truth === null) helpless += 1;
          else raised += 1;
        }
      }),
      { numRuns: 300 },
    );
    expect(raised).toBeGreaterThan(50);
    expect(helpless).toBeGreaterThan(50);
  }, 120_000);
});

/** Adds one point at a time to the leading choice of an application and walks again until that choice is awarded. */
function fewestPoints(round: Round, index: number): number | null {
  const { id, score, options = [] } = round.applications[index]!;
  for (let extra = 1; extra <= 250; extra += 1) {
    const applications = round.applications.map((application) => {
      if (application.id !== id) return application;
      if (score !== undefined) return { ...application, score: score + extra };
      const leading = leadingOption(options);
      const raisedOptions = options.map((option) =>
        option.id === leading ? { ...option, score: option.score + extra } : option,
      );
      return { ...application, options: raisedOptions };
    });
    const { selection } = rank({ ...round, applications });
    const leading = score === undefined ? leadingOption(options) : null;
    if (selection.some((choice) => choice.application === index && choice.option === leading)) return extra;
  }
  return null;
}

/** The best option by score, then lower total amount, then id. */
function leadingOption(options: NonNullable<Round["applications"][number]["options"]>): string {
  const total = (amounts: Readonly<Record<string, number>>) =>
    Object.values(amounts).reduce((a, b) => a + b, 0);
  const [first] = [...options].sort(
    (a, b) => b.score - a.score || total(a.amounts) - total(b.amounts) || (a.id < b.id ? -1 : 1),
  );
  return first!.id;
}
