import { type Cell, deviationOf, type Layout, meanOf } from "./layout.js";

/** New scores of one reviewer, in the order of the given cells; null: left as they are. */
export type Rescale = (cells: readonly Cell[]) => readonly number[] | null;

/** Gives a reviewer's scores the mean and standard deviation (n − 1) of all scores; not where a reviewer has no spread. */
export function byDeviation(layout: Layout): Rescale {
  const mean = meanOf(layout.cells);
  const deviation = deviationOf(layout.cells);
  return (cells) => {
    const own = deviationOf(cells);
    if (own === 0) return null;
    const ownMean = meanOf(cells);
    return cells.map(({ score }) => mean + (deviation * (score - ownMean)) / own);
  };
}

/**
 * Gives a reviewer's scores the distribution of all scores: the score of rank i of n (ties share the mean rank) becomes
 * the quantile (i − ½) ÷ n of all, linear between (j − ½) ÷ N (Hazen's plotting position; definition 5 of R. Hyndman and
 * Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50, 1996).
 */
export function byQuantile(layout: Layout): Rescale {
  const all = layout.cells.map(({ score }) => score).sort((one, other) => one - other);
  return (cells) => {
    const own = cells.map(({ score }) => score).sort((one, other) => one - other);
    return cells.map(({ score }) => {
      const first = own.indexOf(score);
      const last = own.lastIndexOf(score);
      const rank = (first + last) / 2 + 1;
      return quantile(all, (rank - 0.5) / own.length);
    });
  };
}

function quantile(sorted: readonly number[], share: number): number {
  const at = Math.min(Math.max(share * sorted.length - 0.5, 0), sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!);
}
