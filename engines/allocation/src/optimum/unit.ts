/** The units in which the solver is given the amounts of a row, and scores. */
import { gcd } from "../problem/compile.js";
import type { Problem } from "../problem/problem.js";

const GREATEST_ACTIVITY = 2 ** 30;
/** The solver refuses integer programs with costs of some 10^10. */
const GREATEST_COST = 2 ** 24;

/** What the values of a row, or scores, are counted in. */
export interface Unit {
  readonly size: number;
  /** Whether all values are whole multiples, so that a right side may be rounded to one as well. */
  readonly exact: boolean;
}

/**
 * The greatest common divisor of values where they are whole, and more when the greatest possible activity would
 * still be too large for the solver's absolute tolerance.
 */
export function unitOf(values: readonly number[]): Unit {
  const whole = values.every((value) => Number.isSafeInteger(value));
  const divisor = whole ? Math.max(1, values.reduce(gcd, 0)) : 1;
  const activity = values.reduce((sum, value) => sum + value, 0) / divisor;
  if (activity <= GREATEST_ACTIVITY) return { size: divisor, exact: whole };
  return { size: divisor * 2 ** Math.ceil(Math.log2(activity / GREATEST_ACTIVITY)), exact: false };
}

/** The common divisor of all scores, and more when the largest would still be too large for the solver. */
export function scoreUnitOf({ choices, divisor }: Problem): Unit {
  const step = Math.max(1, divisor);
  const largest = choices.reduce((most, { score }) => Math.max(most, Math.abs(score)), 0) / step;
  if (largest <= GREATEST_COST) return { size: step, exact: true };
  return { size: step * 2 ** Math.ceil(Math.log2(largest / GREATEST_COST)), exact: false };
}

/** A right side in units, rounded where that loses no selection. */
export function inUnits(
  bound: number,
  unit: Unit,
  integer: boolean,
  round: (value: number) => number,
): number {
  return integer && unit.exact ? round(bound / unit.size) : bound / unit.size;
}
