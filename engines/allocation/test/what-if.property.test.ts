/** Edited rounds against brute force, with edits of every kind. */
import { decide, type Edit, type Round, whatIf } from "@voorsprong/allocation";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryRound } from "./support/arbitrary-round.js";
import { bestByHand, editedByHand } from "./support/edited-round.js";
import { isFeasible, type NaiveChoice, scoreOf } from "./support/naive.js";

const EDITS = ["budget", "limit", "drop", "score", "amounts", "award", "refuse"] as const;

/** Up to three edits, as numbers that `editOf` reads on the round that is drawn with them. */
const drawnEdits = fc.array(
  fc.tuple(fc.constantFrom(...EDITS), fc.nat(), fc.nat({ max: 40 }), fc.boolean()),
  {
    minLength: 1,
    maxLength: 3,
  },
);

type Drawn = typeof drawnEdits extends fc.Arbitrary<readonly (infer Edited)[]> ? Edited : never;

/** The edit that drawn numbers stand for; none where the round has nothing of the kind. */
function editOf(round: Round, [edit, at, amount, flag]: Drawn): readonly Edit[] {
  const application = round.applications[at % round.applications.length]!;
  const index = at % Math.max(1, round.constraints.length);
  const constraint = round.constraints[index];
  switch (edit) {
    case "budget":
      return [{ edit, budget: round.budgets[at % round.budgets.length]!.id, amount }];
    case "limit": {
      if (constraint === undefined || constraint.kind === "at-most-one" || constraint.kind === "requires")
        return [];
      const side = flag ? "min" : "max";
      const to = amount % 3 === 0 ? null : constraint.kind === "share" ? `0.${1 + (amount % 9)}` : amount;
      return [{ edit, constraint: index, side, to }];
    }
    case "drop":
      return constraint === undefined ? [] : [{ edit, constraint: index }];
    case "score":
      return application.score === undefined
        ? []
        : [{ edit, application: application.id, score: amount - 10 }];
    case "amounts":
      return application.score === undefined
        ? []
        : [{ edit, application: application.id, amounts: { "2027": amount } }];
    default:
      return [{ edit, application: application.id }];
  }
}

describe("what if", () => {
  it("decides an edited round as brute force does, and says how it differs from the outcome", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRound(5), drawnEdits, async (round, drawn) => {
        const decision = await decide(round, { rule: "optimal" });
        const edits = drawn.flatMap((each) => editOf(round, each));
        const answer = whatIf(decision, edits, 10_000);
        if (decision.outcome.status !== "decided") {
          expect(answer).toBeNull();
          return;
        }
        const best = bestByHand(round, edits);
        if (best === null) {
          expect(answer).toMatchObject({
            outcome: { status: "infeasible" },
            proof: { level: "A", bound: null, gap: null },
          });
          return;
        }
        expect(answer?.proof).toMatchObject({ level: "A", bound: best, gap: 0 });
        if (answer?.outcome.status !== "decided") throw new Error("there is an outcome");
        const { objective, spent, remove, add } = answer.outcome;
        expect(objective).toBe(best);
        // The outcome without `remove` and with `add` is allowed in the edited round, and is worth that.
        const edited = editedByHand(round, edits);
        const awarded = [
          ...decision.outcome.awards.flatMap(({ application, option }) =>
            remove.includes(application) ? [] : [[application, option] as const],
          ),
          ...add,
        ];
        const selection = awarded.map(([id, option]) => choiceOf(edited, id, option));
        expect(isFeasible(edited, selection)).toBe(true);
        expect(scoreOf(selection)).toBe(best);
        const total = selection
          .flatMap(({ amounts }) => Object.values(amounts))
          .reduce((sum, each) => sum + each, 0);
        expect(spent).toBe(total);
      }),
      { numRuns: 150, seed: 41 },
    );
  });

  it.each([
    [{ edit: "budget", budget: "2099", amount: 1 }, /no budget "2099"/],
    [{ edit: "award", application: "Z" }, /no application "Z"/],
    [{ edit: "score", application: "B", score: 1 }, /"B" has no full award/],
    [{ edit: "drop", constraint: 7 }, /no constraint number 7/],
    [{ edit: "limit", constraint: 0, side: "min", to: "0.1" }, /\(count\) cannot have min 0\.1/],
    [{ edit: "limit", constraint: 1, side: "min", to: 1 }, /\(at-most-one\) has no min/],
  ] as const)("refuses %j", async (edit, message) => {
    const round: Round = {
      round: "refused",
      unit: "EUR-cent",
      scoreScale: 1,
      budgets: [{ id: "2027", amount: 10 }],
      applications: [
        { id: "A", score: 1, amounts: { "2027": 5 }, tags: {} },
        { id: "B", options: [{ id: "half", score: 1, amounts: { "2027": 5 } }], tags: {} },
      ],
      constraints: [
        { kind: "count", tag: "region", value: "Drenthe", max: 1 },
        { kind: "at-most-one", applications: ["A", "B"] },
      ],
      tieBreak: { seed: "" },
      ranking: { misfit: "skip" },
    };
    const decision = await decide(round, { rule: "optimal" });
    expect(() => whatIf(decision, [edit], 100)).toThrow(message);
  });
});

function choiceOf(round: Round, id: string, option: string | null): NaiveChoice {
  const application = round.applications.findIndex((each) => each.id === id);
  const { score = 0, amounts = {}, options = [] } = round.applications[application]!;
  const chosen = options.find((each) => each.id === option) ?? { score, amounts };
  return { application, option, score: chosen.score, amounts: chosen.amounts };
}
