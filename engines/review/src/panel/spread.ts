import { nearest } from "../scores/round.js";

/** How far the scores of one application lie apart, in the unit of the scores. */
export interface Spread {
  readonly reviews: number;
  readonly lowest: number;
  readonly highest: number;
  /** `highest` − `lowest`. */
  readonly range: number;
  /** Standard deviation with divisor n − 1, rounded to a whole number; null with fewer than two reviews. */
  readonly deviation: number | null;
}

/** The spread of scores; null without scores. */
export function spreadOf(scores: readonly number[]): Spread | null {
  if (scores.length === 0) return null;
  const lowest = Math.min(...scores);
  const highest = Math.max(...scores);
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  return {
    reviews: scores.length,
    lowest,
    highest,
    range: highest - lowest,
    deviation: scores.length < 2 ? null : nearest(Math.sqrt(squares / (scores.length - 1))),
  };
}

/** Places in order of score, highest first: equal scores share the best place (1, 2, 2, 4). */
export function ranksOf(scores: readonly number[]): readonly number[] {
  const sorted = [...scores].sort((one, other) => other - one);
  const rank = new Map<number, number>();
  for (let k = 0; k < sorted.length; k += 1) if (!rank.has(sorted[k]!)) rank.set(sorted[k]!, k + 1);
  return scores.map((score) => rank.get(score)!);
}
