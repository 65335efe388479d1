/** The bound that multipliers prove (docs/formats/decision.md, "Bound"). */
import { at, refuse } from "./refusal.js";
import type { Compiled } from "./rows.js";
import type { Multipliers } from "./types.js";

/** The denominator of all multipliers in version 1: 2^60. */
const DENOMINATOR = 2n ** 60n;

/** An upper bound on every feasible outcome, over the denominator. */
export interface Bound {
  /** U: the bound itself. */
  readonly all: bigint;
  /** Per application the largest d_j of its choices; U with the application forced in is `all + min(0, best)`. */
  readonly best: readonly bigint[];
}

/**
 * Recomputes `U = y·b + sum over applications of max(0, largest d_j)` with `d_j = D·c_j - y·A_j`.
 *
 * Why it bounds: for any outcome x that meets the rows, D·c·x = y·A·x + d·x <= y·b + d·x because y >= 0, and d·x is
 * at most the sum of the positive best d_j, because at most one choice of an application is awarded. Nothing about
 * where y came from matters.
 *
 * `scores: false` takes all scores as zero; then `all < 0` shows that no outcome meets the rows at all.
 *
 * @throws {Refusal} when a row does not exist or the stated bound is another number.
 */
export function recomputeBound(
  compiled: Compiled,
  multipliers: Multipliers,
  where: string,
  { scores }: { scores: boolean },
): Bound {
  if (multipliers.denominator !== DENOMINATOR)
    refuse(
      at(where, "denominator"),
      `De noemer hoort ${DENOMINATOR} te zijn.`,
      `The denominator should be ${DENOMINATOR}.`,
    );
  let all = 0n;
  // y·A_j is a sum of weights times what one unit of each sum costs, so the rows are gone through only once.
  const price: bigint[] = new Array(compiled.sums).fill(0n);
  for (const [id, y] of multipliers.rows) {
    const row = compiled.rowById.get(id);
    if (row === undefined)
      return refuse(at(`${where}/rows`, id), `Er is geen rij ${id}.`, `There is no row ${id}.`);
    all += y * row.limit;
    for (const { sum, factor } of row.terms) price[sum] = price[sum]! + y * factor;
  }
  const best: bigint[] = [];
  for (const choices of compiled.choices) {
    let largest: bigint | undefined;
    for (const choice of choices) {
      let d = scores ? DENOMINATOR * BigInt(choice.score) : 0n;
      for (const { sum, weight } of choice.parts) if (price[sum] !== 0n) d -= price[sum]! * BigInt(weight);
      if (largest === undefined || d > largest) largest = d;
    }
    best.push(largest!);
    if (largest! > 0n) all += largest!;
  }
  if (all !== multipliers.bound)
    refuse(at(where, "bound"), `De vermenigvuldigers geven ${all}.`, `The multipliers give ${all}.`);
  return { all, best };
}

/** Division rounded down, also below zero. */
function floorDivide(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
}

/** The bound in whole score units, rounded down: no outcome can be worth a fraction. */
export function floorBound(numerator: bigint): bigint {
  return floorDivide(numerator, DENOMINATOR);
}

/** The greatest common divisor of all scores, of which every outcome is a multiple; 1 when every score is zero. */
export function scoreDivisor(compiled: Compiled): bigint {
  let divisor = 0;
  for (const choices of compiled.choices)
    for (const { score } of choices) divisor = greatestCommonDivisor(divisor, Math.abs(score));
  return BigInt(divisor === 0 ? 1 : divisor);
}

/** The bound in score units, rounded down to a multiple of `scoreDivisor`: no outcome is worth anything between. */
export function roundedBound(compiled: Compiled, bound: Bound): bigint {
  const divisor = scoreDivisor(compiled);
  return floorDivide(floorBound(bound.all), divisor) * divisor;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
