/**
 * One row as a knapsack. A column with a negative coefficient is turned around: what counts is that it is left out.
 * That the columns of a block exclude each other is not used: every selection of a program is one of its knapsack's.
 */
import { isExactInDoubles, type ProgramRow } from "../program.js";

/** Items with weights above zero and a capacity; all whole, and all sums of weights are exact. */
export interface Knapsack {
  /** Index of the row in the program. */
  readonly row: number;
  /** Column of each item, ascending. */
  readonly columns: Int32Array;
  /** Per item 1 where choosing it means leaving its column out. */
  readonly turned: Uint8Array;
  readonly weights: Float64Array;
  readonly capacity: number;
}

/**
 * The knapsack of a row, its weights divided by their greatest common divisor; null when doubles cannot hold its sums,
 * when every selection fits, or when none does.
 */
export function knapsackOf(row: ProgramRow, index: number): Knapsack | null {
  if (!isExactInDoubles(row)) return null;
  const count = row.indices.length;
  const turned = new Uint8Array(count);
  const weights = new Float64Array(count);
  let capacity = Number(row.rhs);
  let divisor = 0;
  for (let item = 0; item < count; item++) {
    const value = Number(row.coefficients[item]);
    if (value < 0) {
      turned[item] = 1;
      capacity -= value;
    }
    weights[item] = Math.abs(value);
    divisor = greatestCommonDivisor(divisor, weights[item]!);
  }
  // Beyond 2^53 the turned capacity need not be exact; so large a capacity binds nothing.
  if (divisor === 0 || capacity < 0 || !Number.isSafeInteger(capacity)) return null;
  let total = 0;
  for (let item = 0; item < count; item++) {
    weights[item]! /= divisor;
    total += weights[item]!;
  }
  capacity = Math.floor(capacity / divisor);
  return total <= capacity ? null : { row: index, columns: row.indices, turned, weights, capacity };
}

/** Greatest common divisor of two whole numbers of 0 or more. */
export function greatestCommonDivisor(a: number, b: number): number {
  let [one, other] = [a, b];
  while (other !== 0) [one, other] = [other, one % other];
  return one;
}

/** Amounts of the items of a knapsack in a point with one amount per column. */
export function amountsOf({ columns, turned }: Knapsack, point: Float64Array): Float64Array {
  return Float64Array.from(columns, (column, item) => {
    const amount = Math.min(1, Math.max(0, point[column]!));
    return turned[item] === 0 ? amount : 1 - amount;
  });
}
