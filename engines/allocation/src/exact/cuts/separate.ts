/**
 * Inequalities of single rows that a point violates. Items of the row that the point chooses whole are supposed
 * chosen, those it leaves out are left out, and an inequality over the fractional rest is lifted to all items (Gu,
 * Nemhauser and Savelsbergh, 1998; Kaparis and Letchford, 2010). Lifting keeps the violation.
 */
import { minimalCovers } from "./covers.js";
import type { Cut } from "./cut.js";
import { inequalitiesBeyond } from "./facets.js";
import { amountsOf, type Knapsack } from "./knapsack.js";
import { Lifting } from "./lifting.js";

/** Amounts within this of 0 or 1 count as such. */
const WHOLE = 1e-6;

/** With more fractional items than this covers are tried instead of all selections. */
const MOST_FRACTIONAL = 12;

/** Items times right-hand side of a cut: what it costs to make and to check. */
const MOST_WORK = 1_000_000;

/** An inequality to be lifted. */
export interface Seed {
  readonly items: readonly number[];
  /** Whole, 0 or more. */
  readonly values: readonly number[];
  /** Items supposed chosen. */
  readonly supposed: readonly number[];
  /** Items with an amount that come first in lifting. */
  readonly first: readonly number[];
}

/**
 * Cuts from one row, whether violated or not.
 *
 * @param losses per column what its change costs, at the least: those that cost little are lifted first
 */
export function cutsOfRow(knapsack: Knapsack, point: Float64Array, losses: Float64Array): Cut[] {
  const { columns, weights } = knapsack;
  const amounts = amountsOf(knapsack, point);
  const all = Array.from(weights.keys());
  const fractional = all.filter((item) => amounts[item]! > WHOLE && amounts[item]! < 1 - WHOLE);
  if (fractional.length === 0) return [];
  const ones = all.filter((item) => amounts[item]! >= 1 - WHOLE);
  const seeds =
    fractional.length <= MOST_FRACTIONAL
      ? facetSeeds(knapsack, amounts, fractional, ones)
      : minimalCovers(knapsack, amounts, fractional, ones);
  if (seeds.length === 0) return [];
  const supposedOrder = (a: number, b: number) => weights[a]! - weights[b]! || a - b;
  const loss = (item: number) => losses[columns[item]!]!;
  const zeros = all
    .filter((item) => amounts[item]! <= WHOLE)
    .sort((a, b) => loss(a) - loss(b) || weights[b]! - weights[a]! || a - b);
  return seeds.flatMap((seed) => lift(knapsack, seed, seed.supposed.toSorted(supposedOrder), zeros) ?? []);
}

function lift(
  knapsack: Knapsack,
  seed: Seed,
  supposed: readonly number[],
  zeros: readonly number[],
): Cut | null {
  const lifting = new Lifting(knapsack, supposed, Math.floor(MOST_WORK / knapsack.columns.length));
  lifting.start(seed.items, seed.values);
  for (const item of seed.first) lifting.putUp(item);
  for (const item of supposed) lifting.putDown(item);
  for (const item of zeros) lifting.putUp(item);
  return lifting.cut();
}

/** The deepest inequality over the fractional items, and items that do not fit beside those chosen whole. */
function facetSeeds(
  { weights, capacity }: Knapsack,
  amounts: Float64Array,
  fractional: readonly number[],
  ones: readonly number[],
): Seed[] {
  const room = ones.reduce((rest, item) => rest - weights[item]!, capacity);
  return inequalitiesBeyond(
    fractional.map((item) => weights[item]!),
    room,
    fractional.map((item) => amounts[item]!),
  ).map((values) => ({ items: fractional, values, supposed: ones, first: [] }));
}
