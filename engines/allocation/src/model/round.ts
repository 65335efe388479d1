/**
 * The round: what applicants asked for, how it scored, and the limits announced before the call opened.
 * `docs/formats/round.md` is the published description; these types are its canonical form, in which
 * applications and budgets are ordered by id, shares are decimal strings and every default is written out.
 */

/** Amounts in whole units (for euros: cents) per budget id. Absent budgets mean zero. Each 0 to 2^53 - 1. */
export type Amounts = Readonly<Record<string, number>>;

/** One yearly or thematic budget; what is awarded from it never exceeds `amount`. */
export interface Budget {
  readonly id: string;
  /** Whole units, 0 to 2^53 - 1. */
  readonly amount: number;
}

/** A partial or alternative award of one application; at most one choice of an application is awarded. */
export interface Option {
  readonly id: string;
  readonly score: number;
  readonly amounts: Amounts;
}

/**
 * One application. `score` and `amounts` together are its full award; `options` are alternatives to it.
 * An application has a full award, options, or both.
 */
export interface Application {
  readonly id: string;
  /** What it is called; shown, never used to decide. */
  readonly title?: string;
  /** Whole points. */
  readonly score?: number;
  readonly amounts?: Amounts;
  readonly options?: readonly Option[];
  /** When it was complete: a day `2027-03-01`, or a moment in UTC `2027-03-01T08:00:00Z`; decides `first-come`. */
  readonly received?: string;
  /** Values per tag, each list sorted and without doubles, for instance `{"region": ["Groningen"]}`. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

/** Limits the awarded amount of one tag value to a share of all that is awarded, or of the budget. */
export interface ShareLimit {
  readonly kind: "share";
  readonly tag: string;
  readonly value: string;
  /** Decimal string from "0" to "1" without trailing zeros, at most 12 decimals. */
  readonly min?: string;
  readonly max?: string;
  readonly of: "awarded" | "budget";
  /** Only amounts of this budget count; absent: the sum over all budgets. */
  readonly budget?: string;
}

/** Limits the awarded amount of one tag value, in whole units. */
export interface AmountLimit {
  readonly kind: "amount";
  readonly tag: string;
  readonly value: string;
  readonly min?: number;
  readonly max?: number;
  /** Only amounts of this budget count; absent: the sum over all budgets. */
  readonly budget?: string;
}

/** Limits the number of awarded applications of one tag value. */
export interface CountLimit {
  readonly kind: "count";
  readonly tag: string;
  readonly value: string;
  readonly min?: number;
  readonly max?: number;
}

/** At most one of these applications is awarded (a consortium that applied more than once). */
export interface AtMostOne {
  readonly kind: "at-most-one";
  readonly applications: readonly string[];
}

/** `application` is awarded only if `needs` is. */
export interface Requires {
  readonly kind: "requires";
  readonly application: string;
  readonly needs: string;
}

/** Everything a call may limit. A new kind must be compiled to rows, to words and to a check before it builds. */
export type Constraint = ShareLimit | AmountLimit | CountLimit | AtMostOne | Requires;

/** How the ranking walks on when an application no longer fits. */
export type Misfit = "skip" | "stop";

/** How the lots come about, and whether less money goes before the lot; docs/formats/round.md, section The lot. */
export interface TieBreak {
  /** The text that the lots are computed from; empty before a draw. */
  readonly seed: string;
  /** Among outcomes of the same score the one that begins the fewest steps of this many units wins. */
  readonly money?: { readonly step: number };
  /** A seed that is drawn by the ledger. */
  readonly draw?: Draw;
}

/** A draw by the ledger: before it only the commitment is known, after it all three. */
export interface Draw {
  /** `sha256:` and the hex digest of the secret. */
  readonly commitment: string;
  readonly secret?: string;
  /** Hash of the ledger entry that registered the round. */
  readonly entry?: string;
}

/** A round in canonical form. */
export interface Round {
  readonly round: string;
  /** What one amount unit is, for instance "EUR-cent". */
  readonly unit: string;
  /** One score unit is 1/scoreScale points; a power of ten, 1 unless a benchmark file has decimals. */
  readonly scoreScale: number;
  readonly budgets: readonly Budget[];
  readonly applications: readonly Application[];
  readonly constraints: readonly Constraint[];
  readonly tieBreak: TieBreak;
  readonly ranking: { readonly misfit: Misfit };
}

/** The rules a call can announce, in the order in which they are listed everywhere. */
export const RULES = ["optimal", "ranking", "first-come", "lottery", "pro-rata"] as const;

/** A rule a call can announce. */
export type Rule = (typeof RULES)[number];
