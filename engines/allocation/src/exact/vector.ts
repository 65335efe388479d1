/**
 * A multiplier vector rounded to whole numbers over a power of two, with its bound evaluated safely.
 *
 * Any y >= 0 bounds, so rounding multipliers costs nothing but a little strength, and few digits often suffice. The
 * rounded numbers are doubles without further error; the bound itself is summed in doubles with an error bound on
 * the sum (Higham, "Accuracy and Stability of Numerical Algorithms", section 4.2), so that "below the cutoff" is
 * true in exact arithmetic too.
 */
import type { DualSimplex } from "./lp.js";
import type { Model } from "./model.js";

/** Unit roundoff of doubles. */
const UNIT = 2 ** -53;

/** The largest whole number a certificate holds as a number. */
const LARGEST = Number.MAX_SAFE_INTEGER;

/** Rounded multipliers. The multiplier of model row i is `values[i] / (2^shift * scale of row i)`. */
export interface RoundedVector {
  /** With a ray all scores count as zero, and a bound below zero shows that nothing is feasible. */
  readonly ray: boolean;
  readonly shift: number;
  /** Whole and not negative. */
  readonly values: Float64Array;
  /** The multipliers in scaled units, `values / 2^shift`. */
  readonly y: Float64Array;
  /** The exact bound is at most this above any value computed for the model. */
  readonly error: number;
}

/** Rounds scaled multipliers to `shift` binary places. */
export function roundVector(
  model: Model,
  multipliers: Float64Array,
  ray: boolean,
  shift: number,
): RoundedVector {
  const { rowCount, groupCount, rhs, rowSizes } = model;
  const values = new Float64Array(rowCount);
  const y = new Float64Array(rowCount);
  // The size of a ray is free; the largest component becomes 1.
  const unit = ray ? 1 / multipliers.reduce((a, b) => Math.max(a, b), 0) : 1;
  let size = ray ? 0 : Math.abs(model.constant) + model.profitSize;
  for (let row = 0; row < rowCount; row++) {
    values[row] = Math.min(LARGEST, Math.round(multipliers[row]! * unit * 2 ** shift));
    y[row] = values[row]! / 2 ** shift;
    size += y[row]! * (Math.abs(rhs[row]!) + rowSizes[row]!);
  }
  // Every number enters at most this many operations, also when a node is updated state by state; doubled for what
  // was rounded before. Updates add and take away every group's best once for each of its states at most.
  const operations = 2 * (4 * (groupCount + model.entryCount) + 2 * rowCount + 16);
  return { ray, shift, values, y, error: operations * UNIT * size };
}

/** Reduced score of an entry under rounded multipliers. */
function reducedScore(model: Model, vector: RoundedVector, entry: number): number {
  let value = vector.ray ? 0 : model.profits[entry]!;
  for (let at = model.sparseStarts[entry]!; at < model.sparseStarts[entry + 1]!; at++)
    value -= vector.y[model.sparseRows[at]!]! * model.sparseValues[at]!;
  return value;
}

/**
 * The bound of a vector on the states open at the present node, up to `error`; leaves the reduced scores of active
 * groups in `reduced`.
 */
export function boundHere(lp: DualSimplex, vector: RoundedVector, reduced: Float64Array): number {
  const { model, keys, states } = lp;
  const { entryStarts } = model;
  // Fixed groups are in their key; for active ones the best state is compared with the key.
  let bound = vector.ray ? 0 : model.constant + keys.profit;
  for (let row = 0; row < model.rowCount; row++) bound += vector.y[row]! * keys.residual[row]!;
  for (let at = 0; at < states.binaryActive; at++) {
    const entry = states.binaries[at]!;
    const value = reducedScore(model, vector, entry);
    reduced[entry] = value;
    if (keys.codes[entry] === entry) {
      if (value < 0) bound -= value;
    } else if (value > 0) bound += value;
  }
  for (let at = 0; at < states.largeActive; at++) {
    const group = states.larges[at]!;
    for (let entry = entryStarts[group]!; entry < entryStarts[group + 1]!; entry++)
      reduced[entry] = reducedScore(model, vector, entry);
    const key = keys.codes[group]!;
    bound += states.best(reduced, group) - (key >= 0 ? reduced[key]! : 0);
  }
  return bound;
}

/** Reduced scores of all entries. */
export function allReduced(model: Model, vector: RoundedVector): Float64Array {
  const reduced = new Float64Array(model.entryCount);
  for (let entry = 0; entry < model.entryCount; entry++) reduced[entry] = reducedScore(model, vector, entry);
  return reduced;
}
