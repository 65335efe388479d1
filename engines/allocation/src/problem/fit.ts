/** Whether one more choice fits, row by row, while a list is walked down. */
import { leftSide, shift } from "./evaluate.js";
import type { Problem } from "./problem.js";

/** A row of one vector as `vector . x <= cap`. */
interface Cap {
  readonly row: number;
  readonly cap: number;
}

/** The rows a walk honours, arranged per vector. */
export interface Fit {
  readonly caps: readonly (readonly Cap[])[];
  /** Rows with several terms (`requires`), per vector they use. */
  readonly joint: readonly (readonly number[])[];
}

/** Arranges the walkable rows of a problem. */
export function fitOf(problem: Problem): Fit {
  const caps: Cap[][] = problem.vectors.map(() => []);
  const joint: number[][] = problem.vectors.map(() => []);
  problem.rows.forEach((row, index) => {
    if (!row.walkable) return;
    const [first, ...others] = row.terms;
    if (first === undefined) return;
    // All walkable rows with one term have a positive weight and a right side of at least 0.
    if (others.length === 0) caps[first.vector]!.push({ row: index, cap: Number(row.rhs / first.weight) });
    else for (const { vector } of row.terms) joint[vector]!.push(index);
  });
  return { caps, joint };
}

/** The walkable rows that do not hold once `choice` is added to `sums`, in order. */
export function obstacles(problem: Problem, fit: Fit, sums: Float64Array, choice: number): readonly number[] {
  const { starts, vectors, values } = problem.columns;
  const rows: number[] = [];
  let joint = false;
  for (let k = starts[choice]!; k < starts[choice + 1]!; k += 1) {
    const vector = vectors[k]!;
    const sum = sums[vector]! + values[k]!;
    for (const { row, cap } of fit.caps[vector]!) if (sum > cap) rows.push(row);
    joint ||= fit.joint[vector]!.length > 0;
  }
  if (joint) {
    shift(problem, sums, choice, 1);
    for (let k = starts[choice]!; k < starts[choice + 1]!; k += 1)
      for (const row of fit.joint[vectors[k]!]!)
        if (leftSide(problem.rows[row]!, sums) > problem.rows[row]!.rhs) rows.push(row);
    shift(problem, sums, choice, -1);
  }
  return rows.length < 2 ? rows : [...new Set(rows)].sort((a, b) => a - b);
}
