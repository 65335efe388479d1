/**
 * Sequential lifting of an inequality over a knapsack, exact at every step (Padberg, 1975; Zemel, 1989): the least
 * weight at which each value can be reached is kept in a table over values, and each further item gets the largest
 * value that keeps the inequality true.
 */
import type { Cut } from "./cut.js";
import { greatestCommonDivisor, type Knapsack } from "./knapsack.js";

/** An inequality over some items, in the knapsack that is left when others are supposed chosen. */
export class Lifting {
  readonly #knapsack: Knapsack;
  readonly #values: Float64Array;
  /** Least weight of items with value v or more, for v = 0, 1, ... up to what all items reach or `#rhs` + 1. */
  readonly #least: Float64Array;
  #reach = 0;
  #rhs = 0;
  #capacity: number;

  /**
   * Starts with the inequality "nothing", 0 <= 0.
   *
   * @param supposed items supposed chosen, to be given a value with `putDown` later
   * @param mostValue the right-hand side never gets larger than this; `cut` then gives null
   */
  constructor(knapsack: Knapsack, supposed: readonly number[], mostValue: number) {
    this.#knapsack = knapsack;
    this.#values = new Float64Array(knapsack.columns.length);
    this.#least = new Float64Array(mostValue + 2).fill(Number.POSITIVE_INFINITY);
    this.#least[0] = 0;
    this.#capacity = knapsack.capacity;
    for (const item of supposed) this.#capacity -= knapsack.weights[item]!;
  }

  /** Starts from items with given values, 0 or more; the right-hand side is the most that fits. */
  start(items: readonly number[], values: readonly number[]): void {
    items.forEach((item, at) => {
      if (values[at]! > 0) this.#add(item, values[at]!);
    });
    this.#rhs = this.#most(this.#capacity);
  }

  /** Gives an item that is not chosen yet the largest value it can have. */
  putUp(item: number): void {
    const value = this.#rhs - this.#most(this.#capacity - this.#knapsack.weights[item]!);
    if (value > 0) this.#add(item, value);
  }

  /** Gives an item that was supposed chosen the least value it must have, and raises the right-hand side by it. */
  putDown(item: number): void {
    this.#capacity += this.#knapsack.weights[item]!;
    const value = this.#most(this.#capacity) - this.#rhs;
    if (value <= 0) return;
    this.#rhs += value;
    this.#add(item, value);
  }

  /** The inequality on the columns of the program; null when it grew too large or says nothing. */
  cut(): Cut | null {
    const { columns, turned, row } = this.#knapsack;
    if (this.#rhs + 2 > this.#least.length) return null;
    let divisor = 0;
    for (const value of this.#values) divisor = greatestCommonDivisor(divisor, value);
    if (divisor === 0) return null;
    const used: number[] = [];
    const values: number[] = [];
    let rhs = Math.floor(this.#rhs / divisor);
    this.#values.forEach((value, item) => {
      if (value === 0) return;
      used.push(columns[item]!);
      values.push(turned[item] === 0 ? value / divisor : -value / divisor);
      if (turned[item] !== 0) rhs -= value / divisor;
    });
    return { row, columns: Int32Array.from(used), values: Float64Array.from(values), rhs };
  }

  /** The largest value that fits a capacity; -1 when not even nothing does. */
  #most(capacity: number): number {
    const least = this.#least;
    if (capacity < 0) return -1;
    // Least weights ascend with the value.
    let low = 0;
    let high = this.#reach;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (least[middle]! <= capacity) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #add(item: number, value: number): void {
    const least = this.#least;
    const weight = this.#knapsack.weights[item]!;
    this.#values[item] = value;
    this.#reach = Math.min(least.length - 1, this.#reach + value);
    for (let at = this.#reach; at > 0; at--) {
      const with_ = weight + least[Math.max(0, at - value)]!;
      if (with_ < least[at]!) least[at] = with_;
    }
  }
}
