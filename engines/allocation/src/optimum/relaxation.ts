/** The linear relaxation of a whole problem and the multipliers it gives. */
import type { Problem } from "../problem/problem.js";
import type { Solver } from "../solver/load.js";
import { boundOf, type IntegerMultipliers } from "./bound.js";
import { type Program, programOf } from "./program.js";
import { type RelaxedSolution, solveRelaxed } from "./solve.js";

/** A solved relaxation. */
export interface Relaxation {
  readonly ending: RelaxedSolution["ending"];
  /** Value in score units, as a floating-point figure. */
  readonly value: number;
  /** Per choice its part, 0 to 1. */
  readonly parts: Float64Array;
  readonly multipliers: IntegerMultipliers | null;
  readonly seconds: number;
}

const EXPONENT = 60;
/** The denominator of version 1 of the decision format. */
const DENOMINATOR = 1n << BigInt(EXPONENT);

/** Solves the relaxation; without multipliers where the solver reached no optimum. */
export function relax(solver: Solver, problem: Problem, seconds: number): Relaxation {
  const free = problem.round.applications.map((_, index) => index);
  const fixed = new Float64Array(problem.vectors.length);
  const program = programOf(problem, { free, fixed, integer: false });
  const solution = solveRelaxed(solver, program, seconds);
  return {
    ending: solution.ending,
    value: solution.objective * program.scoreUnit,
    parts: solution.values.subarray(0, program.columns.length),
    multipliers:
      solution.ending === "optimal"
        ? multipliersOf(problem, program, solution.duals, program.scoreUnit)
        : null,
    seconds: solution.seconds,
  };
}

/**
 * Duals as integer multipliers. Wrong signs, which are rounding noise, become zero; the bound stays valid for any
 * multipliers of the right sign, so rounding can only weaken it.
 */
export function multipliersOf(
  problem: Problem,
  program: Program,
  duals: Float64Array,
  scale: number,
): IntegerMultipliers {
  const rows = problem.rows.map((_, index) => {
    const source = program.duals.get(index);
    if (source === undefined) return 0n;
    const dual = duals[source.row]! * (source.side === "upper" ? 1 : -1) * source.factor * scale;
    return dual > 0 ? scaleByPower(dual, EXPONENT) : 0n;
  });
  return { denominator: DENOMINATOR, rows };
}

/** Multipliers that are all zero; their bound is what all applications together could score. */
export function zeroMultipliers(problem: Problem): IntegerMultipliers {
  return { denominator: DENOMINATOR, rows: problem.rows.map(() => 0n) };
}

/** The better of two multipliers; with none better than no multipliers at all, zero. */
export function withZero(problem: Problem, multipliers: IntegerMultipliers): IntegerMultipliers {
  const zero = zeroMultipliers(problem);
  return boundOf(problem, zero).total <= boundOf(problem, multipliers).total ? zero : multipliers;
}

/** `value * 2^exponent` rounded; a double holds 53 bits, the rest are zeros. */
function scaleByPower(value: number, exponent: number): bigint {
  const shift = Math.max(0, Math.min(exponent, 52 - Math.floor(Math.log2(value))));
  return BigInt(Math.round(value * 2 ** shift)) << BigInt(exponent - shift);
}
