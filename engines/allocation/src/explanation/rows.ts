/** Fast exact checks of the rows that a small change touches. */
import { leftSide, shift } from "../problem/evaluate.js";
import type { Problem, Row } from "../problem/problem.js";

/** Vector sums that change by choices, and whether the rows on them hold. */
export class RowWatch {
  readonly sums: Float64Array;
  readonly #problem: Problem;
  /** Per row of one vector the whole number its sum is held against, at most or (`isLower`) at least. */
  readonly #edge: Float64Array;
  readonly #isLower: Uint8Array;

  constructor(problem: Problem, sums: Float64Array) {
    this.#problem = problem;
    this.sums = sums;
    this.#edge = new Float64Array(problem.rows.length);
    this.#isLower = new Uint8Array(problem.rows.length);
    problem.rows.forEach(({ terms, rhs }, index) => {
      const weight = terms[0]?.weight ?? 1n;
      if (weight < 0n) this.#isLower[index] = 1;
      this.#edge[index] = weight > 0n ? Number(rhs / weight) : ceilOf(-rhs, -weight);
    });
  }

  move(choice: number, sign: 1 | -1): void {
    shift(this.#problem, this.sums, choice, sign);
  }

  /** A row on these choices' vectors that does not hold; -1 when all hold. */
  firstBroken(choices: readonly number[]): number {
    const { starts, vectors } = this.#problem.columns;
    for (const choice of choices)
      for (let k = starts[choice]!; k < starts[choice + 1]!; k += 1)
        for (const row of this.#problem.rowsOfVector[vectors[k]!]!) if (!this.holds(row)) return row;
    return -1;
  }

  /** The rows on a choice's vectors that do not hold. */
  brokenBy(choice: number): ReadonlySet<number> {
    const { starts, vectors } = this.#problem.columns;
    const broken = new Set<number>();
    for (let k = starts[choice]!; k < starts[choice + 1]!; k += 1)
      for (const row of this.#problem.rowsOfVector[vectors[k]!]!) if (!this.holds(row)) broken.add(row);
    return broken;
  }

  holds(index: number): boolean {
    const row = this.#problem.rows[index]!;
    if (row.terms.length > 1) return this.#jointHolds(row);
    const sum = this.sums[row.terms[0]!.vector]!;
    return this.#isLower[index] === 1 ? sum >= this.#edge[index]! : sum <= this.#edge[index]!;
  }

  #jointHolds(row: Row): boolean {
    let left = 0;
    let size = 0;
    for (const { vector, weight } of row.terms) {
      const term = Number(weight) * this.sums[vector]!;
      left += term;
      size += Math.abs(term);
    }
    const over = left - Number(row.rhs);
    // Far from the edge the doubles decide; close to it whole numbers do.
    return Math.abs(over) > size * 1e-12 ? over < 0 : leftSide(row, this.sums) <= row.rhs;
  }
}

/** Division rounded up; the divisor is positive. */
function ceilOf(value: bigint, divisor: bigint): number {
  return Number(value <= 0n ? value / divisor : (value + divisor - 1n) / divisor);
}
