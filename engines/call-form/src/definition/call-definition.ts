/** The definition of a call, format voorsprong-call/1 (docs/formats/call.md): everything that is frozen at opening. */
import type { Localised } from "./localised.js";
import type { Form } from "./question.js";

/** The `format` of a call. */
export const CALL_FORMAT = "voorsprong-call/1";

/** Parts of 10,000: 10,000 is all of it. */
export type BasisPoints = number;

/** The ceiling (subsidieplafond, Awb 4:22) of one budget. */
export interface CallBudget {
  readonly id: string;
  /** Cents. */
  readonly amount: number;
}

/** A condition that an application meets or not. */
export interface EligibilityRule {
  readonly id: string;
  /** CEL over the application; true: the condition is met. */
  readonly expression: string;
  /** `refuse`: not met is a ground to refuse. `flag`: an officer looks at it. */
  readonly effect: "refuse" | "flag";
  /** What the applicant reads when the condition is not met. */
  readonly reason: Localised;
}

/** What a number of points stands for, so that reviewers' scores can be compared. */
export interface Anchor {
  readonly points: number;
  readonly text: Localised;
}

/** A criterion on which reviewers give points. */
export interface Criterion {
  readonly id: string;
  readonly title: Localised;
  /** What the reviewer asks himself. */
  readonly description?: Localised;
  /** In order of points; the first is 0 and the last is `max`. */
  readonly anchors: readonly Anchor[];
  /** The weights of all criteria add up to 10,000. */
  readonly weight: BasisPoints;
  /** The most points; whole points from 0. */
  readonly max: number;
  /** With fewer points than this the application is not funded. */
  readonly threshold?: number;
}

/**
 * How lenient and strict reviewers are made comparable: `none`, `mean` (each reviewer's additive effect), `z-score`
 * (per reviewer, mean and spread) or `quantile` (rank within what a reviewer read).
 */
export type Normalisation = "none" | "mean" | "z-score" | "quantile";

/** How applications are reviewed. */
export interface ReviewTerms {
  /** Reviewers per application, at least 1. */
  readonly reviewers: number;
  /** Reviewers do not see who applies. */
  readonly blind: boolean;
  readonly normalisation: Normalisation;
  /** Days a reviewer has after an application was assigned. */
  readonly days: number;
}

/** How the money is divided (Awb 4:26); docs/formats/decision.md has the exact rules. */
export type Rule = "optimal" | "ranking" | "first-come" | "lottery" | "pro-rata";

/** A floor or a cap on what one theme, region or size class gets; as in a fund file and docs/formats/round.md. */
export type Limit = {
  readonly tag: "theme" | "region" | "size";
  readonly value: string;
  readonly reason: Localised;
} & (
  | {
      readonly kind: "share";
      /** Exact decimals from "0" to "1". */
      readonly min?: string;
      readonly max?: string;
      readonly of: "awarded" | "budget";
      readonly budget?: string;
    }
  | { readonly kind: "amount"; readonly min?: number; readonly max?: number; readonly budget?: string }
  | { readonly kind: "count"; readonly min?: number; readonly max?: number }
);

/** How equals are ordered. */
export interface TieBreak {
  readonly method: "lot";
  readonly seed: "published-before-opening" | "drawn-by-ledger";
  /** Under `optimal`: among outcomes of the same score the one that begins the fewest steps of so many cents wins. */
  readonly money?: { readonly step: number };
}

/** The grounds in state-aid law on which a call can give money: GBER articles, de minimis, or no aid at all. */
export const AID_BASES = [
  "gber-18",
  "gber-25",
  "gber-25a",
  "gber-26",
  "gber-26a",
  "gber-27",
  "gber-28",
  "gber-29",
  "gber-31",
  "de-minimis",
  "no-aid",
] as const;

/** One of {@link AID_BASES}. */
export type AidBasis = (typeof AID_BASES)[number];

/** On what ground of state-aid law the money is given. */
export interface AidTerms {
  /** At least one. */
  readonly basis: readonly AidBasis[];
  /** `application`: one basis for the whole application. `work-package`: each work package has its own. */
  readonly choice: "application" | "work-package";
}

/** A part of the grant that is paid before settlement (voorschot, Awb 4:95). */
export interface AdvanceTerms {
  readonly percent: BasisPoints;
  /** Whole months after the grant was awarded, or after the project started. */
  readonly when: { readonly after: "award" | "start"; readonly months: number };
}

/** What a grant of this call is like. */
export interface GrantTerms {
  /** Cents; the least and the most that one application can get. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** In order of time; together at most 10,000. */
  readonly advances: readonly AdvanceTerms[];
  /** A progress report every so many months; 0: only at the end. */
  readonly reportEveryMonths: number;
}

/** How many years what is kept, counted from the end of the year in which it was settled or refused. */
export interface Retention {
  readonly granted: number;
  readonly refused: number;
}

/** The parts of a call that may rest on an assumption. */
export const CALL_PARTS = [
  "period",
  "budgets",
  "form",
  "eligibility",
  "criteria",
  "review",
  "rule",
  "limits",
  "aid",
  "grant",
  "objection",
  "decision",
  "retention",
] as const;

/** One of {@link CALL_PARTS}. */
export type CallPart = (typeof CALL_PARTS)[number];

/** A choice that no law or accord gives; the call page labels the parts it covers. */
export interface Assumption {
  readonly covers: readonly CallPart[];
  readonly text: Localised;
}

/** A call (openstelling). */
export interface CallDefinition {
  readonly format: typeof CALL_FORMAT;
  /** Small letters, digits and hyphens; unique in the installation. */
  readonly id: string;
  /** Id of the fund. */
  readonly fund: string;
  readonly title: Localised;
  readonly summary: Localised;
  /** The regulation that the rule of division rests on (Awb 4:26). */
  readonly legalBasis?: Localised;
  /** ISO 8601 with offset, to the second; from this moment on one can apply. */
  readonly opens: string;
  /** ISO 8601 with offset; from this moment on an application is too late. */
  readonly closes: string;
  readonly budgets: readonly CallBudget[];
  readonly form: Form;
  readonly eligibility: readonly EligibilityRule[];
  readonly criteria: readonly Criterion[];
  /** The least weighted score that is funded, in basis points of the highest possible one. */
  readonly threshold?: BasisPoints;
  readonly review: ReviewTerms;
  readonly rule: Rule;
  /** On the way down a list: skip an application that no longer fits, or stop there. */
  readonly misfit: "skip" | "stop";
  readonly limits: readonly Limit[];
  readonly tieBreak: TieBreak;
  readonly aid: AidTerms;
  readonly grant: GrantTerms;
  /** 6 (Awb 6:7). */
  readonly objectionWeeks: number;
  /** Weeks in which is decided, counted from the closing (Awb 4:13). */
  readonly decisionWeeks: number;
  readonly retention: Retention;
  readonly assumptions: readonly Assumption[];
}
