/** Minimal covers (Balas, 1975) for rows with many fractional items. */
import type { Knapsack } from "./knapsack.js";
import type { Seed } from "./separate.js";

/** Seeds from covers: greedy ones in several orders, made minimal. */
export function minimalCovers(
  knapsack: Knapsack,
  amounts: Float64Array,
  fractional: readonly number[],
  ones: readonly number[],
): Seed[] {
  const { weights } = knapsack;
  const missing = (item: number) => 1 - amounts[item]!;
  const orders = [
    (a: number, b: number) =>
      missing(a) * weights[b]! - missing(b) * weights[a]! || weights[b]! - weights[a]!,
    (a: number, b: number) => missing(a) - missing(b) || weights[b]! - weights[a]!,
    (a: number, b: number) => missing(a) - missing(b) || weights[a]! - weights[b]!,
  ];
  const isOne = new Set(ones);
  const candidates = [...ones, ...fractional];
  return orders.flatMap((order) => {
    const cover = minimalCover(
      knapsack,
      candidates.toSorted((a, b) => order(a, b) || a - b),
    );
    const items = cover.filter((item) => !isOne.has(item));
    if (items.length === 0) return [];
    const within = new Set(cover);
    return {
      items,
      values: items.map(() => 1),
      supposed: cover.filter((item) => isOne.has(item)),
      first: candidates
        .filter((item) => !within.has(item))
        .sort((a, b) => amounts[b]! - amounts[a]! || weights[b]! - weights[a]! || a - b),
    };
  });
}

/** Items in the given order until they do not fit, without those that can be left out again; empty if all fit. */
function minimalCover({ weights, capacity }: Knapsack, order: readonly number[]): number[] {
  const cover: number[] = [];
  let weight = 0;
  for (const item of order) {
    cover.push(item);
    weight += weights[item]!;
    if (weight > capacity) break;
  }
  if (weight <= capacity) return [];
  const kept = new Set(cover);
  for (const item of cover.toReversed()) {
    if (weight - weights[item]! <= capacity) continue;
    weight -= weights[item]!;
    kept.delete(item);
  }
  return cover.filter((item) => kept.has(item));
}
