/**
 * Inverse of the small working basis. Computing it afresh takes r^3 steps with r multipliers free; when a row or a
 * column of the basis changes, it is updated in r^2 (Sherman and Morrison, 1950).
 */

/** Below this size, relative to the largest entry of its column, a pivot counts as zero. */
const SINGULAR = 1e-11;

/**
 * Inverts the `order` by `order` matrix in `matrix` (row-major, overwritten) into `inverse`, by Gauss-Jordan
 * elimination in place with partial pivoting. False when it is singular to working precision.
 */
export function invert(matrix: Float64Array, inverse: Float64Array, order: number): boolean {
  /** Row of the matrix that was the pivot of each column. */
  const pivots = new Int32Array(order);
  for (let column = 0; column < order; column++) {
    let pivot = column;
    let size = 0;
    let largest = 0;
    for (let row = 0; row < order; row++) {
      const value = Math.abs(matrix[row * order + column]!);
      if (value > largest) largest = value;
      if (row >= column && value > size) {
        size = value;
        pivot = row;
      }
    }
    if (size <= SINGULAR * largest || size === 0) return false;
    pivots[column] = pivot;
    if (pivot !== column) swapRows(matrix, pivot, column, order);
    eliminate(matrix, column, order);
  }
  // Row swaps of the matrix are column swaps of its inverse, undone last first.
  for (let column = order - 1; column >= 0; column--)
    if (pivots[column] !== column) swapColumns(matrix, pivots[column]!, column, order);
  for (let at = 0; at < order * order; at++) inverse[at] = matrix[at]!;
  return true;
}

/** Below this size, relative to the largest number it is divided into, a pivot of an update is not trusted. */
const UNSTABLE = 1e-6;

/**
 * Updates an inverse for another column of the matrix. False, with the inverse as it was, when that is not safe.
 *
 * @param values the new column
 * @param work room for `order` numbers
 */
export function replaceColumn(
  inverse: Float64Array,
  order: number,
  column: number,
  values: Float64Array,
  work: Float64Array,
): boolean {
  let largest = 0;
  for (let e = 0; e < order; e++) {
    let sum = 0;
    for (let k = 0; k < order; k++) sum += inverse[e * order + k]! * values[k]!;
    work[e] = sum;
    largest = Math.max(largest, Math.abs(sum));
  }
  const pivot = work[column]!;
  if (Math.abs(pivot) <= UNSTABLE * largest || pivot === 0) return false;
  const start = column * order;
  for (let k = 0; k < order; k++) inverse[start + k]! /= pivot;
  for (let e = 0; e < order; e++) {
    const factor = work[e]!;
    if (e === column || factor === 0) continue;
    const at = e * order;
    for (let k = 0; k < order; k++) inverse[at + k]! -= factor * inverse[start + k]!;
  }
  return true;
}

/** The same for another row of the matrix. */
export function replaceRow(
  inverse: Float64Array,
  order: number,
  row: number,
  values: Float64Array,
  work: Float64Array,
): boolean {
  work.fill(0, 0, order);
  for (let e = 0; e < order; e++)
    for (let k = 0; k < order; k++) work[k]! += values[e]! * inverse[e * order + k]!;
  let largest = 0;
  for (let k = 0; k < order; k++) largest = Math.max(largest, Math.abs(work[k]!));
  const pivot = work[row]!;
  if (Math.abs(pivot) <= UNSTABLE * largest || pivot === 0) return false;
  for (let e = 0; e < order; e++) {
    const at = e * order;
    const scaled = inverse[at + row]! / pivot;
    inverse[at + row] = scaled;
    if (scaled === 0) continue;
    for (let k = 0; k < order; k++) if (k !== row) inverse[at + k]! -= work[k]! * scaled;
  }
  return true;
}

/** Eliminates a column; its place takes the column of the inverse that comes up. */
function eliminate(matrix: Float64Array, column: number, order: number): void {
  const start = column * order;
  const scale = 1 / matrix[start + column]!;
  matrix[start + column] = 1;
  for (let k = 0; k < order; k++) matrix[start + k]! *= scale;
  for (let row = 0; row < order; row++) {
    if (row === column) continue;
    const at = row * order;
    const factor = matrix[at + column]!;
    if (factor === 0) continue;
    matrix[at + column] = 0;
    for (let k = 0; k < order; k++) matrix[at + k]! -= factor * matrix[start + k]!;
  }
}

function swapRows(matrix: Float64Array, a: number, b: number, order: number): void {
  for (let k = 0; k < order; k++) {
    const value = matrix[a * order + k]!;
    matrix[a * order + k] = matrix[b * order + k]!;
    matrix[b * order + k] = value;
  }
}

function swapColumns(matrix: Float64Array, a: number, b: number, order: number): void {
  for (let k = 0; k < order; k++) {
    const value = matrix[k * order + a]!;
    matrix[k * order + a] = matrix[k * order + b]!;
    matrix[k * order + b] = value;
  }
}
