/** A decision in the few figures that a command line or a list shows. */
import type { Decision, Level } from "../model/decision.js";
import type { Amounts, Rule } from "../model/round.js";
import { pointsText } from "../words/phrases.js";

/** The figures of a decision. Objective, bound and gap are in points: score units over the round's `scoreScale`. */
export interface DecisionSummary {
  readonly rule: Rule;
  /** Null for an infeasible round. */
  readonly objective: number | null;
  readonly bound: number | null;
  readonly gap: number | null;
  /** Whether the document itself proves its outcome: level A. */
  readonly proven: boolean;
  readonly level: Level;
  /** Awarded in all, in units. */
  readonly spent: number;
  readonly spentByBudget: Amounts;
  /** Ids of awarded applications, in canonical order. */
  readonly selected: readonly string[];
  /** The option of each application that was awarded one instead of its full award. */
  readonly options: Readonly<Record<string, string>>;
  /** Under `pro-rata` the part of what it asks that each application is awarded, as a decimal text; else empty. */
  readonly parts: Readonly<Record<string, string>>;
  /** Rows that the outcome breaks; never any under `optimal`. */
  readonly breaches: readonly string[];
  /** Rows that cannot hold together; empty when the round was decided. */
  readonly conflict: readonly string[];
}

/** Summarises a decision. */
export function summarise(decision: Decision): DecisionSummary {
  const { outcome, proof, rule, round } = decision;
  const points = (units: number | null) =>
    units === null ? null : Number(pointsText(units, round.scoreScale));
  const decided = outcome.status === "decided" ? outcome : null;
  return {
    rule,
    objective: points(decided?.objective ?? null),
    bound: points(proof.bound),
    gap: points(proof.gap),
    proven: proof.level === "A",
    level: proof.level,
    spent: decided?.spent.total ?? 0,
    spentByBudget: decided?.spent.budgets ?? {},
    selected: decided?.awards.map(({ application }) => application) ?? [],
    options: Object.fromEntries(
      decided?.awards.flatMap(({ application, option }) =>
        option === null ? [] : [[application, option]],
      ) ?? [],
    ),
    parts: Object.fromEntries(
      decided?.awards.flatMap(({ application, part }) => (part === undefined ? [] : [[application, part]])) ??
        [],
    ),
    breaches: decided?.breaches ?? [],
    conflict: outcome.status === "infeasible" ? outcome.conflict : [],
  };
}
