import type { Localised, Mark, SizeClass } from "../model/common.js";

/** What a project's aid may rest on: the articles of the GBER that are coded, de minimis, or no aid at all. */
export type AidBasis =
  | "25-fundamental"
  | "25-industrial"
  | "25-experimental"
  | "25-feasibility"
  | "26"
  | "26a"
  | "27-investment"
  | "27-operation"
  | "28"
  | "28-advisory"
  | "29"
  | "31"
  | "18"
  | "de-minimis"
  | "no-aid";

/** A fact about project, work package and participant that a rule may ask for; `grant/facts.ts` establishes each. */
export type FactName =
  | "effectiveCollaboration"
  | "widelyDisseminated"
  | "openLicence"
  | "areaA"
  | "areaC"
  | "severalStatesProject"
  | "severalStatesFund"
  | "crossBorder"
  | "smeCapacity"
  | "operationWithinTenYears"
  | "collaboratesWithSmes"
  | "disadvantagedWorkers"
  | "maritime"
  | "repayable";

/** When a row of a rule holds. */
export type Condition =
  | { readonly size: readonly SizeClass[] }
  | { readonly fact: FactName }
  | { readonly any: readonly Condition[] }
  | { readonly all: readonly Condition[] };

/** A rate for whoever meets the condition; of a list, the first that holds counts. Rates in basis points. */
export interface RateRow {
  readonly when?: Condition;
  readonly rate: number;
  readonly mark: Mark;
}

/** An addition to the rate. */
export interface Bonus {
  readonly id: string;
  readonly article: string;
  readonly rate: number;
  readonly when: Condition;
  readonly mark: Mark;
  readonly text: Localised;
  /** Bonuses with the same value exclude one another: only the highest that holds counts. */
  readonly alternative?: string;
}

/** What a notification threshold counts together: one undertaking in the project, one work package, all of it. */
export type ThresholdSpan = "undertaking" | "study" | "whole";

/** The threshold of Art. 4(1): aid above it is not exempted and must be notified. In cents. */
export interface Threshold {
  readonly cents: number;
  readonly article: string;
  readonly span: ThresholdSpan;
  readonly mark: Mark;
  /** Counted together with other bases of the same family (R&D projects). */
  readonly family: string;
}

/** One article as data. */
export interface AidRule {
  readonly id: AidBasis;
  readonly article: string;
  /** First and last day of granting on which it holds. */
  readonly validFrom: string;
  readonly validTo: string;
  /** The facts it reads beside the costs and the size of the enterprise. */
  readonly inputs: readonly FactName[];
  readonly result: {
    /** Nobody for whom a row holds: no aid under this article. */
    readonly base: readonly RateRow[];
    readonly bonuses: readonly Bonus[];
    readonly cap: readonly RateRow[];
    readonly threshold: Threshold | null;
    /** Highest aid at a rate above the base, in any three years, in cents (Art. 28(4)). */
    readonly threeYears?: { readonly rate: number; readonly cents: number; readonly article: string };
  };
  readonly title: Localised;
  readonly explanation: Localised;
  /** Cost categories that may be eligible; absent where the article was not coded by category. */
  readonly categories?: readonly CostCategory[];
}

/** Kinds of costs, after Art. 25(3); `advisory` and `training` serve Art. 18, 28 and 31. */
export type CostCategory =
  | "personnel"
  | "equipment"
  | "buildings"
  | "contract-research"
  | "materials"
  | "overheads"
  | "advisory"
  | "training"
  | "other"
  | "refundable-vat";

/** R&D thresholds depend on what most of the costs are for (Art. 4(1)(i)): the first row that holds counts. */
export interface PredominanceRow {
  /** More than half of the R&D costs must be of these bases together; empty: always. */
  readonly of: readonly AidBasis[];
  readonly cents: number;
  readonly article: string;
}

/** A versioned set of rules. */
export interface RuleSet {
  readonly id: string;
  readonly regulation: string;
  readonly validFrom: string;
  readonly validTo: string;
  /** Months after the last day in which aid may still be granted under a scheme that existed (Art. 58(5)). */
  readonly adjustmentMonths: number;
  readonly adjustmentArticle: string;
  readonly rules: readonly AidRule[];
  readonly researchThresholds: readonly PredominanceRow[];
  /** Threshold of R&D aid is doubled for these projects (Art. 4(1)(i)(iv)), in basis points. */
  readonly jointProjectFactor: number;
  /** Thresholds and rates of repayable advances (Art. 7(5)), in basis points. */
  readonly repayable: { readonly thresholdFactor: number; readonly bonus: number; readonly article: string };
  /** Overheads as a flat rate of the other costs, in basis points; uncertain, so an assumption where it is used. */
  readonly overheads: { readonly rate: number; readonly article: string; readonly mark: Mark };
}
