/** The rules `first-come`, `lottery` and `pro-rata` against naive second implementations. */
import {
  assembleDecision,
  parseRound,
  type Round,
  RULES,
  type Rule,
  RuleError,
} from "@voorsprong/allocation";
import { verifyDecision } from "@voorsprong/verifier";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryRound } from "./support/arbitrary-round.js";
import { broken, choicesOf, type NaiveChoice, rank } from "./support/naive.js";

const day = fc.integer({ min: 1, max: 4 }).map((n) => `2027-03-0${n}`);
const moment = fc.constantFrom(
  "2027-03-01T08:00:00Z",
  "2027-03-01T08:00:00.5Z",
  "2027-03-01T08:00:00.25Z",
  "2027-03-01T08:00:01Z",
  "2027-03-01T10:00:00Z",
);

/** A round in which every application says when it was received. */
function receivedRound(most: number): fc.Arbitrary<Round> {
  return fc.tuple(arbitraryRound(most), fc.boolean()).chain(([round, days]) =>
    fc.array(days ? day : moment, { minLength: most, maxLength: most }).map((received) =>
      parseRound({
        ...round,
        applications: round.applications.map((each, k) => ({ ...each, received: received[k] })),
      }),
    ),
  );
}

const decided = (round: Round, rule: Rule) => {
  const decision = assembleDecision(round, rule, null);
  expect(verifyDecision(JSON.parse(JSON.stringify(decision)))).toMatchObject({ valid: true });
  if (decision.outcome.status !== "decided") throw new Error(`${rule} always decides`);
  return { decision, outcome: decision.outcome };
};

const shuffled = (round: Round): fc.Arbitrary<Round> =>
  fc
    .shuffledSubarray([...round.applications], { minLength: round.applications.length })
    .map((applications) => ({ ...round, applications }));

describe.each(["first-come", "lottery"] as const)("%s, against a naive walk", (rule) => {
  it("awards the same and names the same rows, in whatever order the applications come", () => {
    let unfunded = 0;
    fc.assert(
      fc.property(
        receivedRound(8).chain((round) => fc.tuple(fc.constant(round), shuffled(round))),
        ([round, other]) => {
          const { decision, outcome } = decided(round, rule);
          const { selection, blocked } = rank(round, rule);
          const expected = [...selection].sort((a, b) => a.application - b.application);
          expect(outcome.awards.map(({ application, option }) => [application, option])).toEqual(
            expected.map(({ application, option }) => [round.applications[application]!.id, option]),
          );
          expect(outcome.breaches).toEqual(broken(round, selection));
          expect(decision.proof).toEqual({
            level: outcome.breaches.length > 0 ? null : "C",
            bound: null,
            gap: null,
          });
          expect(decision.explanations).toHaveLength(round.applications.length - outcome.awards.length);
          for (const { application, needed, blockedBy } of decision.explanations) {
            const index = round.applications.findIndex(({ id }) => id === application);
            expect(new Set(blockedBy)).toEqual(new Set(blocked.get(index) ?? []));
            expect(needed).toEqual({ atLeast: 0, atMost: null });
            unfunded += 1;
          }
          expect(assembleDecision(other, rule, null)).toEqual(decision);
        },
      ),
      { numRuns: 300 },
    );
    expect(unfunded).toBeGreaterThan(50);
  }, 60_000);
});

/** Rows that pro rata keeps: per row its coefficient for each choice, and its right side; all times 1,000. */
function honouredRows(round: Round, asked: readonly NaiveChoice[]) {
  const amountOf = ({ amounts }: NaiveChoice, budget: string | undefined) =>
    budget === undefined ? Object.values(amounts).reduce((a, b) => a + b, 0) : (amounts[budget] ?? 0);
  const row = (budget: string | undefined, isIn: (choice: NaiveChoice) => boolean, limit: number) => ({
    coefficients: asked.map((choice) => (isIn(choice) ? BigInt(amountOf(choice, budget)) * 1000n : 0n)),
    limit: BigInt(limit),
  });
  const everyone = () => true;
  return [
    ...round.budgets.map(({ id, amount }) => row(id, everyone, amount * 1000)),
    ...round.constraints.flatMap((limit) => {
      if (limit.kind !== "amount" && limit.kind !== "share") return [];
      const isMember = ({ application }: NaiveChoice) =>
        (round.applications[application]!.tags[limit.tag] ?? []).includes(limit.value);
      if (limit.max === undefined || (limit.kind === "share" && limit.of !== "budget")) return [];
      const whole = round.budgets
        .filter(({ id }) => limit.budget === undefined || limit.budget === id)
        .reduce((sum, { amount }) => sum + amount, 0);
      const most = limit.kind === "share" ? Math.round(Number(limit.max) * 1000) * whole : limit.max * 1000;
      return [row(limit.budget, isMember, most)];
    }),
  ];
}

/** What each application asks: its full award, without one its best option. */
function askedOf(round: Round): readonly NaiveChoice[] {
  const total = ({ amounts }: NaiveChoice) => Object.values(amounts).reduce((a, b) => a + b, 0);
  return choicesOf(round).map(
    (choices) =>
      [...choices].sort((a, b) => {
        if (a.option === null || b.option === null) return a.option === null ? -1 : 1;
        return b.score - a.score || total(a) - total(b) || (a.option < b.option ? -1 : 1);
      })[0]!,
  );
}

const E12 = 10n ** 12n;

/** A decimal text from "0" to "1" in units of 1e-12. */
function scaled(part: string): bigint {
  const [whole, fraction = ""] = part.split(".");
  return BigInt(whole!) * E12 + BigInt(fraction.padEnd(12, "0"));
}

describe("pro-rata", () => {
  it("keeps every row and is max-min fair", () => {
    let partial = 0;
    fc.assert(
      fc.property(
        arbitraryRound(8).chain((round) => fc.tuple(fc.constant(round), shuffled(round))),
        ([round, other]) => {
          const { decision, outcome } = decided(round, "pro-rata");
          const asked = askedOf(round);
          const awards = new Map(outcome.awards.map((award) => [award.application, award]));
          const parts = round.applications.map(({ id }) => scaled(awards.get(id)?.part ?? "0"));
          const rows = honouredRows(round, asked);
          const held = (row: (typeof rows)[number], given: readonly bigint[]) =>
            row.coefficients.reduce((sum, each, k) => sum + each * given[k]!, 0n);
          for (const row of rows) expect(held(row, parts)).toBeLessThanOrEqual(row.limit * E12);
          asked.forEach((_, index) => {
            if (parts[index] === E12) return;
            // Raised by one step of the last decimal, some row is broken in which nobody has a higher part by more than rounding.
            const raised = parts.map((part, k) => (k === index ? part + 1n : part));
            const bottleneck = rows.some(
              (row) =>
                row.coefficients[index]! > 0n &&
                row.coefficients.every((each, k) => each === 0n || parts[k]! <= parts[index]!) &&
                held(
                  row,
                  raised.map((part, k) =>
                    row.coefficients[k]! > 0n && parts[k] === parts[index] ? parts[k]! + 1n : part,
                  ),
                ) >
                  row.limit * E12,
            );
            expect(bottleneck).toBe(true);
          });
          for (const [index, choice] of asked.entries()) {
            const award = awards.get(round.applications[index]!.id);
            const part = parts[index]!;
            if (part === 0n) expect(award).toBeUndefined();
            else {
              if (part < E12) partial += 1;
              expect(award!.option).toBe(choice.option);
              const floor = (value: number) =>
                Number(
                  value >= 0 ? (BigInt(value) * part) / E12 : -((BigInt(-value) * part + E12 - 1n) / E12),
                );
              const amounts = Object.entries(choice.amounts).map(
                ([id, amount]) => [id, floor(amount)] as const,
              );
              expect(award!.amounts).toEqual(Object.fromEntries(amounts.filter(([, amount]) => amount > 0)));
              expect(award!.score).toBe(floor(choice.score));
            }
          }
          const selection = outcome.awards.map(({ application, option, score, amounts }) => ({
            application: round.applications.findIndex(({ id }) => id === application),
            option,
            score,
            amounts,
          }));
          expect(outcome.breaches).toEqual(broken(round, selection));
          expect(outcome.objective).toBe(selection.reduce((sum, { score }) => sum + score, 0));
          expect(decision).toMatchObject({
            proof: { level: outcome.breaches.length > 0 ? null : "C", bound: null, gap: null },
            explanations: [],
          });
          expect(decision.proof).not.toHaveProperty("root");
          expect(assembleDecision(other, "pro-rata", null)).toEqual(decision);
        },
      ),
      { numRuns: 500 },
    );
    expect(partial).toBeGreaterThan(200);
  }, 60_000);

  it("gives everyone the same part of one budget", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1_000_000_000 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 0, max: 20_000_000_000 }),
        (demands, budget) => {
          const round = parseRound({
            round: "one budget",
            budgets: [{ id: "b", amount: budget }],
            applications: demands.map((amount, k) => ({ id: `A${k}`, score: 100, amounts: { b: amount } })),
          });
          const { outcome } = decided(round, "pro-rata");
          const demand = demands.reduce((sum, each) => sum + BigInt(each), 0n);
          const ratio = (BigInt(budget) * E12) / demand;
          const part = ratio > E12 ? E12 : ratio;
          expect(outcome.awards).toHaveLength(part === 0n ? 0 : demands.length);
          for (const { application, amounts, part: text } of outcome.awards) {
            expect(scaled(text!)).toBe(part);
            const asked = BigInt(demands[Number(application.slice(1))]!);
            expect(amounts.b ?? 0).toBe(Number((asked * part) / E12));
          }
          expect(outcome.spent.total).toBeLessThanOrEqual(budget);
        },
      ),
    );
  });
});

describe("the comparisons", () => {
  it("are what every other rule gives, where the round can be decided by it", () => {
    const rounds = fc.oneof(arbitraryRound(6), receivedRound(6));
    const draw = { commitment: `sha256:${"0".repeat(64)}` };
    fc.assert(
      fc.property(rounds, fc.boolean(), fc.constantFrom(...RULES.slice(1)), (given, isUndrawn, rule) => {
        const round = isUndrawn ? parseRound({ ...given, tieBreak: { draw } }) : given;
        const possible = RULES.filter(
          (each) =>
            each !== "optimal" &&
            (each !== "first-come" || round.applications.every(({ received }) => received !== undefined)) &&
            (each !== "lottery" || !isUndrawn),
        );
        if (!possible.includes(rule)) {
          expect(() => assembleDecision(round, rule, null)).toThrow(RuleError);
          return;
        }
        const { comparisons } = assembleDecision(round, rule, null);
        const others = comparisons.filter((each) => each.rule !== "optimal");
        expect(others.map((each) => each.rule)).toEqual(possible.filter((each) => each !== rule));
        for (const { rule: each, outcome } of others)
          expect(outcome).toEqual(assembleDecision(round, each, null).outcome);
        const optimum = comparisons.find((each) => each.rule === "optimal")?.outcome;
        if (optimum?.status === "decided") {
          expect(optimum.breaches).toEqual([]);
          const walks = others.filter((each) => each.rule !== "pro-rata");
          for (const { outcome } of walks)
            if (outcome.status === "decided" && outcome.breaches.length === 0)
              expect(optimum.objective).toBeGreaterThanOrEqual(outcome.objective);
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it("name the first application that keeps a round from being decided by first-come", () => {
    const round = parseRound({
      round: "r",
      budgets: [{ id: "b", amount: 1 }],
      applications: [
        { id: "B", score: 1, amounts: {} },
        { id: "A", score: 1, amounts: {}, received: "2027-03-01" },
        { id: "C", score: 1, amounts: {} },
      ],
    });
    expect(() => assembleDecision(round, "first-come", null)).toThrow(
      expect.objectContaining({
        obstacle: expect.objectContaining({ application: "B", path: "/applications/1/received" }),
      }),
    );
  });
});
