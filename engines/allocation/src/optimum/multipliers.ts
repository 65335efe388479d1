/** From the floating-point root of the exact search to whole multipliers over the published denominator. */
import type { ScaledVector } from "../exact/index.js";
import type { Problem } from "../problem/problem.js";
import { boundOf, type Grouping, type IntegerMultipliers, roundedBound } from "./bound.js";

/** Binary places of the denominator in the decision format. */
const PLACES = 60;
const DENOMINATOR = 1n << BigInt(PLACES);

/** Evaluations of the bound in which rounding is mended, at most; and choices priced in all of them together. */
const MOST_TRIALS = 120;
const MOST_PRICED = 3_000_000;

/** Multipliers that are all zero; their bound is what all groups could score without limits. */
export function zeroMultipliers(problem: Problem): IntegerMultipliers {
  return { denominator: DENOMINATOR, rows: problem.rows.map(() => 0n) };
}

/**
 * Multipliers of the root. A row with large whole coefficients, such as a share with many decimals, has multipliers
 * so small that rounding to the denominator can cost a point; then each is moved by one step up or down as long as the
 * exact bound falls.
 */
export function rootMultipliers(
  problem: Problem,
  grouping: Grouping,
  vector: ScaledVector,
): IntegerMultipliers {
  const exact = wholeMultipliers(problem, vector, PLACES);
  if (exact.denominator === DENOMINATOR) return exact;
  const { total } = boundOf(problem, grouping, exact);
  const rounded = exact.rows.map((y) => nearest(y * DENOMINATOR, exact.denominator));
  return polish(problem, grouping, rounded, roundedBound(problem, total, exact.denominator));
}

/** A ray proves the same at any length, so its whole numbers are taken over the published denominator as they are. */
export function rayMultipliers(problem: Problem, ray: ScaledVector): IntegerMultipliers {
  return { denominator: DENOMINATOR, rows: wholeMultipliers(problem, ray, 0).rows };
}

/** The vector without any rounding, over a power of two of at least `places` binary places. */
function wholeMultipliers(
  problem: Problem,
  { shift, rows, values, exponents }: ScaledVector,
  places: number,
): IntegerMultipliers {
  const most = exponents.reduce((largest, exponent) => Math.max(largest, shift + exponent), places);
  const whole = problem.rows.map(() => 0n);
  rows.forEach((row, k) => {
    whole[row] = BigInt(values[k]!) << BigInt(most - shift - exponents[k]!);
  });
  return { denominator: 1n << BigInt(most), rows: whole };
}

function nearest(value: bigint, divisor: bigint): bigint {
  return (2n * value + divisor) / (2n * divisor);
}

/** Moves rounded multipliers towards the bound that the unrounded ones have. */
function polish(
  problem: Problem,
  grouping: Grouping,
  rounded: readonly bigint[],
  wanted: number,
): IntegerMultipliers {
  const rows = [...rounded];
  const multipliers = { denominator: DENOMINATOR, rows };
  const binding = [...rows.keys()].filter((row) => rows[row]! > 0n);
  let { total } = boundOf(problem, grouping, multipliers);
  let trials = Math.min(MOST_TRIALS, MOST_PRICED / Math.max(1, problem.choices.length));
  for (let improved = true; improved; ) {
    improved = false;
    for (const row of binding) {
      for (const step of [1n, -1n]) {
        if (roundedBound(problem, total, DENOMINATOR) <= wanted || trials < 1) return multipliers;
        const before = rows[row]!;
        if (before + step < 0n) continue;
        rows[row] = before + step;
        trials -= 1;
        const moved = boundOf(problem, grouping, multipliers).total;
        if (moved < total) {
          total = moved;
          improved = true;
        } else rows[row] = before;
      }
    }
  }
  return multipliers;
}
