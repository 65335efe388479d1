import type { CallDefinition } from "@voorsprong/call-form";

/**
 * The vocabulary of a programme: the words in which an accord is kept as data. `docs/programme.md` says how to
 * write one. These types are what a programme file tree becomes once it is loaded: money in integer cents,
 * shares as canonical decimal strings, references resolved to ids that exist.
 */

/** A text in both languages of the product; neither is ever empty. */
export interface LocalisedText {
  readonly nl: string;
  readonly en: string;
}

/** A decimal number as text without trailing zeros, for instance "0.05" or "2.5"; never a binary fraction. */
export type Decimal = string;

/** A calendar date, `YYYY-MM-DD`. */
export type CalendarDate = string;

/** A figure with its unit. Money is in integer cents; a percentage is a decimal number of percents. */
export type Quantity =
  | { readonly unit: "EUR-cent"; readonly value: number }
  | { readonly unit: "percent"; readonly value: Decimal }
  | { readonly unit: "count"; readonly value: number };

/** Where a figure or text comes from. */
export interface Source {
  readonly id: string;
  readonly title: LocalisedText;
  readonly publisher?: string;
  readonly url?: string;
}

/** A figure that was stated somewhere, with the id of its {@link Source}. */
export interface Figure {
  readonly id: string;
  readonly title: LocalisedText;
  readonly value: Quantity;
  readonly source: string;
}

/** A choice of the programme's writer that the accord does not give; pages label what it covers as an assumption. */
export interface Assumption<Field extends string> {
  /** The fields of the object that carries the assumption, for instance `budgets`. */
  readonly covers: readonly Field[];
  readonly text: LocalisedText;
}

/** What a target reached. "Not yet measured" is a value of its own: it is never shown as zero. */
export type Measured =
  | { readonly state: "not-yet-measured" }
  | {
      readonly state: "measured";
      readonly value: Quantity;
      readonly on: CalendarDate;
      readonly source: string;
    };

/**
 * A measurable aim of a clause. A hard target can be missed, and the page says so; for a soft one (an aim, an effort
 * obligation) the page shows the distance only.
 */
export interface Target {
  /** Unique in the programme. */
  readonly id: string;
  readonly title: LocalisedText;
  /** Where it starts, in the unit of `to`; absent when no starting point was stated. */
  readonly from?: Quantity;
  readonly to: Quantity;
  readonly hard: boolean;
  /** The year at whose end it must be reached; absent when the accord gives none. */
  readonly by?: number;
  /** A programme states aims only, so a loaded target is not yet measured until an instrument's feed measures it. */
  readonly measured: Measured;
  /** Id of the {@link Source}. */
  readonly source: string;
}

/** Money that a clause promises over whole calendar years. */
export interface Envelope {
  /** Unique in the programme. */
  readonly id: string;
  readonly title: LocalisedText;
  /** Cents. */
  readonly amount: number;
  /** First calendar year. */
  readonly from: number;
  /** Last calendar year, included. */
  readonly to: number;
  /** The most that may be drawn per calendar year, in cents; these add up to `amount`. Absent: no yearly limit. */
  readonly years?: readonly { readonly year: number; readonly amount: number }[];
  /** Cents that are promised but not given to an instrument yet. */
  readonly reserve: number;
  /** The part of the clause it is for; absent: the whole clause. Envelopes of one scope never share a year. */
  readonly scope?: string;
  readonly assumptions: readonly Assumption<EnvelopeField>[];
  readonly source: string;
}

/** The fields of an envelope that may rest on an assumption. */
export type EnvelopeField = "amount" | "period" | "years" | "reserve";

/** A reference to the instrument that carries a clause out. New kinds of instruments are added here. */
export interface InstrumentRef {
  readonly kind: "fund";
  readonly id: string;
}

/** One promise of the accord. */
export interface Clause {
  /** `POINT.NAME`, for instance `innovation.research`. */
  readonly id: string;
  /** Id of the point it belongs to. */
  readonly point: string;
  readonly title: LocalisedText;
  /** The promise in the product's own words. */
  readonly text: LocalisedText;
  /** `false`: it is carried out. `true` or a reason: nothing runs yet, or (beside instruments) not all of it. */
  readonly planned: boolean | LocalisedText;
  readonly instruments: readonly InstrumentRef[];
  readonly envelopes: readonly Envelope[];
  readonly targets: readonly Target[];
  readonly figures: readonly Figure[];
}

/** A group of clauses. */
export interface Point {
  readonly id: string;
  readonly title: LocalisedText;
  readonly summary: LocalisedText;
  readonly clauses: readonly Clause[];
}

/** The three tags a fund sorts its applications by; the tag names of a round (docs/formats/round.md). */
export type Tag = "theme" | "region" | "size";

/** One value of a tag. `id` is the value in a round. */
export interface Category {
  readonly id: string;
  readonly title: LocalisedText;
  readonly description?: LocalisedText;
}

/** A region with its ISO 3166-2 code, for instance `NL-GR`. */
export interface Region extends Category {
  readonly code: string;
}

/** One line of money of a fund. */
export interface FundBudget {
  /** Unique in the fund; the budget id of the round. */
  readonly id: string;
  /** The calendar year in which it is awarded. */
  readonly year: number;
  /** Cents. */
  readonly amount: number;
}

/** What every limit says besides its figures. */
interface LimitBase {
  readonly tag: Tag;
  readonly value: string;
  /** Why the limit is there, for applicants. */
  readonly reason: LocalisedText;
}

/** A floor or cap on the share of one tag value; `min` and `max` as in docs/formats/round.md. */
export interface ShareLimit extends LimitBase {
  readonly kind: "share";
  /** From "0" to "1", at most 12 decimals. */
  readonly min?: Decimal;
  readonly max?: Decimal;
  readonly of: "awarded" | "budget";
  /** Id of one budget; absent: all budgets of the call together. */
  readonly budget?: string;
}

/** A floor or cap in cents on what one tag value is awarded. */
export interface AmountLimit extends LimitBase {
  readonly kind: "amount";
  readonly min?: number;
  readonly max?: number;
  readonly budget?: string;
}

/** A floor or cap on the number of awarded applications of one tag value. */
export interface CountLimit extends LimitBase {
  readonly kind: "count";
  readonly min?: number;
  readonly max?: number;
}

/** A limit that holds in every call of the fund. */
export type Limit = ShareLimit | AmountLimit | CountLimit;

/** A moment announced in Dutch legal time. */
export interface Moment {
  /** As written: `YYYY-MM-DDTHH:MM` in Europe/Amsterdam. */
  readonly local: string;
  readonly zone: "Europe/Amsterdam";
  /** The same moment in UTC, `YYYY-MM-DDTHH:MM:SS.000Z`. */
  readonly instant: string;
}

/** One call for applications. It becomes a round. */
export interface Call {
  /** Unique in the programme; the name of its round, for instance `research-2027`. */
  readonly id: string;
  readonly title: LocalisedText;
  readonly opens: Moment;
  /** The first moment at which an application is too late. */
  readonly closes: Moment;
  /** Ids of the fund's budgets that this call awards; a budget belongs to one call. */
  readonly budgets: readonly string[];
  /** How one applies; absent: it is only announced, and a fund manager works it out. */
  readonly procedure?: CallProcedure;
}

/** What a call says beside what its fund says for all of its calls (docs/formats/call.md). */
export type CallProcedure = Omit<CallDefinition, CallFromFund>;

/** The parts of a call's definition that follow from its fund and from where it stands in it. */
export type CallFromFund =
  | "format"
  | "id"
  | "fund"
  | "title"
  | "opens"
  | "closes"
  | "budgets"
  | "rule"
  | "misfit"
  | "limits"
  | "tieBreak"
  | "objectionWeeks";

/** How a fund divides its money; docs/formats/decision.md has the exact rules. */
export type Rule = "optimal" | "ranking" | "first-come" | "lottery" | "pro-rata";

/** How equals are ordered. */
export interface TieBreak {
  /** By lot, computed from a seed and the application's id (docs/formats/round.md). */
  readonly method: "lot";
  /** When everyone can know the seed: before the call opens or, for `lottery` and no other rule, at the draw. */
  readonly seed: "published-before-opening" | "drawn-by-ledger";
  /** Under `optimal`: among outcomes of the same score the one that begins the fewest steps of so many cents wins. */
  readonly money?: { readonly step: number };
}

/** What is announced about objections (bezwaar). */
export interface Objection {
  /** Weeks to object after the decision was made known (Awb 6:7: six). */
  readonly weeks: number;
  readonly text: LocalisedText;
}

/** The fields of a fund that may rest on an assumption. */
export type FundField =
  | "budgets"
  | "themes"
  | "regions"
  | "sizes"
  | "limits"
  | "rule"
  | "calls"
  | "eligibility"
  | "objection";

/** A fund: what it is for, its money, its limits, its rule and its calls; all of it known before a call opens. */
export interface FundDefinition {
  readonly id: string;
  readonly title: LocalisedText;
  readonly summary: LocalisedText;
  /** Id of the clause it carries out. */
  readonly clause: string;
  /** Id of the envelope of that clause it draws on. */
  readonly envelope: string;
  readonly budgets: readonly FundBudget[];
  readonly themes: readonly Category[];
  readonly regions: readonly Region[];
  readonly sizes: readonly Category[];
  /** Tags of which one application may have several values; for every other tag it has exactly one. */
  readonly several: readonly Tag[];
  readonly limits: readonly Limit[];
  readonly rule: Rule;
  /** Where a list is walked down: what happens when an application no longer fits (docs/formats/round.md). */
  readonly misfit: "skip" | "stop";
  readonly tieBreak: TieBreak;
  /** In order of opening. */
  readonly calls: readonly Call[];
  /** Who may apply and for what. */
  readonly eligibility: LocalisedText;
  readonly objection: Objection;
  readonly assumptions: readonly Assumption<FundField>[];
}

/** The coalition behind the accord. */
export interface Coalition {
  readonly name: LocalisedText;
  readonly figures: readonly Figure[];
}

/** One accord with the definitions of its instruments. */
export interface Programme {
  readonly id: string;
  readonly title: LocalisedText;
  readonly summary: LocalisedText;
  readonly coalition: Coalition;
  readonly sources: readonly Source[];
  /** In the order of `programme.yaml`. */
  readonly points: readonly Point[];
  /** Every region a fund may be open to. */
  readonly regions: readonly Region[];
  /** The size classes of applicants. */
  readonly sizes: readonly Category[];
  /** In order of id. */
  readonly funds: readonly FundDefinition[];
}
