/** The words of deciding: grounds, outcomes, what a proposal holds. Plain values. */
import type { Round, Rule } from "@voorsprong/allocation";
import type { Localised } from "../../kernel/views.js";

/** Cents by budget. */
export type AmountsByBudget = Readonly<Record<string, number>>;

/**
 * Why an application is refused. `ceiling`: the money ran out under the rule of division (Awb 4:25); the engine says
 * so. The others keep an application out of the round.
 */
export const grounds = ["incomplete", "ineligible", "below-threshold", "ceiling", "other"] as const;
export type Ground = (typeof grounds)[number];

/** An application that does not go into the round, and why. */
export interface Refused {
  readonly applicationId: string;
  readonly ground: Exclude<Ground, "ceiling">;
  /** For instance `Awb 4:5`. */
  readonly article: string;
  readonly reason: Localised;
}

/** An application that a person keeps out of the round, for instance on a ground of Awb 4:35. */
export interface Exclusion {
  readonly applicationId: string;
  readonly article: string;
  readonly reason: Localised;
}

/** What one person proposes and another approves, format voorsprong-proposal/1. */
export type ProposalDocument = CallProposal | ReserveProposal;

/** The decision on a call, or the one again after an objection. */
export interface CallProposal {
  readonly format: "voorsprong-proposal/1";
  readonly kind: "call" | "objection";
  readonly call: string;
  readonly callVersion: number;
  readonly rule: Rule;
  /** The canonical round of everyone who takes part in the division. */
  readonly round: Round;
  readonly refused: readonly Refused[];
  /** Hash of the frozen scores; null where the call has no criteria. */
  readonly scoresHash: string | null;
  /** The round that is decided again; null for the first decision. */
  readonly supersedes: string | null;
}

/** A grant to the next of the reserve list. */
export interface ReserveProposal {
  readonly format: "voorsprong-proposal/1";
  readonly kind: "reserve";
  readonly call: string;
  readonly applicationId: string;
  readonly amounts: AmountsByBudget;
  /** Where the money comes from. */
  readonly returned: readonly {
    readonly applicationId: string;
    readonly amounts: AmountsByBudget;
    readonly reason: string;
  }[];
}

/** What was decided about one application. */
export interface Outcome {
  readonly applicationId: string;
  readonly kind: "awarded" | "refused";
  readonly ground: Ground | null;
  readonly article: string | null;
  readonly reason: Localised | null;
  /** Cents. */
  readonly awarded: number;
  readonly amounts: AmountsByBudget;
  /** Place on the reserve list, from 1; null for who is not on it. */
  readonly reserve: number | null;
}

/** The sum of amounts by budget, in cents. */
export const sumOf = (amounts: AmountsByBudget): number =>
  Object.values(amounts).reduce((sum, cents) => sum + cents, 0);

/** Amounts added per budget; zero parts are left out. */
export function addAmounts(one: AmountsByBudget, other: AmountsByBudget, sign: 1 | -1 = 1): AmountsByBudget {
  const sum: Record<string, number> = { ...one };
  for (const [budget, cents] of Object.entries(other)) sum[budget] = (sum[budget] ?? 0) + sign * cents;
  return Object.fromEntries(Object.entries(sum).filter(([, cents]) => cents !== 0));
}
