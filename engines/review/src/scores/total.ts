import { divideHalfUp } from "./round.js";

/** Scores are whole hundredths of a point, on a scale from 0 to 100 points: 10,000 is the most. */
export const SCORE_SCALE = 100;

/** The highest total, in hundredths of a point. */
export const SCORE_MAX = 10_000;

/** What applications are scored on. */
export interface Criterion {
  readonly id: string;
  /** Weight in basis points; the weights of all criteria sum to 10,000. */
  readonly weight: number;
  /** The most points a reviewer can give; a whole number, at least 1. */
  readonly max: number;
  /** The least mean number of points to be fundable, in points of this criterion; whole. */
  readonly threshold?: number | undefined;
}

/** Whole points per criterion. */
export type CriterionScores = Readonly<Record<string, number>>;

/** Said of scores that do not fit their criteria; `message` names criterion and bounds. */
export class ScoreError extends Error {
  override readonly name = "ScoreError";
}

/**
 * What is wrong with scores, or null: a criterion without score, a score that is not whole or out of bounds, a score for a
 * criterion that is not there.
 */
export function scoreFault(criteria: readonly Criterion[], scores: CriterionScores): string | null {
  for (const { id, max } of criteria) {
    const score = Object.hasOwn(scores, id) ? scores[id] : undefined;
    if (score === undefined) return `criterion ${id} has no score`;
    if (!Number.isInteger(score) || score < 0 || score > max)
      return `criterion ${id}: ${score} is not a whole number from 0 to ${max}`;
  }
  const unknown = Object.keys(scores).find((id) => !criteria.some((criterion) => criterion.id === id));
  return unknown === undefined ? null : `there is no criterion ${unknown}`;
}

/**
 * The weighted total of one review, in hundredths of a point on a scale from 0 to 100: the sum over criteria of
 * weight × score ÷ max, in exact whole numbers, rounded half up once at the end.
 *
 * @throws ScoreError when a score is missing or out of bounds, or the weights do not sum to 10,000.
 */
export function totalOf(criteria: readonly Criterion[], scores: CriterionScores): number {
  const fault = scoreFault(criteria, scores);
  if (fault !== null) throw new ScoreError(fault);
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0);
  if (weights !== SCORE_MAX)
    throw new ScoreError(`the weights sum to ${weights}; they must sum to ${SCORE_MAX}`);
  let numerator = 0n;
  let denominator = 1n;
  for (const { id, weight, max } of criteria) {
    numerator = numerator * BigInt(max) + BigInt(weight) * BigInt(scores[id]!) * denominator;
    denominator *= BigInt(max);
  }
  return divideHalfUp(numerator, denominator);
}
