/**
 * Upper bounds from multipliers, in exact integers.
 *
 * Source: weak Lagrangian duality. For y >= 0 over rows `A x <= b` and at most one choice per application, every
 * feasible x has `c.x <= y.b + sum over applications of max(0, largest c_j - y.A_j of its choices)`.
 */
import type { Multipliers } from "../model/decision.js";
import type { Problem } from "../problem/problem.js";

/** Multipliers as integers over one denominator; `rows[r]` belongs to `problem.rows[r]` and is at least 0. */
export interface IntegerMultipliers {
  readonly denominator: bigint;
  readonly rows: readonly bigint[];
}

/** A bound and the reduced scores behind it, all times the denominator. */
export interface Bound {
  readonly total: bigint;
  /** Per choice `D c_j - y.A_j`. */
  readonly reduced: readonly bigint[];
  /** Per application the largest reduced score of its choices. */
  readonly best: readonly bigint[];
}

/** The bound of multipliers. `weight` 1 counts scores; 0 takes them as zero, as for an infeasible round. */
export function boundOf(
  problem: Problem,
  { denominator, rows }: IntegerMultipliers,
  weight: 0 | 1 = 1,
): Bound {
  const prices = pricesOf(problem, rows);
  const { starts, vectors, values } = problem.columns;
  const unit = denominator * BigInt(weight);
  const reduced = problem.choices.map(({ score }, j) => {
    let value = unit * BigInt(score);
    for (let k = starts[j]!; k < starts[j + 1]!; k += 1) {
      const price = prices[vectors[k]!]!;
      if (price !== 0n) value -= price * BigInt(values[k]!);
    }
    return value;
  });
  let total = 0n;
  rows.forEach((y, r) => {
    if (y !== 0n) total += y * problem.rows[r]!.rhs;
  });
  const best = problem.round.applications.map((_, i) => {
    let largest = reduced[problem.blocks[i]!]!;
    for (let j = problem.blocks[i]! + 1; j < problem.blocks[i + 1]!; j += 1)
      if (reduced[j]! > largest) largest = reduced[j]!;
    if (largest > 0n) total += largest;
    return largest;
  });
  return { total, reduced, best };
}

/** The largest objective a bound allows: rounded down, and to a multiple of the scores' common divisor. */
export function roundedBound(problem: Problem, total: bigint, denominator: bigint): number {
  const whole = floorDivide(total, denominator);
  const step = BigInt(problem.divisor);
  return Number(step === 0n ? whole : floorDivide(whole, step) * step);
}

/** Division rounded towards minus infinity; the divisor is positive. */
export function floorDivide(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor;
  return value % divisor < 0n ? quotient - 1n : quotient;
}

/** Multipliers as they are published: rows with zero left out. */
export function publishMultipliers(
  problem: Problem,
  multipliers: IntegerMultipliers,
  total: bigint,
): Multipliers {
  const rows: Record<string, string> = {};
  multipliers.rows.forEach((y, r) => {
    if (y !== 0n) rows[problem.rows[r]!.id] = String(y);
  });
  return { denominator: String(multipliers.denominator), rows, bound: String(total) };
}

/** Published multipliers as integers. */
export function readMultipliers(problem: Problem, published: Multipliers): IntegerMultipliers {
  return {
    denominator: BigInt(published.denominator),
    rows: problem.rows.map(({ id }) => BigInt(published.rows[id] ?? 0)),
  };
}

/** What one unit of each vector costs under the multipliers. */
function pricesOf(problem: Problem, rows: readonly bigint[]): readonly bigint[] {
  const prices: bigint[] = problem.vectors.map(() => 0n);
  rows.forEach((y, r) => {
    if (y !== 0n) for (const { vector, weight } of problem.rows[r]!.terms) prices[vector]! += y * weight;
  });
  return prices;
}
