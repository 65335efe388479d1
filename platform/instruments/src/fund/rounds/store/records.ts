/** What the fund keeps, and what its queries take. Shapes that go over the wire as they are come from `views.ts`. */
import type { Budget, Constraint, Decision, Misfit, Round, Rule, TieBreak } from "@voorsprong/allocation";
import type { Json, Transaction } from "@voorsprong/store";
import type { DecisionLine } from "../../../kernel/views.js";
import type { ApplicationRow, RoundSummary, RoundView } from "../views.js";

/** A round to be registered. */
export interface NewRoundRecord {
  /** The id it should get; a number is added when another round has it. */
  readonly id: string;
  /** Null: a round that stands alone. */
  readonly fundId: string | null;
  readonly title: string;
  readonly rule: Rule;
  readonly trial: boolean;
  readonly example: boolean;
  /** The person who registers it; null for an example and for a visitor's trial. */
  readonly registeredBy: string | null;
  /** In canonical form. */
  readonly round: Round;
  /** The RFC 8785 text of `round`. */
  readonly document: string;
  /** `sha256:` and the hex digest of `document`. */
  readonly roundHash: string;
  /** The draw that `round` is committed to; null where the ledger draws nothing. */
  readonly draw: {
    readonly secret: string;
    /** Hash of the round as it was sent, without seed and draw. */
    readonly sourceHash: string;
  } | null;
  /** The decided round whose place it takes: a decision again after an objection. Absent for all others. */
  readonly supersedes?: string | null;
}

/** What a round belongs to. */
export interface RoundOwnership {
  readonly fundId: string | null;
  readonly trial: boolean;
  readonly example: boolean;
  readonly registeredBy: string | null;
}

/** A round with its terms, without its applications. */
export interface RoundRecord extends RoundSummary {
  readonly scoreScale: number;
  readonly budgets: readonly Budget[];
  readonly constraints: readonly Constraint[];
  /** As registered; after the decision of a round that is drawn by the ledger, as drawn. */
  readonly tieBreak: TieBreak;
  /** Hash of the ledger entry that completes the seed; null where the ledger draws nothing. */
  readonly drawEntry: string | null;
  readonly misfit: Misfit;
  readonly tags: RoundView["tags"];
}

/** Order of a list of applications: ascending, or descending with `-`. Equals follow the canonical order. */
export type ApplicationSort =
  | "score"
  | "-score"
  | "requested"
  | "-requested"
  | "received"
  | "-received"
  | "id"
  | "-id";

/** Which applications of a round to list. */
export interface ApplicationQuery {
  /** Counted from 1. */
  readonly page: number;
  readonly pageSize: number;
  /** Default `-score`. */
  readonly sort?: ApplicationSort | undefined;
  /** Part of an id or title; case and accents do not count. */
  readonly search?: string | undefined;
  /** Per tag the values of which an application must have one; every tag named must match. */
  readonly tags?: Readonly<Record<string, readonly string[]>> | undefined;
  /** `changed`: funded under one of the two rules only. Undecided rounds have none of the three. */
  readonly outcome?: "funded" | "unfunded" | "changed" | undefined;
}

/** One application with the decision's explanation as it was published; null when funded or undecided. */
export interface ApplicationRecord extends ApplicationRow {
  readonly explanation: Decision["explanations"][number] | null;
}

/** A decision to be published. */
export interface NewDecisionRecord {
  readonly roundId: string;
  readonly decision: Decision;
  /** The RFC 8785 text of `decision`. */
  readonly document: string;
  /** Hash of the round as it was registered; differs from the decision's where the seed was drawn since. */
  readonly registeredHash: string;
  /** How long deciding took. */
  readonly seconds: number;
  /** Figures for the outcome page, computed once. */
  readonly summary: Json;
  /** Ends the job that decided, in the same transaction (`JobControl.finish`). */
  readonly finish?: (tx: Transaction) => Promise<void>;
  /**
   * What is done along with publishing, in the same transaction and only when it is published now: letters, for
   * instance. What it gives back is run after the ledger entry, which others wait for: it should be quick.
   */
  readonly accompany?: (tx: Transaction) => Promise<() => Promise<void>>;
}

/** A published decision without its document. */
export interface DecisionRecord {
  readonly roundId: string;
  readonly hash: string;
  /** Moment of its ledger entry, ISO 8601. */
  readonly at: string;
  readonly ledgerSeq: number;
  readonly seconds: number;
  readonly summary: Json;
}

/** Money of a fund's rounds that count; example rounds and real ones are never added together. */
export interface FundTotals {
  readonly example: boolean;
  readonly rounds: number;
  /** Sum of their budgets, in units. */
  readonly committed: number;
  readonly decisions: number;
  /** Sum of what decided rounds award, in units. */
  readonly decided: number;
  readonly lastDecision: DecisionLine | null;
}
