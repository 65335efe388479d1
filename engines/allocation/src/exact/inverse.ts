/**
 * Inverse of the small working basis. It is computed afresh for every basis: with r multipliers free that takes r^3
 * steps, less than pricing the columns, and no error ever accumulates.
 */

/** Below this size, relative to the largest entry of its column, a pivot counts as zero. */
const SINGULAR = 1e-11;

/**
 * Inverts the `order` by `order` matrix in `matrix` (row-major, overwritten) into `inverse`, by Gauss-Jordan
 * elimination with partial pivoting. False when it is singular to working precision.
 */
export function invert(matrix: Float64Array, inverse: Float64Array, order: number): boolean {
  inverse.fill(0, 0, order * order);
  for (let k = 0; k < order; k++) inverse[k * order + k] = 1;
  for (let column = 0; column < order; column++) {
    let pivotRow = column;
    let size = 0;
    let largest = 0;
    for (let row = 0; row < order; row++) {
      const value = Math.abs(matrix[row * order + column]!);
      if (value > largest) largest = value;
      if (row >= column && value > size) {
        size = value;
        pivotRow = row;
      }
    }
    if (size <= SINGULAR * largest || size === 0) return false;
    if (pivotRow !== column) {
      swapRows(matrix, pivotRow, column, order);
      swapRows(inverse, pivotRow, column, order);
    }
    const scale = 1 / matrix[column * order + column]!;
    for (let k = 0; k < order; k++) {
      matrix[column * order + k]! *= scale;
      inverse[column * order + k]! *= scale;
    }
    for (let row = 0; row < order; row++) {
      if (row === column) continue;
      const factor = matrix[row * order + column]!;
      if (factor === 0) continue;
      for (let k = 0; k < order; k++) {
        matrix[row * order + k]! -= factor * matrix[column * order + k]!;
        inverse[row * order + k]! -= factor * inverse[column * order + k]!;
      }
    }
  }
  return true;
}

function swapRows(matrix: Float64Array, a: number, b: number, order: number): void {
  for (let k = 0; k < order; k++) {
    const value = matrix[a * order + k]!;
    matrix[a * order + k] = matrix[b * order + k]!;
    matrix[b * order + k] = value;
  }
}
