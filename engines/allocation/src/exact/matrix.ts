/** The weights of a model, laid out three ways, because each is the quickest for some step of the simplex method. */

/** Weights by entry, as they are computed. */
export interface Weights {
  readonly starts: Int32Array;
  /** Index in `prepared.rows`. */
  readonly rows: Int32Array;
  /** Scaled. */
  readonly values: Float64Array;
}

/** Scaled weights of the entries of a model in its rows. */
export interface Matrix {
  /** Weight of entry e in row i, at `i * entryCount + e`. */
  readonly dense: Float64Array;
  /** The same by entry, without zeros. */
  readonly sparseStarts: Int32Array;
  readonly sparseRows: Int32Array;
  readonly sparseValues: Float64Array;
  /** The same by row: entries ascending. */
  readonly rowStarts: Int32Array;
  readonly rowEntries: Int32Array;
  readonly rowValues: Float64Array;
}

/**
 * The matrix of some rows.
 *
 * @param numberOf per row of `prepared.rows` its number in the model, or -1 where it is left out
 */
export function matrixOf(weights: Weights, numberOf: Int32Array, rowCount: number): Matrix {
  const entryCount = weights.starts.length - 1;
  const dense = new Float64Array(rowCount * entryCount);
  const rowStarts = new Int32Array(rowCount + 1);
  const sparseStarts = new Int32Array(entryCount + 1);
  const sparseRows = new Int32Array(weights.rows.length);
  const sparseValues = new Float64Array(weights.rows.length);
  let filled = 0;
  for (let entry = 0; entry < entryCount; entry++) {
    for (let at = weights.starts[entry]!; at < weights.starts[entry + 1]!; at++) {
      const row = numberOf[weights.rows[at]!]!;
      if (row < 0) continue;
      sparseRows[filled] = row;
      sparseValues[filled++] = weights.values[at]!;
      dense[row * entryCount + entry] = weights.values[at]!;
      rowStarts[row + 1]!++;
    }
    sparseStarts[entry + 1] = filled;
  }
  for (let row = 0; row < rowCount; row++) rowStarts[row + 1]! += rowStarts[row]!;
  const next = rowStarts.slice();
  const rowEntries = new Int32Array(filled);
  const rowValues = new Float64Array(filled);
  for (let entry = 0; entry < entryCount; entry++)
    for (let at = sparseStarts[entry]!; at < sparseStarts[entry + 1]!; at++) {
      const slot = next[sparseRows[at]!]!++;
      rowEntries[slot] = entry;
      rowValues[slot] = sparseValues[at]!;
    }
  return { dense, sparseStarts, sparseRows, sparseValues, rowStarts, rowEntries, rowValues };
}
