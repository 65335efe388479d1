import { divideHalfUp } from "../scores/round.js";
import { type Criterion, type CriterionScores, totalOf } from "../scores/total.js";

/** What the panel knows of one application. */
export interface Reviewed {
  /** Scores per criterion, one per submitted review. */
  readonly reviews: readonly CriterionScores[];
  /** Normalised total in hundredths of a point; null without reviews. */
  readonly normalised: number | null;
  /** What the panel agreed on instead, or null. */
  readonly consensus: CriterionScores | null;
}

/** Why an application is not fundable. */
export type OutcomeReason =
  | { readonly kind: "no-reviews" }
  /** Below the threshold of a criterion; both in hundredths of a point of that criterion. */
  | {
      readonly kind: "criterion-threshold";
      readonly criterion: string;
      readonly mean: number;
      readonly threshold: number;
    }
  /** Below the threshold for the total; both in hundredths of a point. */
  | { readonly kind: "total-threshold"; readonly score: number; readonly threshold: number };

/** The score that counts, and whether the application may be funded. */
export interface Outcome {
  /** Where the score comes from. */
  readonly source: "reviews" | "consensus";
  /** Hundredths of a point, at least 0: the normalised mean, or the total of the consensus. */
  readonly score: number;
  /** Per criterion the mean over reviews, or the consensus, in hundredths of a point of that criterion. */
  readonly criteria: readonly { readonly id: string; readonly mean: number }[];
  readonly passed: boolean;
  readonly reasons: readonly OutcomeReason[];
}

/**
 * The outcome of one application. Thresholds per criterion are tested on the exact mean of raw scores (normalisation works
 * on totals), the threshold for the total on the score that counts. A consensus takes the place of the reviews in both.
 *
 * @param threshold least total in hundredths of a point, or null.
 * @throws ScoreError when scores do not fit the criteria.
 */
export function outcomeOf(
  criteria: readonly Criterion[],
  threshold: number | null,
  reviewed: Reviewed,
): Outcome {
  const { consensus, normalised } = reviewed;
  const counted = consensus === null ? reviewed.reviews : [consensus];
  const source = consensus === null ? "reviews" : "consensus";
  if (counted.length === 0 || (consensus === null && normalised === null))
    return { source, score: 0, criteria: [], passed: false, reasons: [{ kind: "no-reviews" }] };
  const reasons: OutcomeReason[] = [];
  const means = criteria.map(({ id, threshold: least }) => {
    const sum = counted.reduce((total, scores) => total + scores[id]!, 0);
    const mean = divideHalfUp(BigInt(sum) * 100n, BigInt(counted.length));
    if (least !== undefined && sum < least * counted.length)
      reasons.push({ kind: "criterion-threshold", criterion: id, mean, threshold: least * 100 });
    return { id, mean };
  });
  const score = consensus === null ? Math.max(0, normalised!) : totalOf(criteria, consensus);
  if (threshold !== null && score < threshold) reasons.push({ kind: "total-threshold", score, threshold });
  return { source, score, criteria: means, passed: reasons.length === 0, reasons };
}
