/** Which of the violated cuts to add: the deepest, as long as they point in different directions. */
import type { Cut } from "./cut.js";

/** A cut with its efficacy at the point to be cut off. */
export interface FoundCut {
  readonly cut: Cut;
  readonly efficacy: number;
}

/** Cuts added in a round, at most. */
const MOST = 10;

/** What a cut must reach to be added. */
const LEAST_EFFICACY = 1e-3;

/** Cosine from which two cuts count as the same. */
const PARALLEL = 0.9;

/** The cuts to add, the deepest first. */
export function selectCuts(found: readonly FoundCut[]): Cut[] {
  const deepest = found
    .filter(({ efficacy }) => efficacy >= LEAST_EFFICACY)
    .sort((a, b) => b.efficacy - a.efficacy || a.cut.row - b.cut.row);
  const selected: Cut[] = [];
  for (const { cut } of deepest) {
    if (selected.length >= MOST) break;
    if (selected.every((other) => cosine(cut, other) < PARALLEL)) selected.push(cut);
  }
  return selected;
}

/** Cosine of the angle between two cuts. */
function cosine(one: Cut, other: Cut): number {
  let product = 0;
  let b = 0;
  for (let a = 0; a < one.columns.length; a++) {
    while (b < other.columns.length && other.columns[b]! < one.columns[a]!) b++;
    if (b < other.columns.length && other.columns[b] === one.columns[a])
      product += one.values[a]! * other.values[b]!;
  }
  return product / Math.sqrt(square(one) * square(other));
}

function square({ values }: Cut): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
}
