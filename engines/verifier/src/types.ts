/**
 * The decision document as this package reads it, from docs/formats/round.md and docs/formats/decision.md.
 * Written down again on purpose: the verifier shares nothing with the programs that make decisions.
 */

/** Units per budget id, without zeros. */
export type Amounts = Readonly<Record<string, number>>;

/** Something that may be awarded: a full award or an option. */
export interface Award {
  readonly score: number;
  readonly amounts: Amounts;
}

export interface Application {
  readonly id: string;
  /** The full award, where the application has one. */
  readonly full: Award | null;
  readonly options: readonly (Award & { readonly id: string })[];
  readonly tags: Readonly<Record<string, readonly string[]>>;
  /** When it was complete: a day, or a moment in UTC. */
  readonly received?: string;
}

/** A limit on one tag value. `min` and `max` are decimal strings for shares, whole numbers for the others. */
interface TagLimit<Bound> {
  readonly tag: string;
  readonly value: string;
  readonly min?: Bound;
  readonly max?: Bound;
}

export interface ShareLimit extends TagLimit<string> {
  readonly kind: "share";
  readonly of: "awarded" | "budget";
  readonly budget?: string;
}

export interface AmountLimit extends TagLimit<number> {
  readonly kind: "amount";
  readonly budget?: string;
}

export interface CountLimit extends TagLimit<number> {
  readonly kind: "count";
}

export interface AtMostOne {
  readonly kind: "at-most-one";
  readonly applications: readonly string[];
}

export interface Requires {
  readonly kind: "requires";
  readonly application: string;
  readonly needs: string;
}

/** A constraint that a scenario leaves out; the others keep their numbers. */
export interface Dropped {
  readonly kind: "dropped";
}

/** Limits on one value of a tag. */
export type GroupLimit = ShareLimit | AmountLimit | CountLimit;

export type Constraint = GroupLimit | AtMostOne | Requires | Dropped;

/** A seed that is drawn by the ledger: the secret and the entry are there after the draw, both or neither. */
export interface Draw {
  readonly commitment: string;
  readonly secret?: string;
  readonly entry?: string;
}

export interface TieBreak {
  readonly seed: string;
  /** Units of money per step; of outcomes with one score the one that begins the fewest steps wins. */
  readonly step?: number;
  readonly draw?: Draw;
}

export interface Round {
  /** What one unit of the amounts is. */
  readonly unit: string;
  readonly scoreScale: number;
  readonly budgets: readonly { readonly id: string; readonly amount: number }[];
  readonly applications: readonly Application[];
  readonly constraints: readonly Constraint[];
  readonly tieBreak: TieBreak;
  readonly misfit: "skip" | "stop";
}

/** The rules, in the order in which a decision compares itself with the others. */
export const RULES = ["optimal", "ranking", "first-come", "lottery", "pro-rata"] as const;

export type Rule = (typeof RULES)[number];

export type Level = "A" | "B" | "C" | null;

export interface NamedAward extends Award {
  readonly application: string;
  readonly option: string | null;
  /** Under `pro-rata`: the part of what was asked, a decimal string. */
  readonly part?: string;
}

export interface LimitFigure {
  readonly row: string;
  readonly value: number;
  readonly of: number;
  readonly met: boolean;
}

export interface DecidedOutcome {
  readonly status: "decided";
  readonly awards: readonly NamedAward[];
  readonly objective: number;
  readonly spent: { readonly total: number; readonly budgets: Amounts };
  readonly limits: readonly LimitFigure[];
  readonly breaches: readonly string[];
}

export interface InfeasibleOutcome {
  readonly status: "infeasible";
  readonly conflict: readonly string[];
}

export type Outcome = DecidedOutcome | InfeasibleOutcome;

export interface Multipliers {
  readonly denominator: bigint;
  /** Per row id, all positive. */
  readonly rows: ReadonlyMap<string, bigint>;
  /** Ids of the rows that are part of the states. */
  readonly absorbed: readonly string[];
  readonly bound: bigint;
}

/** Multipliers that a tree cites: that of row `rows[n]` is `values[n] / 2^(shift + exponent of the row)`. */
export interface TreeVector {
  /** Whether all scores count as zero. */
  readonly ray: boolean;
  readonly shift: number;
  readonly rows: readonly number[];
  readonly values: readonly number[];
}

/** An inequality that every outcome meets, `sum of values over the chosen columns <= rhs`, with why it holds. */
export interface Cut {
  readonly columns: readonly number[];
  readonly values: readonly number[];
  readonly rhs: number;
  /** One row of the program implies it, or rows with these whole factors do, divided and rounded down. */
  readonly because: { readonly row: number } | CutFactors;
}

export interface CutFactors {
  readonly rows: readonly number[];
  readonly values: readonly number[];
  readonly divisor: number;
}

/** A tree certificate (docs/formats/tree.md). Rows and columns are numbers from 0. */
export interface Tree {
  /** No outcome is worth this much; null: there is no outcome. */
  readonly target: number | null;
  /** Rows after those of the program. */
  readonly cuts: readonly Cut[];
  /** Rows that are part of the states. */
  readonly absorbed: readonly number[];
  /** Per row its exponent; 0 for rows that are not in it. */
  readonly exponents: ReadonlyMap<number, number>;
  readonly vectors: readonly TreeVector[];
  /** Columns that are branched on. */
  readonly columns: readonly number[];
  /** The field `tree`: nodes in preorder. */
  readonly nodes: readonly number[];
}

/** One step of the tie-break, proven or said to be not. */
export interface TieStep {
  readonly proven: boolean;
  readonly tree?: Tree;
}

export interface Ties {
  readonly money?: TieStep & { readonly step: number; readonly steps: number };
  /** Its tree is a lot tree (docs/formats/decision.md, "Ties"). */
  readonly lot: TieStep;
}

/** What shows that an outcome is good, or that there is none. */
export interface Evidence {
  readonly level: Level;
  readonly bound: number | null;
  readonly gap: number | null;
  readonly root?: Multipliers;
  readonly tree?: Tree;
  readonly ray?: Multipliers;
}

export interface Proof extends Evidence {
  readonly ties?: Ties;
}

/** A choice by name: an application with its option, or null for its full award. */
export type ChoiceName = readonly [application: string, option: string | null];

export interface Witness {
  readonly option: string | null;
  readonly remove: readonly string[];
  readonly add: readonly ChoiceName[];
}

export interface Explanation {
  readonly application: string;
  readonly needed: { readonly atLeast: number; readonly atMost: number | null };
  readonly witness?: Witness;
  readonly blockedBy?: readonly string[];
}

export interface Decision {
  readonly round: Round;
  readonly roundHash: string;
  readonly rule: Rule;
  readonly outcome: Outcome;
  readonly proof: Proof;
  readonly comparisons: readonly { readonly rule: Rule; readonly outcome: Outcome }[];
  readonly explanations: readonly Explanation[];
  readonly hash: string;
}
