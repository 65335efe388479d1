import type { Compiled } from "./compile.js";
import { bitLength, limbsFor, write } from "./limbs.js";
import type { Tree } from "./types.js";

/** A vector of a tree certificate, made ready for many bounds (docs/formats/tree.md, "The bound of a vector"). */
export interface Priced {
  /** The right sides: the sum of Y_i·b_i, less D·T. So U < D·T where the rest adds up to less than minus this. */
  readonly fixed: bigint;
  /** The sums that have a price: what one unit of them costs. d is minus the total of prices times weights. */
  readonly sums: Int32Array;
  readonly prices: readonly bigint[];
  /** The same prices in limbs, `count` for each. */
  readonly limbs: Float64Array;
  readonly count: number;
}

/**
 * Prices of vector number `k`: as in bound.ts, a row's multiplier times the factors of its sums, and minus D for the
 * score, which is the last sum. (A ray gives no price to scores, and has no target.) For E the largest exponent of
 * the vector's own rows is enough: a power of two that everything shares changes nothing.
 */
export function price(compiled: Compiled, tree: Tree, k: number): Priced {
  const vector = tree.vectors[k]!;
  const exponents = vector.rows.map((row) => tree.exponents.get(row) ?? 0);
  const largest = exponents.reduce((a, b) => Math.max(a, b), 0);
  const scale = 1n << BigInt(vector.shift + largest);
  const priceOf = new Map<number, bigint>();
  let fixed = 0n;
  for (const [n, number] of vector.rows.entries()) {
    const row = compiled.rows[number]!;
    const y = BigInt(vector.values[n]!) << BigInt(largest - exponents[n]!);
    fixed += y * row.limit;
    for (const { sum, factor } of row.terms) priceOf.set(sum, (priceOf.get(sum) ?? 0n) + y * factor);
  }
  if (!vector.ray) {
    fixed -= scale * BigInt(tree.target!);
    priceOf.set(compiled.sums, -scale);
  }
  const prices = [...priceOf.values()];
  const count = limbsFor(prices.reduce((bits, number) => Math.max(bits, bitLength(number)), 0));
  const limbs = new Float64Array(prices.length * count);
  for (const [n, number] of prices.entries()) write(number, limbs, n * count, count);
  return { fixed, sums: Int32Array.from(priceOf.keys()), prices, limbs, count };
}
