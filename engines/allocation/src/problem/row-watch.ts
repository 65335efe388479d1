/** Fast exact checks of the rows that a small change touches. */
import { leftSide, shift } from "./evaluate.js";
import type { Problem } from "./problem.js";

/**
 * Vector sums that change by choices, and whether the rows on them hold.
 *
 * Sums are exact whole numbers. A row of one vector is compared with a whole number; a row of several is computed in
 * doubles and only near its edge in BigInt.
 */
export class RowWatch {
  readonly sums: Float64Array;
  readonly #problem: Problem;
  /** Per row of one vector the whole number its sum is held against, at most or (`isLower`) at least. */
  readonly #edge: Float64Array;
  readonly #isLower: Uint8Array;
  /** Per row the vectors and weights of its terms. */
  readonly #terms: readonly (readonly (readonly [vector: number, weight: number])[])[];
  /** Per vector the rows that can break when its sum falls: all but those that hold it down. */
  readonly #rowsRaised: readonly (readonly number[])[];
  /** Marks of the vectors seen in one question. */
  readonly #seen: Uint32Array;
  #question = 0;

  constructor(problem: Problem, sums: Float64Array) {
    this.#problem = problem;
    this.sums = sums;
    this.#edge = new Float64Array(problem.rows.length);
    this.#isLower = new Uint8Array(problem.rows.length);
    this.#terms = problem.rows.map(({ terms }) =>
      terms.map(({ vector, weight }) => [vector, Number(weight)] as const),
    );
    this.#seen = new Uint32Array(problem.vectors.length);
    problem.rows.forEach(({ terms, rhs }, index) => {
      const weight = terms[0]?.weight ?? 1n;
      if (terms.length > 1) this.#edge[index] = Number(rhs);
      else if (weight > 0n) this.#edge[index] = floorOf(rhs, weight);
      else {
        this.#isLower[index] = 1;
        this.#edge[index] = -floorOf(rhs, -weight);
      }
    });
    this.#rowsRaised = problem.rowsOfVector.map((rows) =>
      rows.filter((row) => problem.rows[row]!.terms.length > 1 || this.#isLower[row] === 1),
    );
  }

  move(choice: number, sign: 1 | -1): void {
    shift(this.#problem, this.sums, choice, sign);
  }

  /** A row on these choices' vectors that does not hold; -1 when all hold. */
  firstBroken(choices: readonly number[]): number {
    const { starts, vectors } = this.#problem.columns;
    this.#question += 1;
    for (const choice of choices)
      for (let k = starts[choice]!; k < starts[choice + 1]!; k += 1) {
        const vector = vectors[k]!;
        if (this.#seen[vector] === this.#question) continue;
        this.#seen[vector] = this.#question;
        for (const row of this.#problem.rowsOfVector[vector]!) if (!this.holds(row)) return row;
      }
    return -1;
  }

  /** Whether taking a choice out breaks a row that held; the sums are left as they were. */
  breaksByRemoving(choice: number): boolean {
    const { starts, vectors } = this.#problem.columns;
    this.move(choice, -1);
    const broken: number[] = [];
    for (let k = starts[choice]!; k < starts[choice + 1]!; k += 1)
      for (const row of this.#rowsRaised[vectors[k]!]!) if (!this.holds(row)) broken.push(row);
    this.move(choice, 1);
    // Mostly nothing is broken afterwards, and then what was broken before need not be known.
    return broken.length > 0 && broken.some((row) => this.holds(row));
  }

  /** The left side of a row, in doubles. */
  leftOf(row: number): number {
    let left = 0;
    for (const [vector, weight] of this.#terms[row]!) left += weight * this.sums[vector]!;
    return left;
  }

  holds(index: number): boolean {
    const terms = this.#terms[index]!;
    if (terms.length === 1) {
      const sum = this.sums[terms[0]![0]]!;
      return this.#isLower[index] === 1 ? sum >= this.#edge[index]! : sum <= this.#edge[index]!;
    }
    let left = 0;
    let size = 0;
    for (const [vector, weight] of terms) {
      const term = weight * this.sums[vector]!;
      left += term;
      size += Math.abs(term);
    }
    const over = left - this.#edge[index]!;
    const row = this.#problem.rows[index]!;
    return Math.abs(over) > size * 1e-12 ? over < 0 : leftSide(row, this.sums) <= row.rhs;
  }
}

/** Division rounded down, as a double; the divisor is positive. */
function floorOf(value: bigint, divisor: bigint): number {
  const quotient = value / divisor;
  return Number(value % divisor < 0n ? quotient - 1n : quotient);
}
