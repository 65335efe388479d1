/**
 * Lifted cover inequalities (Balas, 1975; Gu, Nemhauser and Savelsbergh, 1998) that a point violates. Items the point
 * chooses whole are supposed chosen, so that a cover is small and its inequality strong; they get their values last.
 */
import type { Cut } from "./cut.js";
import { amountsOf, type Knapsack } from "./knapsack.js";
import { Lifting } from "./lifting.js";

/** Amounts within this of 0 or 1 count as such. */
const WHOLE = 1e-6;

/** Items times right-hand side of a cut: what it costs to make and to check. */
const MOST_WORK = 1_000_000;

/** Lifted covers of a knapsack near a point; not all of them need be violated. */
export function liftedCovers(knapsack: Knapsack, point: Float64Array, losses: Float64Array): Cut[] {
  const amounts = amountsOf(knapsack, point);
  const { weights, columns } = knapsack;
  const items = Array.from(weights.keys());
  const isFractional = amounts.some((amount) => amount > WHOLE && amount < 1 - WHOLE);
  if (!isFractional) return [];
  const most = Math.floor(MOST_WORK / items.length);
  const missing = (item: number) => 1 - amounts[item]!;
  const orders = [
    (a: number, b: number) =>
      missing(a) * weights[b]! - missing(b) * weights[a]! || weights[b]! - weights[a]!,
    (a: number, b: number) => missing(a) - missing(b) || weights[b]! - weights[a]!,
    (a: number, b: number) => missing(a) - missing(b) || weights[a]! - weights[b]!,
  ];
  const cuts: Cut[] = [];
  const loss = (item: number) => losses[columns[item]!]!;
  for (const order of orders) {
    const cover = minimalCover(
      knapsack,
      items.toSorted((a, b) => order(a, b) || a - b),
      amounts,
    );
    if (cover === null) continue;
    const within = new Set(cover);
    const supposed = cover.filter((item) => amounts[item]! > 1 - WHOLE);
    const core = cover.filter((item) => amounts[item]! <= 1 - WHOLE);
    if (core.length === 0) continue;
    for (const sort of [0, 1, 2]) {
      const lifting = new Lifting(knapsack, supposed, most);
      lifting.cover(core);
      const outside = items.filter((item) => !within.has(item));
      const used = outside.filter((item) => amounts[item]! > WHOLE);
      used.sort((a, b) => amounts[b]! - amounts[a]! || weights[b]! - weights[a]! || a - b);
      for (const item of used) lifting.putUp(item);
      if (sort === 0) supposed.sort((a, b) => weights[a]! - weights[b]! || a - b);
      if (sort === 1) supposed.sort((a, b) => weights[b]! - weights[a]! || a - b);
      if (sort === 2) supposed.sort((a, b) => loss(a) - loss(b) || a - b);
      for (const item of supposed) lifting.putDown(item);
      const unused = outside.filter((item) => amounts[item]! <= WHOLE);
      unused.sort((a, b) => loss(a) - loss(b) || weights[b]! - weights[a]! || a - b);
      for (const item of unused) lifting.putUp(item);
      const cut = lifting.cut();
      if (cut !== null) cuts.push(cut);
    }
  }
  return cuts;
}

/** Items in the given order until they do not fit, without those that can be left out again. */
function minimalCover(
  { weights, capacity }: Knapsack,
  order: readonly number[],
  amounts: Float64Array,
): number[] | null {
  const cover: number[] = [];
  let weight = 0;
  for (const item of order) {
    if (amounts[item]! <= WHOLE) continue;
    cover.push(item);
    weight += weights[item]!;
    if (weight > capacity) break;
  }
  if (weight <= capacity) return null;
  const kept = new Set(cover);
  for (const item of cover.toReversed()) {
    if (weight - weights[item]! <= capacity) continue;
    weight -= weights[item]!;
    kept.delete(item);
  }
  return cover.filter((item) => kept.has(item));
}
