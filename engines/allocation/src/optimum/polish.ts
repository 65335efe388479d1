/**
 * Better multipliers where rounding to the denominator costs a point.
 *
 * A row with large whole coefficients, such as a share with many decimals, has small multipliers, so that rounding
 * one to a whole number moves the bound. Any multipliers are valid; each is moved by one step up or down as long as
 * the exact bound falls.
 */
import type { Problem } from "../problem/problem.js";
import { boundOf, type IntegerMultipliers, roundedBound } from "./bound.js";

const MOST_TRIALS = 120;

/**
 * Multipliers at least as good as the given ones.
 *
 * @param value the relaxation's value in score units: no bound of multipliers can be below it
 */
export function polish(problem: Problem, multipliers: IntegerMultipliers, value: number): IntegerMultipliers {
  const { denominator } = multipliers;
  const wanted = roundedBound(problem, BigInt(Math.floor(value + 1e-6)), 1n);
  const rows = [...multipliers.rows];
  let total = boundOf(problem, { denominator, rows }).total;
  const binding = rows.flatMap((y, row) => (y > 0n ? [row] : []));
  let trials = 0;
  for (let improved = true; improved; ) {
    improved = false;
    for (const row of binding) {
      for (const step of [1n, -1n]) {
        if (roundedBound(problem, total, denominator) <= wanted || trials === MOST_TRIALS)
          return { denominator, rows };
        const before = rows[row]!;
        if (before + step < 0n) continue;
        rows[row] = before + step;
        trials += 1;
        const moved = boundOf(problem, { denominator, rows }).total;
        if (moved < total) {
          total = moved;
          improved = true;
        } else rows[row] = before;
      }
    }
  }
  return { denominator, rows };
}
