/**
 * Whether an objective is a non-negative combination of rows that hold with equality at a point, in whole numbers.
 *
 * By linear programming duality that is so exactly when no direction keeps all those rows and improves the objective:
 * the simplex method on a cone, with Bland's rule (1977), which cannot cycle. Pivots keep the tableau whole
 * (Edmonds, 1967; Bareiss, 1968): every entry is a minor of the input, so the rows of ones that tie applications
 * together keep it small.
 */

/** Multipliers over a common denominator. */
export interface ConeMultipliers {
  readonly rows: readonly bigint[];
  /** Of `x_j >= 0`, per column. */
  readonly columns: readonly bigint[];
  /** Above zero. */
  readonly denominator: bigint;
}

/**
 * Multipliers `y >= 0`, `z >= 0` with `objective = y·rows - z`, so that `rows·x <= 0` and `x >= 0` give
 * `objective·x <= 0`; null when there are none.
 */
export function coneMultipliers(
  rows: readonly (readonly bigint[])[],
  objective: readonly bigint[],
): ConeMultipliers | null {
  const width = objective.length;
  const total = width + rows.length;
  // Columns: the variables, then one slack per row. The last row is the objective, with its signs turned.
  const tableau: bigint[][] = rows.map((row, r) => [
    ...row,
    ...rows.map((_, slack) => (slack === r ? 1n : 0n)),
  ]);
  tableau.push([...objective.map((value) => -value), ...rows.map(() => 0n)]);
  const basis = rows.map((_, r) => width + r);
  const goal = tableau[rows.length]!;
  let denominator = 1n;
  for (;;) {
    const entering = goal.findIndex((value) => value < 0n);
    if (entering < 0) break;
    let leaving = -1;
    for (let r = 0; r < rows.length; r++)
      if (tableau[r]![entering]! > 0n && (leaving < 0 || basis[r]! < basis[leaving]!)) leaving = r;
    if (leaving < 0) return null;
    denominator = pivot(tableau, leaving, entering, denominator);
    basis[leaving] = entering;
  }
  return { rows: goal.slice(width, total), columns: goal.slice(0, width), denominator };
}

/** Pivots in place; returns the new common denominator, which is the pivot and above zero. */
function pivot(tableau: bigint[][], leaving: number, entering: number, denominator: bigint): bigint {
  const source = tableau[leaving]!;
  const by = source[entering]!;
  tableau.forEach((row, r) => {
    if (r === leaving) return;
    const factor = row[entering]!;
    for (let c = 0; c < row.length; c++) row[c] = (row[c]! * by - source[c]! * factor) / denominator;
  });
  return by;
}
