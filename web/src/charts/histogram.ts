/** Bins of scores, the state behind the distribution picture. */
import { bin, extent } from "d3-array";

/** One application's score and what became of it; `funded` is null before a decision. */
export interface Scored {
  readonly score: number;
  readonly funded: boolean | null;
}

/** Scores from `from` up to, but not including, `to` (the last bin includes its end). */
export interface ScoreBin {
  readonly from: number;
  readonly to: number;
  readonly funded: number;
  readonly other: number;
}

/**
 * Bins of equal, round width over the whole range of scores; scores are whole, so no bin is narrower than 1.
 * @param wanted about how many bins; the width is rounded to 1, 2 or 5 times a power of ten
 */
export function histogram(scores: readonly Scored[], wanted = 24): readonly ScoreBin[] {
  const [low = 0, high = 0] = extent(scores, ({ score }) => score);
  const bins = bin<Scored, number>()
    .value(({ score }) => score)
    .thresholds(Math.max(1, Math.min(wanted, high - low)));
  return bins([...scores])
    .filter((members) => members.x0 !== undefined)
    .map((members) => {
      const funded = members.filter((member) => member.funded === true).length;
      return { from: members.x0 ?? 0, to: members.x1 ?? 0, funded, other: members.length - funded };
    });
}
