/** The unit in which the solver is given the amounts of a row. */
import { gcd } from "../problem/compile.js";

const GREATEST_ACTIVITY = 2 ** 30;

/** What a row's values are counted in. */
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

/** A right side in units, rounded where that loses no selection. */
export function inUnits(
  bound: number,
  unit: Unit,
  integer: boolean,
  round: (value: number) => number,
): number {
  return integer && unit.exact ? round(bound / unit.size) : bound / unit.size;
}
