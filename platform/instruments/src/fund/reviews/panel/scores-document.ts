/** The frozen scores of a call as a document (format voorsprong-scores/1, docs/formats/scores.md). */
import { type DiscussionRule, SCORE_SCALE } from "@voorsprong/review";
import type { ReviewedCall } from "../terms.js";
import type { Panel } from "./compute.js";

/** The `format` of frozen scores. */
export const SCORES_FORMAT = "voorsprong-scores/1";

/**
 * Everything the scores can be recomputed from: criteria, raw scores per review with the reviewers by alias, the method,
 * what was agreed on, and the score that counts. No persons, no texts.
 */
export function scoresDocument(call: ReviewedCall, rule: DiscussionRule, { rows, normalisation }: Panel) {
  const normalised = new Map(
    normalisation.reviews.map((each) => [`${each.applicationId} ${each.reviewerId}`, each.normalised]),
  );
  return {
    format: SCORES_FORMAT,
    call: call.record.id,
    callVersion: call.record.version,
    callHash: call.record.hash,
    scale: SCORE_SCALE,
    criteria: call.criteria.map(({ id, weight, max, threshold }) => ({
      id,
      weight,
      max,
      threshold: threshold ?? null,
    })),
    threshold: call.threshold,
    reviewers: call.definition.review.reviewers,
    normalisation: { method: normalisation.method, minimumReviews: normalisation.minimumReviews },
    discussion: rule,
    effects: normalisation.reviewers.map(({ reviewerId, reviews, effect }) => ({
      reviewer: reviewerId,
      reviews,
      effect,
    })),
    applications: [...rows]
      .sort((one, other) => one.application.number - other.application.number)
      .map(({ application, reviews, raw, outcome, normalised: mean, consensus }) => ({
        id: application.id,
        reviews: reviews.map(({ alias, scores, total, classes }) => ({
          reviewer: alias,
          scores,
          total,
          normalised: normalised.get(`${application.id} ${alias}`)!,
          classes,
        })),
        raw,
        normalised: mean,
        consensus,
        source: outcome.source,
        criteria: outcome.criteria,
        score: outcome.score,
        passed: outcome.passed,
        reasons: outcome.reasons,
      })),
  };
}
