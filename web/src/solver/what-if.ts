/** What-if: a round with other limits, and what that changes in who gets money. Pure; the worker runs the engine. */
import {
  type Award,
  type Constraint,
  type Level,
  type Outcome,
  parseRound,
  type Round,
  type Rule,
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
  /** The rule and outcome of the round as it is; a null outcome is worked out first, under this rule. */
  readonly before: { readonly rule: Rule; readonly outcome: Outcome | null };
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
