/**
 * The explanation document, version 1: what people ask about one decision under `optimal`, each figure with its
 * proof. `docs/formats/explanation.md` is the published description. Like a decision it holds no clock time: the same
 * decision and the same questions give the same bytes.
 */
import type { TreeCertificate } from "../exact/index.js";
import type { Multipliers } from "./decision.js";
import type { Amounts } from "./round.js";

/** Added choices: application id, and option id or null for the full award. */
export type Added = readonly (readonly [application: string, option: string | null])[];

/** An allowed selection, written as the outcome without the applications of `remove` and with `add`. */
export interface Difference {
  readonly remove: readonly string[];
  readonly add: Added;
}

/** Whether applications are awarded in all, some or none of the outcomes that are worth the objective. */
export interface Standing {
  readonly all: readonly string[];
  readonly some: readonly string[];
  readonly none: readonly string[];
  /** Not settled within the effort allowed. */
  readonly unsettled: readonly string[];
  /** Proves `all` and `none`; left out when both are empty. */
  readonly tree?: TreeCertificate;
  /** With the outcome, what shows `some`. */
  readonly witnesses: readonly Difference[];
}

/** One change to a round; docs/formats/explanation.md says what each does. */
export type Edit =
  | { readonly edit: "budget"; readonly budget: string; readonly amount: number }
  | {
      readonly edit: "limit";
      readonly constraint: number;
      readonly side: "min" | "max";
      /** A whole number, a share as a decimal string, or null: that side no longer holds. */
      readonly to: number | string | null;
    }
  | { readonly edit: "drop"; readonly constraint: number }
  | { readonly edit: "score"; readonly application: string; readonly score: number }
  | { readonly edit: "amounts"; readonly application: string; readonly amounts: Amounts }
  | { readonly edit: "award"; readonly application: string }
  | { readonly edit: "refuse"; readonly application: string };

/** What a scenario is for. */
export type Subject =
  | { readonly application: string; readonly question: "points" }
  | {
      readonly application: string;
      readonly question: "cost";
      /** The total that the application asks in this scenario, in units. */
      readonly at: number;
      /**
       * Rows in which a lower amount counts against it, because of which nothing follows for lower totals where it
       * wins, and for higher ones where it does not; left out when none.
       */
      readonly against?: readonly string[];
    }
  | { readonly limit: string; readonly question: "looser" | "without" }
  | { readonly limits: readonly string[]; readonly question: "without" }
  | { readonly shares: true; readonly question: "without" };

/** What a scenario came to. */
export type ScenarioOutcome =
  | ({ readonly status: "decided"; readonly objective: number; readonly spent: number } & Difference)
  | { readonly status: "infeasible" };

/** Why a scenario's outcome deserves its level; the words are those of a decision's proof. */
export interface ScenarioProof {
  readonly level: "A" | "B";
  readonly bound: number | null;
  readonly gap: number | null;
  readonly root?: Multipliers;
  readonly ray?: Multipliers;
  readonly tree?: TreeCertificate;
}

/** The round with some edits, decided again under `optimal` without a tie-break. */
export interface Scenario {
  readonly subject: Subject;
  readonly edits: readonly Edit[];
  readonly outcome: ScenarioOutcome;
  readonly proof: ScenarioProof;
}

/** An unfunded application that scores more than awarded ones, and the rows that explain it. */
export interface Inversion {
  readonly application: string;
  /** Awards with a lower score. */
  readonly count: number;
  /** The award with the lowest score. */
  readonly over: string;
  /** Rows that do not hold with this application instead of that one. */
  readonly rows: readonly string[];
}

/** What became of the applications with one value of a tag. Amounts in units, over all budgets. */
export interface GroupFigures {
  readonly tag: string;
  readonly value: string;
  readonly applications: number;
  readonly awarded: number;
  readonly asked: number;
  readonly spent: number;
}

/** An explanation of one decision. */
export interface ExplanationDocument {
  readonly format: "voorsprong-explanation/1";
  /** `hash` of the decision. */
  readonly decision: string;
  /** Left out when it was not asked for, or when the decision's level is not A. */
  readonly standing?: Standing;
  readonly scenarios: readonly Scenario[];
  readonly inversions: readonly Inversion[];
  readonly groups: readonly GroupFigures[];
  /** `sha256:` and the hex digest of the RFC 8785 form of the document without `hash`. */
  readonly hash: string;
}
