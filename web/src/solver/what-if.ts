/** What-if: a round with other limits, and what that changes in who gets money. Pure; the worker runs the engine. */
import {
  type Award,
  type Constraint,
  type Decision,
  type Edit,
  type Language,
  type Level,
  type Outcome,
  parseRound,
  type Redecision,
  type Round,
  type Rule,
  type Titles,
} from "@voorsprong/allocation";
import type { Localised } from "@voorsprong/server/contract";

/**
 * New values per row id (`budget/ID`, `limit/K/min`, `limit/K/max`; docs/formats/decision.md): whole units for
 * budgets and amounts, whole numbers for counts, decimal strings from 0 to 1 for shares.
 */
export type Changes = Readonly<Record<string, string>>;

/** What the worker is asked. */
export interface WhatIfRequest {
  readonly round: Round;
  readonly changes: Changes;
  readonly rule: Rule;
  /** The rule of the round as it is, and its decision; where that is null the round is worked out first. */
  readonly before: { readonly rule: Rule; readonly decision: Decision | null };
  /** Names for the limits, per language. */
  readonly titles: Readonly<Record<Language, Titles>>;
  readonly timeLimitSeconds: number;
}

/** How far the worker is. */
export interface WhatIfProgress {
  readonly objective: number | null;
  readonly bound: number | null;
}

/** One outcome with what was proven about it. */
export interface Found {
  readonly rule: Rule;
  readonly outcome: Outcome;
  /** Null proof: taken from the published decision, whose level the page already shows. */
  readonly proof: { readonly level: Level; readonly gap: number | null } | null;
}

/** What the worker answers; `undecided`: time was up before any outcome was found. */
export type WhatIfAnswer = WhatIfResult | { readonly kind: "undecided" };

/** Both outcomes. */
export interface WhatIfResult {
  readonly kind: "found";
  readonly before: Found;
  readonly after: Found;
  /** The limits that cannot hold together after the change, in words. */
  readonly conflict: readonly Localised[];
  readonly seconds: number;
}

/**
 * The round with other limits, in canonical form.
 * @throws RoundError when the changed limits contradict each other, for instance a minimum above its maximum
 */
export function applyChanges(round: Round, changes: Changes): Round {
  return parseRound({
    ...round,
    budgets: round.budgets.map((budget) => {
      const amount = changes[`budget/${budget.id}`];
      return amount === undefined ? budget : { ...budget, amount: Number(amount) };
    }),
    constraints: round.constraints.map((constraint, index) => changed(constraint, index, changes)),
  });
}

function changed(constraint: Constraint, index: number, changes: Changes): Constraint {
  if (constraint.kind === "at-most-one" || constraint.kind === "requires") return constraint;
  const side = (name: "min" | "max") => {
    const value = changes[`limit/${index}/${name}`];
    return value === undefined ? {} : { [name]: constraint.kind === "share" ? value : Number(value) };
  };
  return { ...constraint, ...side("min"), ...side("max") };
}

/** The same changes as edits of a decided round (docs/formats/explanation.md, section Scenarios). */
export function editsOf(round: Round, changes: Changes): readonly Edit[] {
  return Object.entries(changes).flatMap(([row, value]): Edit[] => {
    const limit = /^limit\/(\d+)\/(min|max)$/.exec(row);
    if (limit === null)
      return [{ edit: "budget", budget: row.slice("budget/".length), amount: Number(value) }];
    const constraint = Number(limit[1]);
    const side = limit[2] as "min" | "max";
    const to = round.constraints[constraint]?.kind === "share" ? value : Number(value);
    return [{ edit: "limit", constraint, side, to }];
  });
}

/** The outcome that a what-if of a decided round came to; null where it awards nothing because nothing is possible. */
export function outcomeOf(decision: Decision, { outcome }: Redecision): Outcome | null {
  if (outcome.status === "infeasible" || decision.outcome.status === "infeasible") return null;
  const removed = new Set(outcome.remove);
  const chosen: readonly (readonly [string, string | null])[] = [
    ...decision.outcome.awards
      .filter(({ application }) => !removed.has(application))
      .map(({ application, option }) => [application, option] as const),
    ...outcome.add,
  ];
  const options = new Map(chosen);
  const awards = decision.round.applications.flatMap(
    ({ id, score, amounts, options: offered = [] }): Award[] => {
      const option = options.get(id);
      if (option === undefined) return [];
      const choice = option === null ? { score, amounts } : offered.find((each) => each.id === option);
      return [{ application: id, option, score: choice?.score ?? 0, amounts: choice?.amounts ?? {} }];
    },
  );
  const budgets: Record<string, number> = {};
  for (const { amounts } of awards)
    for (const [budget, amount] of Object.entries(amounts)) budgets[budget] = (budgets[budget] ?? 0) + amount;
  const spent = { total: outcome.spent, budgets };
  return { status: "decided", awards, objective: outcome.objective, spent, limits: [], breaches: [] };
}

/** Who is funded in one outcome and not in the other. */
export interface Difference {
  /** Funded only after the change, in the order of the outcome. */
  readonly gains: readonly Award[];
  /** Funded only before it. */
  readonly loses: readonly Award[];
  /** Funded in both. */
  readonly both: number;
}

const awardsOf = (outcome: Outcome): readonly Award[] => (outcome.status === "decided" ? outcome.awards : []);

/** Compares who is funded, not with how much. */
export function difference(before: Outcome, after: Outcome): Difference {
  const had = new Set(awardsOf(before).map(({ application }) => application));
  const has = new Set(awardsOf(after).map(({ application }) => application));
  return {
    gains: awardsOf(after).filter(({ application }) => !had.has(application)),
    loses: awardsOf(before).filter(({ application }) => !has.has(application)),
    both: [...has].filter((application) => had.has(application)).length,
  };
}

/** Awarded money per value of a tag, in units. An application with more values counts for each. */
export function awardedPerValue(round: Round, tag: string, outcome: Outcome): ReadonlyMap<string, number> {
  const tags = new Map(
    round.applications.map((application) => [application.id, application.tags[tag] ?? []]),
  );
  const sums = new Map<string, number>();
  for (const { application, amounts } of awardsOf(outcome)) {
    const total = Object.values(amounts).reduce((sum, amount) => sum + amount, 0);
    for (const value of tags.get(application) ?? []) sums.set(value, (sums.get(value) ?? 0) + total);
  }
  return sums;
}
