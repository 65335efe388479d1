/** What a letter is made of: facts only, in both languages where they are texts. */
import type { Rule } from "@voorsprong/allocation";
import type { Step, Term } from "@voorsprong/legal-time";
import type { NormalisationMethod } from "@voorsprong/review";
import type { Line } from "@voorsprong/state-aid";
import type { Localised } from "../../../kernel/views.js";
import type { AmountsByBudget, Outcome } from "../model.js";

/** The court that hears an appeal against a decision on an objection. */
export type CourtId = "cbb" | "district-court";

/** What every letter of a call says alike. */
export interface LetterCall {
  readonly id: string;
  readonly title: Localised;
  readonly fund: Localised;
  readonly legalBasis: Localised | null;
  readonly rule: Rule;
  readonly criteria: readonly {
    readonly id: string;
    readonly title: Localised;
    readonly weight: number;
    readonly max: number;
  }[];
  /** Parts that are paid before settlement, basis points. */
  readonly advances: readonly {
    readonly percent: number;
    readonly when: { readonly after: "award" | "start"; readonly months: number };
  }[];
  readonly reportEveryMonths: number;
  readonly example: boolean;
  readonly court: CourtId;
  /** Assumptions of the call and of this product that the letter rests on. */
  readonly assumptions: readonly Localised[];
  /** Origin of the site, for links. */
  readonly site: string;
}

/** The decision on the round, as a letter cites it; null where no round was held. */
export interface LetterRound {
  readonly id: string;
  /** Hash of the decision document. */
  readonly hash: string;
  readonly level: "A" | "B" | "C" | null;
  readonly applications: number;
  readonly funded: number;
  /** Ceilings and what was awarded, in cents. */
  readonly budget: number;
  readonly awarded: number;
}

/** How a score follows from reviews, as it was frozen (docs/formats/scores.md). Hundredths of a point. */
export interface ScoreArithmetic {
  readonly source: "reviews" | "consensus";
  readonly method: NormalisationMethod;
  /** Reviews a reviewer needs before `z-score` or `quantile` touches the totals. */
  readonly minimumReviews: number;
  /** Means of the totals before and after the correction; null without reviews. */
  readonly raw: number | null;
  readonly normalised: number | null;
  /** Per reviewer, by alias, the weighted total before and after the correction. */
  readonly reviews: readonly {
    readonly reviewer: string;
    readonly total: number;
    readonly normalised: number;
  }[];
}

/** What reviewers said: the score that counts, and per criterion what each gave and why, without names. */
export interface LetterScores {
  /** Hundredths of a point. */
  readonly score: number;
  readonly arithmetic: ScoreArithmetic;
  readonly criteria: readonly {
    readonly criterion: string;
    readonly reviews: readonly {
      readonly reviewer: string;
      readonly points: number | null;
      readonly reason: string;
    }[];
  }[];
}

/** Everything one applicant's letter on the application says. */
export interface LetterFacts {
  readonly kind: "award" | "refusal" | "reserve-award";
  readonly dossier: string;
  readonly applicationId: string;
  readonly title: string;
  /** Name and address lines of the organisation. */
  readonly recipient: readonly string[];
  readonly receivedOn: string;
  readonly requested: AmountsByBudget;
  readonly project: { readonly start: string | null; readonly end: string | null };
  readonly outcome: Outcome;
  /** The engine's sentence on this application; null where it was not in the round. */
  readonly explanation: Localised | null;
  readonly scores: LetterScores | null;
  readonly round: LetterRound | null;
  /** How the most that may be granted was computed; null where that is not known. */
  readonly aid: { readonly lines: readonly Line[]; readonly assumptions: readonly Localised[] } | null;
  /** The day of sending, in Amsterdam, and the moment. */
  readonly sentOn: string;
  readonly sentAt: string;
  readonly objection: Pick<Term, "ends"> & { readonly steps: readonly Step[] };
}
