/**
 * The decision document, version 2. `docs/formats/decision.md` is the published description and says how each
 * figure is checked. The document holds no clock time and nothing of the machine: the same round, rule and
 * outcome give the same bytes.
 */
import type { TreeCertificate } from "../exact/index.js";
import type { Amounts, Round, Rule } from "./round.js";

/** A: proven optimal. B: proven within `gap` points of the best. C: feasible only. `null`: limits are broken. */
export type Level = "A" | "B" | "C" | null;

/** One awarded application; `option` is null for its full award. */
export interface Award {
  readonly application: string;
  readonly option: string | null;
  readonly score: number;
  readonly amounts: Amounts;
  /** Only under `pro-rata`: the part of the full award, a decimal string above "0" up to "1". */
  readonly part?: string;
}

/** What became of one limit (rows `budget/ID` and `limit/K/min`, `limit/K/max`; see docs/formats/decision.md). */
export interface LimitFigure {
  readonly row: string;
  /** Awarded amount in units, or number of awarded applications. */
  readonly value: number;
  /** The amount or number it is held against; for shares the total the share is taken of, in units. */
  readonly of: number;
  readonly met: boolean;
}

/** Totals over awards: sums per budget, in units. */
export interface Spent {
  readonly total: number;
  readonly budgets: Amounts;
}

/** An outcome that awards something (or nothing) under a rule. */
export interface DecidedOutcome {
  readonly status: "decided";
  /** In the canonical order of applications. */
  readonly awards: readonly Award[];
  readonly objective: number;
  readonly spent: Spent;
  readonly limits: readonly LimitFigure[];
  /** Rows that the outcome does not meet; never any under `optimal`. */
  readonly breaches: readonly string[];
}

/** No selection meets all limits. */
export interface InfeasibleOutcome {
  readonly status: "infeasible";
  /** Row ids that cannot hold together. */
  readonly conflict: readonly string[];
}

export type Outcome = DecidedOutcome | InfeasibleOutcome;

/** Non-negative integer multipliers per row over a common denominator; both as decimal strings. */
export interface Multipliers {
  readonly denominator: string;
  readonly rows: Readonly<Record<string, string>>;
  /** Rows without multipliers that tie applications into groups; left out when there are none. */
  readonly absorbed?: readonly string[];
  /** The bound these multipliers give, as an exact integer numerator over `denominator`. */
  readonly bound: string;
}

/** Why the outcome deserves its level. */
export interface Proof {
  readonly level: Level;
  /** No feasible outcome scores more than this; null where nothing is proven. */
  readonly bound: number | null;
  /** `bound - objective`; null where nothing is proven. */
  readonly gap: number | null;
  /** Root multipliers: an upper bound on every feasible outcome. */
  readonly root?: Multipliers;
  /** A branching tree that proves a smaller bound than `root`, or that no selection meets all limits. */
  readonly tree?: TreeCertificate;
  /** For an infeasible round: multipliers whose bound with a zero objective is negative. */
  readonly ray?: Multipliers;
  /** How the announced tie-break chose among outcomes of this score; only under `optimal` at level A. */
  readonly ties?: Ties;
}

/** The two steps of the tie-break, each proven or said to be not; docs/formats/decision.md, section Ties. */
export interface Ties {
  /** Fewest steps of money; left out where the round announces none. */
  readonly money?: {
    /** Units per step. */
    readonly step: number;
    /** Steps that the outcome begins. */
    readonly steps: number;
    readonly proven: boolean;
    /** Proves that no outcome of this score begins fewer steps; absent when not proven, or for 0 steps. */
    readonly tree?: TreeCertificate;
  };
  readonly lot: {
    readonly proven: boolean;
    /** A lot tree; absent when not proven. */
    readonly tree?: TreeCertificate;
  };
}

/** What another rule would have awarded on the same round. */
export interface Comparison {
  readonly rule: Rule;
  readonly outcome: Outcome;
}

/** Why one application was not funded, and how far it was from being funded. */
export interface Explanation {
  readonly application: string;
  /** Extra points with which it draws level, everything else unchanged; see docs/formats/decision.md. */
  readonly needed: { readonly atLeast: number; readonly atMost: number | null };
  /** A swap that proves `atMost`. */
  readonly witness?: {
    /** The option of the explained application that is awarded; null for its full award. */
    readonly option: string | null;
    readonly remove: readonly string[];
    /** Further applications added, with their option. */
    readonly add: readonly (readonly [string, string | null])[];
  };
  /** Ranking only: the rows that stood in the way when it was this application's turn. */
  readonly blockedBy?: readonly string[];
}

/** A published decision. */
export interface Decision {
  readonly format: "voorsprong-decision/2";
  readonly round: Round;
  /** `sha256:` and the hex digest of the RFC 8785 form of `round`. */
  readonly roundHash: string;
  readonly rule: Rule;
  readonly outcome: Outcome;
  readonly proof: Proof;
  /** One per other rule that this round can be decided by, in the order of `RULES`. */
  readonly comparisons: readonly Comparison[];
  /** One per unfunded application, in canonical order. */
  readonly explanations: readonly Explanation[];
  /** `sha256:` and the hex digest of the RFC 8785 form of the document without `hash`. */
  readonly hash: string;
}
