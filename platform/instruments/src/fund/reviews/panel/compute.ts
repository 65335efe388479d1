/** The figures of a panel: pure, from reviews and what was agreed on. */
import {
  type Criterion,
  type CriterionScores,
  type DiscussionReason,
  type DiscussionRule,
  discussionReasons,
  krippendorffAlpha,
  MINIMUM_REVIEWS,
  type Normalisation,
  type NormalisationMethod,
  normalise,
  type Outcome,
  outcomeOf,
  ranksOf,
  type Spread,
  spreadOf,
} from "@voorsprong/review";
import type { PanelApplication, PanelReview } from "../store/panel-input.js";

/** What a panel is computed from. */
export interface PanelInput {
  readonly criteria: readonly Criterion[];
  /** Least total in hundredths of a point, or null. */
  readonly threshold: number | null;
  /** Reviews an application needs. */
  readonly needed: number;
  readonly method: NormalisationMethod;
  readonly rule: DiscussionRule;
  readonly applications: readonly PanelApplication[];
  readonly reviews: readonly PanelReview[];
  readonly consensus: ReadonlyMap<string, { readonly scores: CriterionScores; readonly version: number }>;
}

/** One application in a panel. Scores are in hundredths of a point. */
export interface PanelRow {
  readonly application: PanelApplication;
  readonly reviews: readonly PanelReview[];
  /** Mean of raw totals and of normalised ones; null without reviews. */
  readonly raw: number | null;
  readonly normalised: number | null;
  readonly spread: Spread | null;
  readonly discussion: readonly DiscussionReason[];
  readonly outcome: Outcome;
  /** Version of the consensus that counts, or null. */
  readonly consensus: number | null;
  /** Place by raw score and by the score that counts; equal scores share a place. */
  readonly rawRank: number;
  readonly rank: number;
}

/** A panel. */
export interface Panel {
  /** In order of rank, then of number. */
  readonly rows: readonly PanelRow[];
  readonly normalisation: Normalisation;
  /** Agreement on totals, in ten-thousandths; null where it is not defined. */
  readonly agreement: number | null;
  /** The same per criterion. */
  readonly agreementByCriterion: ReadonlyMap<string, number | null>;
}

/** Computes a panel. Depends on its input alone, not on the order of reviews. */
export function computePanel(input: PanelInput): Panel {
  const { criteria, threshold, needed, rule, applications, consensus } = input;
  const reviewsOf = new Map<string, PanelReview[]>(applications.map(({ id }) => [id, []]));
  for (const review of input.reviews) reviewsOf.get(review.applicationId)?.push(review);
  const normalisation = normalise(
    input.reviews.map(({ applicationId, alias, total }) => ({
      applicationId,
      reviewerId: alias,
      score: total,
    })),
    { method: input.method, minimumReviews: MINIMUM_REVIEWS },
  );
  const normalised = new Map(normalisation.applications.map((each) => [each.applicationId, each]));
  const rows = applications.map((application) => {
    const reviews = reviewsOf.get(application.id)!;
    const figures = normalised.get(application.id);
    const agreed = consensus.get(application.id);
    return {
      application,
      reviews,
      raw: figures?.raw ?? null,
      normalised: figures?.normalised ?? null,
      spread: spreadOf(reviews.map(({ total }) => total)),
      discussion: discussionReasons(criteria, threshold, needed, reviews, rule),
      outcome: outcomeOf(criteria, threshold, {
        reviews: reviews.map(({ scores }) => scores),
        normalised: figures?.normalised ?? null,
        consensus: agreed?.scores ?? null,
      }),
      consensus: agreed?.version ?? null,
    };
  });
  const rawRanks = ranksOf(rows.map(({ raw }) => raw ?? -1));
  const ranks = ranksOf(
    rows.map(({ raw, outcome }) => (raw === null && outcome.source === "reviews" ? -1 : outcome.score)),
  );
  const units = [...reviewsOf.values()];
  return {
    rows: rows
      .map((row, k) => ({ ...row, rawRank: rawRanks[k]!, rank: ranks[k]! }))
      .sort((one, other) => one.rank - other.rank || one.application.number - other.application.number),
    normalisation,
    agreement: krippendorffAlpha(units.map((reviews) => reviews.map(({ total }) => total))),
    agreementByCriterion: new Map(
      criteria.map(({ id }) => [
        id,
        krippendorffAlpha(units.map((reviews) => reviews.map(({ scores }) => scores[id]!))),
      ]),
    ),
  };
}
