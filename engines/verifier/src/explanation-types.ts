/** The explanation document as this package reads it, from docs/formats/explanation.md. */
import type { Changes } from "./swap.js";
import type { Amounts, Evidence, Tree } from "./types.js";

export type Edit =
  | { readonly edit: "budget"; readonly budget: string; readonly amount: number }
  | {
      readonly edit: "limit";
      readonly constraint: number;
      readonly side: "min" | "max";
      readonly to: number | string | null;
    }
  | { readonly edit: "drop"; readonly constraint: number }
  | { readonly edit: "amounts"; readonly application: string; readonly amounts: Amounts }
  | { readonly edit: "award"; readonly application: string };

/** What a scenario is for. */
export type Question =
  | { readonly ask: "points"; readonly application: string }
  | {
      readonly ask: "cost";
      readonly application: string;
      /** The total asked, in units. */
      readonly at: number;
      /** Rows in which a lower cost can hurt. */
      readonly against: readonly string[];
    }
  | { readonly ask: "looser"; readonly limit: string }
  | { readonly ask: "without"; readonly limits: readonly string[] }
  | { readonly ask: "shares" };

export type ScenarioOutcome =
  | ({ readonly status: "decided"; readonly objective: number; readonly spent: number } & Changes)
  | { readonly status: "infeasible" };

export interface Scenario {
  readonly question: Question;
  readonly edits: readonly Edit[];
  readonly outcome: ScenarioOutcome;
  readonly proof: Evidence;
}

export interface Standing {
  readonly all: readonly string[];
  readonly some: readonly string[];
  readonly none: readonly string[];
  readonly unsettled: readonly string[];
  readonly tree?: Tree;
  readonly witnesses: readonly Changes[];
}

export interface Inversion {
  readonly application: string;
  readonly count: number;
  readonly over: string;
  readonly rows: readonly string[];
}

/** Amounts in units over all budgets. */
export interface Group {
  readonly tag: string;
  readonly value: string;
  readonly applications: number;
  readonly awarded: number;
  readonly asked: number;
  readonly spent: number;
}

export interface ExplanationDocument {
  readonly decision: string;
  readonly standing?: Standing;
  readonly scenarios: readonly Scenario[];
  readonly inversions: readonly Inversion[];
  readonly groups: readonly Group[];
  readonly hash: string;
}
