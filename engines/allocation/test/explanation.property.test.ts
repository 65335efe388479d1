/** The explanation document against brute force: every figure, every proof. */
import { decide, type Edit, type ExplanationDocument, explain, type Round } from "@voorsprong/allocation";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryRound } from "./support/arbitrary-round.js";
import { bestByHand } from "./support/edited-round.js";
import { broken, type NaiveChoice } from "./support/naive.js";

const optimal = (round: Round) => decide(round, { rule: "optimal" });

function everyScenario(document: ExplanationDocument, round: Round): void {
  for (const { edits, outcome, proof } of document.scenarios) {
    const best = bestByHand(round, edits);
    if (outcome.status === "infeasible") expect(best).toBeNull();
    else {
      expect(outcome.objective).toBe(best);
      expect(proof).toMatchObject({ level: "A", bound: best, gap: 0 });
    }
  }
}

describe("a decision without explanations", () => {
  it("has the outcome and the proof of the whole decision", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRound(6), fc.constantFrom("optimal", "ranking"), async (round, rule) => {
        const { explanations, hash: _, ...rest } = await decide(round, { rule });
        const { explanations: none, hash: __, ...bare } = await decide(round, { rule, explanations: false });
        expect(none).toEqual([]);
        // A swap found by an explanation can only improve what is not proven; small rounds are.
        expect(bare).toEqual(rest);
        if (rest.outcome.status === "decided")
          expect(explanations).toHaveLength(round.applications.length - rest.outcome.awards.length);
      }),
      { numRuns: 40, seed: 35 },
    );
  });
});

describe("the explanation of small rounds", () => {
  it("gives every limit the price that brute force finds", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRound(5), async (round) => {
        const decision = await optimal(round);
        const document = await explain(decision, { standing: false });
        everyScenario(document, round);
        if (decision.outcome.status !== "decided") {
          expect(document.scenarios).toEqual([]);
          return;
        }
        // A limit is priced by itself, shown free together with others, or free because all shares are.
        const value = decision.outcome.objective;
        const free = document.scenarios.flatMap(({ subject, outcome }) => {
          if (outcome.status !== "decided" || outcome.objective > value) return [];
          if ("limits" in subject) return subject.limits;
          if ("shares" in subject)
            return round.constraints.flatMap(({ kind }, k) =>
              kind === "share" ? [`limit/${k}/min`, `limit/${k}/max`] : [],
            );
          return [];
        });
        for (const { row } of decision.outcome.limits) {
          const [, index, side] = row.split("/");
          if (!row.startsWith("limit/")) continue;
          const edit: Edit = {
            edit: "limit",
            constraint: Number(index),
            side: side as "min" | "max",
            to: null,
          };
          const own = document.scenarios.find(
            ({ subject }) => "limit" in subject && subject.limit === row && subject.question === "without",
          );
          const price = bestByHand(round, [edit])! - value;
          if (own?.outcome.status === "decided") expect(own.outcome.objective - value).toBe(price);
          else {
            expect(free).toContain(row);
            expect(price).toBe(0);
          }
        }
      }),
      { numRuns: 60, seed: 31 },
    );
  });

  it("knows the exact score that an application needed", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRound(6), async (round) => {
        const decision = await optimal(round);
        if (decision.outcome.status !== "decided") return;
        const value = decision.outcome.objective;
        const applications = decision.explanations.map(({ application }) => application);
        const document = await explain(decision, { prices: false, standing: false, applications });
        everyScenario(document, round);
        for (const application of applications) {
          const scenario = document.scenarios.find(
            ({ subject }) =>
              "application" in subject &&
              subject.application === application &&
              subject.question === "points",
          )!;
          const forced = bestByHand(round, [{ edit: "award", application }]);
          expect(scenario.outcome).toMatchObject(
            forced === null ? { status: "infeasible" } : { status: "decided", objective: forced },
          );
          if (forced === null) continue;
          // With V - W more on each of its choices it draws level; with one more it wins outright.
          const raised = (more: number) => raisedBy(round, application, more);
          const extra = value - forced;
          expect(bestByHand(raised(extra), [{ edit: "award", application }])).toBe(
            bestByHand(raised(extra), []),
          );
          const refused = bestByHand(raised(extra + 1), [{ edit: "refuse", application }]);
          expect(refused ?? Number.NEGATIVE_INFINITY).toBeLessThan(bestByHand(raised(extra + 1), [])!);
        }
      }),
      { numRuns: 60, seed: 32 },
    );
  });

  it("encloses the cost that an application needed", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRound(5), async (inCents) => {
        // Amounts of another unit than cents are asked one by one.
        const round: Round = { ...inCents, unit: "token" };
        const decision = await optimal(round);
        if (decision.outcome.status !== "decided") return;
        const value = decision.outcome.objective;
        const unfunded = decision.explanations.map(({ application }) => application);
        const document = await explain(decision, { prices: false, standing: false, applications: unfunded });
        for (const application of unfunded) {
          const { amounts, score } = round.applications.find(({ id }) => id === application)!;
          const total = Object.values(amounts ?? {}).reduce((sum, amount) => sum + amount, 0);
          const scenarios = document.scenarios.filter(
            ({ subject }) =>
              "application" in subject && subject.application === application && subject.question === "cost",
          );
          if (score === undefined || total === 0) {
            expect(scenarios).toEqual([]);
            continue;
          }
          const worth = (at: number) =>
            bestByHand(round, costEdits(application, amounts!, total, at)) ?? Number.NEGATIVE_INFINITY;
          const winning = Array.from({ length: total + 1 }, (_, at) => at).filter((at) => worth(at) > value);
          const figures = scenarios.map(({ subject, outcome }) => ({
            ...(subject as { at: number; against?: readonly string[] }),
            wins: outcome.status === "decided" && outcome.objective > value,
          }));
          for (const { at, wins } of figures) expect(wins).toBe(worth(at) > value);
          const win = figures.find(({ wins }) => wins);
          if (win === undefined) {
            expect(figures.map(({ at }) => at)).toEqual([0]);
            if (figures[0]!.against === undefined) expect(winning).toEqual([]);
            continue;
          }
          expect(figures.some(({ at, wins }) => !wins && at === win.at + 1)).toBe(true);
          // Without a warning every higher cost is too much, and every lower one low enough.
          const lost = figures.find(({ wins }) => !wins)!;
          if (lost.against === undefined) expect(winning.filter((at) => at > lost.at)).toEqual([]);
          if (win.against === undefined) expect(winning.filter((at) => at < win.at)).toHaveLength(win.at);
        }
      }),
      { numRuns: 60, seed: 33 },
    );
  });

  it("lists every inversion with the limits that explain it, and the figures of every group", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRound(6), async (round) => {
        const decision = await optimal(round);
        if (decision.outcome.status !== "decided") return;
        const { awards } = decision.outcome;
        const { inversions, groups } = await explain(decision, { prices: false, standing: false });
        const chosen = awards.map(({ application, option, score, amounts }) => ({
          application: round.applications.findIndex(({ id }) => id === application),
          option,
          score,
          amounts,
        }));
        const lowest = chosen.reduce<NaiveChoice | null>(
          (low, each) => (low === null || each.score < low.score ? each : low),
          null,
        );
        const expected = round.applications.flatMap((application, index) => {
          if (lowest === null || chosen.some((each) => each.application === index)) return [];
          const first = firstChoice(application, index);
          const count = chosen.filter(({ score }) => score < first.score).length;
          if (count === 0) return [];
          const instead = [...chosen.filter((each) => each !== lowest), first];
          const rows = broken(round, instead);
          expect(rows.length).toBeGreaterThan(0);
          return [
            { application: application.id, count, over: round.applications[lowest.application]!.id, rows },
          ];
        });
        expect(inversions).toEqual(expected);
        for (const { tag, value, ...figures } of groups) {
          const members = round.applications
            .map((a, index) => ({ a, index }))
            .filter(({ a }) => a.tags[tag]?.includes(value));
          const own = chosen.filter(({ application }) => members.some(({ index }) => index === application));
          expect(figures).toEqual({
            applications: members.length,
            awarded: own.length,
            asked: members.reduce((sum, { a, index }) => sum + totalOf(firstChoice(a, index).amounts), 0),
            spent: own.reduce((sum, { amounts }) => sum + totalOf(amounts), 0),
          });
        }
      }),
      { numRuns: 100, seed: 34 },
    );
  });
});

function raisedBy(round: Round, application: string, more: number): Round {
  return {
    ...round,
    applications: round.applications.map((each) => {
      if (each.id !== application) return each;
      const { score, options } = each;
      return {
        ...each,
        ...(score === undefined ? {} : { score: score + more }),
        ...(options === undefined
          ? {}
          : { options: options.map((option) => ({ ...option, score: option.score + more })) }),
      };
    }),
  };
}

function costEdits(
  application: string,
  amounts: Readonly<Record<string, number>>,
  total: number,
  at: number,
): readonly Edit[] {
  const scaled = Object.fromEntries(
    Object.entries(amounts).map(([id, amount]) => [id, Math.floor((amount * at) / total)]),
  );
  return [
    { edit: "amounts", application, amounts: scaled },
    { edit: "award", application },
  ];
}

function firstChoice(
  { score, amounts, options = [] }: Round["applications"][number],
  application: number,
): NaiveChoice {
  if (score !== undefined) return { application, option: null, score, amounts: amounts ?? {} };
  const [first] = [...options].sort(
    (a, b) => b.score - a.score || totalOf(a.amounts) - totalOf(b.amounts) || (a.id < b.id ? -1 : 1),
  );
  return { application, option: first!.id, score: first!.score, amounts: first!.amounts };
}

function totalOf(amounts: Readonly<Record<string, number>>): number {
  return Object.values(amounts).reduce((sum, amount) => sum + amount, 0);
}
