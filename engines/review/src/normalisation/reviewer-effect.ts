import { componentsOf, type Layout, meanOf } from "./layout.js";

/**
 * The effect of each reviewer in the additive two-way layout score = application + reviewer + noise, by least squares.
 *
 * Taking the applications out of the normal equations leaves one equation per reviewer r, with n_r reviews of
 * applications a that have k_a reviews:
 *
 *   n_r β_r − Σ_a Σ_{s reviews a} β_s / k_a = Σ_a (y_ar − mean of a)
 *
 * Only differences of β within a part of the graph are determined (Searle, "Linear Models", 1971, ch. 7: connectedness).
 * Per part the last reviewer is set to 0, the rest is solved by Cholesky's method (the matrix is positive definite then),
 * and all are shifted so that the mean of the part's scores does not change: Σ n_r β_r = 0. Only +, −, ×, ÷ and √ of
 * IEEE 754 doubles in a fixed order: every machine gives the same bits.
 */
export function reviewerEffects(layout: Layout): Float64Array {
  const effects = new Float64Array(layout.reviewers.length);
  for (const members of componentsOf(layout)) {
    const solved = solvePart(layout, members);
    const reviews = members.map((r) => layout.byReviewer[r]!.length);
    const total = reviews.reduce((sum, count) => sum + count, 0);
    const shift = solved.reduce((sum, effect, k) => sum + effect * reviews[k]!, 0) / total;
    for (let k = 0; k < members.length; k += 1) effects[members[k]!] = solved[k]! - shift;
  }
  return effects;
}

function solvePart(layout: Layout, members: readonly number[]): Float64Array {
  const size = members.length - 1;
  const place = new Map(members.map((r, k) => [r, k]));
  const matrix = Array.from({ length: size }, () => new Float64Array(size));
  const right = new Float64Array(size);
  const applications = new Set(
    members.flatMap((r) => layout.byReviewer[r]!.map(({ application }) => application)),
  );
  for (const application of [...applications].sort((one, other) => one - other)) {
    const cells = layout.byApplication[application]!;
    const mean = meanOf(cells);
    for (const { reviewer, score } of cells) {
      const row = place.get(reviewer)!;
      if (row === size) continue;
      matrix[row]![row]! += 1;
      right[row]! += score - mean;
      for (const other of cells) {
        const column = place.get(other.reviewer)!;
        if (column < size) matrix[row]![column]! -= 1 / cells.length;
      }
    }
  }
  const solution = new Float64Array(size + 1);
  solution.set(solvePositiveDefinite(matrix, right));
  return solution;
}

/** Solves a symmetric positive definite system by Cholesky's method; overwrites both arguments. */
function solvePositiveDefinite(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  for (let i = 0; i < size; i += 1) {
    const row = matrix[i]!;
    for (let j = 0; j <= i; j += 1) {
      const other = matrix[j]!;
      let sum = row[j]!;
      for (let k = 0; k < j; k += 1) sum -= row[k]! * other[k]!;
      row[j] = i === j ? Math.sqrt(sum) : sum / other[j]!;
    }
  }
  for (let i = 0; i < size; i += 1) {
    for (let k = 0; k < i; k += 1) right[i]! -= matrix[i]![k]! * right[k]!;
    right[i]! /= matrix[i]![i]!;
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < size; k += 1) right[i]! -= matrix[k]![i]! * right[k]!;
    right[i]! /= matrix[i]![i]!;
  }
  return right;
}
