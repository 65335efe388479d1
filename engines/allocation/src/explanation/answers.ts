/** What follows from an explanation document: the figures that sentences and pages show. */
import type { Decision, Explanation } from "../model/decision.js";
import type { Difference, ExplanationDocument, Scenario } from "../model/explanation.js";
import type { Amounts } from "../model/round.js";

/** A figure known to lie from `atLeast` to `atMost`; exact where they are equal. */
export interface Range {
  readonly atLeast: number;
  readonly atMost: number;
}

/** How many score units an unfunded application needed to draw level; one more wins outright. */
export interface PointsAnswer {
  readonly atLeast: number;
  /** Null when no outcome with it is known, or possible. */
  readonly atMost: number | null;
  /** Whether no outcome that meets all limits includes it, so that no score helps. */
  readonly impossible: boolean;
  /** The outcome with which it draws level, where one is known; `add` has the application itself as well. */
  readonly instead: Difference | null;
}

/** At what lower cost an unfunded application was certain of an award, everything else unchanged. In units. */
export interface CostAnswer {
  readonly asked: number;
  /** The highest total known to be low enough; null when none is known. */
  readonly enough: number | null;
  /** The lowest total known to be too much. */
  readonly tooMuch: number | null;
  /** Rows that keep a lower total than `enough` from being certain; without `enough` from being excluded. */
  readonly against: readonly string[];
}

/** What one row costs, in score units. Below zero only for a budget: with it, shares of the budget rise as well. */
export interface LimitPrice {
  readonly row: string;
  /** What one step looser would bring; null where it is not known apart. */
  readonly looser: Range | null;
  /** What the round without it would bring; null for budgets. */
  readonly without: Range | null;
}

/** What all limits cost, in score units. */
export interface Prices {
  /** All share limits together. */
  readonly shares: Range | null;
  /** Rows that were left out all at once, and what that would bring. */
  readonly together: { readonly rows: readonly string[]; readonly gain: Range } | null;
  /** Other rows, in order of the rows. */
  readonly limits: readonly LimitPrice[];
}

/**
 * The score an unfunded application needed: exact from its scenario, else the interval of the decision. Null when the
 * decision says nothing about the application, as of one that is funded.
 */
export function pointsAnswer(
  decision: Decision,
  document: ExplanationDocument | null,
  application: string,
): PointsAnswer | null {
  const explained = decision.explanations.find((each) => each.application === application);
  if (decision.outcome.status !== "decided" || explained === undefined) return null;
  const scenario = document?.scenarios.find(
    ({ subject }) =>
      "application" in subject && subject.application === application && subject.question === "points",
  );
  if (scenario === undefined) return intervalOf(explained);
  const { outcome, proof } = scenario;
  if (outcome.status === "infeasible") return { atLeast: 0, atMost: null, impossible: true, instead: null };
  const value = decision.outcome.objective;
  const { remove, add } = outcome;
  return {
    atLeast: Math.max(0, explained.needed.atLeast, value - (proof.bound ?? Number.POSITIVE_INFINITY)),
    atMost: Math.max(
      0,
      Math.min(value - outcome.objective, explained.needed.atMost ?? Number.POSITIVE_INFINITY),
    ),
    impossible: false,
    instead: { remove, add },
  };
}

function intervalOf({ application, needed, witness }: Explanation): PointsAnswer {
  const instead: Difference | null =
    witness === undefined
      ? null
      : { remove: witness.remove, add: [[application, witness.option], ...witness.add] };
  return { ...needed, impossible: false, instead };
}

/** The cost an unfunded application needed; null when the document does not say. */
export function costAnswer(
  { round, outcome }: Decision,
  { scenarios }: ExplanationDocument,
  application: string,
): CostAnswer | null {
  const asking = round.applications.find(({ id }) => id === application);
  if (outcome.status !== "decided" || asking?.amounts === undefined) return null;
  let answer: CostAnswer = { asked: totalOf(asking.amounts), enough: null, tooMuch: null, against: [] };
  let known = false;
  for (const { subject, outcome: came, proof } of scenarios) {
    if (!("application" in subject) || subject.question !== "cost" || subject.application !== application)
      continue;
    const { at, against = [] } = subject;
    const wins = came.status === "decided" && came.objective > outcome.objective;
    const loses =
      came.status === "infeasible" || (proof.bound ?? Number.POSITIVE_INFINITY) <= outcome.objective;
    known ||= wins || loses;
    if (wins && (answer.enough === null || at > answer.enough)) answer = { ...answer, enough: at, against };
    if (loses && (answer.tooMuch === null || at < answer.tooMuch))
      answer = { ...answer, tooMuch: at, ...(answer.enough === null ? { against } : {}) };
  }
  return known ? answer : null;
}

/** The prices that a document gives; null for a round without an outcome. */
export function pricesOf({ outcome }: Decision, { scenarios }: ExplanationDocument): Prices | null {
  if (outcome.status !== "decided") return null;
  let shares: Range | null = null;
  let together: Prices["together"] = null;
  const limits = new Map<string, { looser: Range | null; without: Range | null }>();
  for (const scenario of scenarios) {
    const { subject } = scenario;
    const gain = gainOf(scenario, outcome.objective);
    if (gain === null || "application" in subject) continue;
    if ("shares" in subject) shares = gain;
    else if ("limits" in subject) together = { rows: subject.limits, gain };
    else {
      const price = limits.get(subject.limit) ?? { looser: null, without: null };
      price[subject.question] = gain;
      limits.set(subject.limit, price);
    }
  }
  return {
    shares,
    together,
    limits: [...limits].map(([row, { looser, without }]) => ({ row, ...inOrder(looser, without) })),
  };
}

/** One step looser brings no more than leaving the row out, so each figure tightens the other. */
function inOrder(looser: Range | null, without: Range | null): Omit<LimitPrice, "row"> {
  if (looser === null || without === null) return { looser, without };
  return {
    looser: { ...looser, atMost: Math.min(looser.atMost, without.atMost) },
    without: { ...without, atLeast: Math.max(looser.atLeast, without.atLeast) },
  };
}

function gainOf({ outcome, proof }: Scenario, value: number): Range | null {
  if (outcome.status !== "decided" || proof.bound === null) return null;
  return { atLeast: outcome.objective - value, atMost: proof.bound - value };
}

function totalOf(amounts: Amounts): number {
  return Object.values(amounts).reduce((sum, amount) => sum + amount, 0);
}
