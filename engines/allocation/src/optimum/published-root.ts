/** The root of the exact search as it is published. */
import type { ScaledVector } from "../exact/index.js";
import type { Multipliers } from "../model/decision.js";
import type { Problem } from "../problem/problem.js";
import { boundOf, publishMultipliers } from "./bound.js";

/** Binary places of the denominator in the decision format. */
const PLACES = 60;

/** The root's multipliers over the published denominator, rounded down; with them the bound stays an upper bound. */
export function publishedRoot(
  problem: Problem,
  { shift, rows, values, exponents }: ScaledVector,
): Multipliers {
  const whole = problem.rows.map(() => 0n);
  rows.forEach((row, k) => {
    whole[row] = (BigInt(values[k]!) << BigInt(PLACES)) >> BigInt(shift + exponents[k]!);
  });
  const multipliers = { denominator: 1n << BigInt(PLACES), rows: whole };
  return publishMultipliers(problem, multipliers, boundOf(problem, multipliers).total);
}
