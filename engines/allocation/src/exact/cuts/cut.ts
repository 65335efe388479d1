/** Inequalities that every selection allowed by one row of the program meets, though its relaxation may not. */
import type { ProgramRow } from "../program.js";

/** `sum of values over the chosen columns <= rhs`, and the row of the program from which it follows. */
export interface Cut {
  /** Index of the row in the program. */
  readonly row: number;
  /** Ascending. */
  readonly columns: Int32Array;
  /** Whole, not zero. */
  readonly values: Float64Array;
  /** Whole. */
  readonly rhs: number;
}

/** The cut as a row of a program. */
export function rowOfCut({ columns, values, rhs }: Cut): ProgramRow {
  return { indices: columns, coefficients: values, rhs: BigInt(rhs) };
}

/** How far a point, one amount per column, lies beyond a cut, as a distance: the violation over the cut's length. */
export function efficacy({ columns, values, rhs }: Cut, point: Float64Array): number {
  let activity = 0;
  let square = 0;
  for (let at = 0; at < columns.length; at++) {
    activity += values[at]! * point[columns[at]!]!;
    square += values[at]! ** 2;
  }
  return square === 0 ? 0 : (activity - rhs) / Math.sqrt(square);
}
