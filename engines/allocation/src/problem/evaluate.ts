/** Exact evaluation of selections of choices. */
import type { Award, LimitFigure, Spent } from "../model/decision.js";
import type { Problem, Row } from "./problem.js";

/** Adds (`sign` 1) or takes away (-1) a choice from vector sums, in place. */
export function shift(problem: Problem, sums: Float64Array, choice: number, sign: 1 | -1): void {
  const { starts, vectors, values } = problem.columns;
  for (let k = starts[choice]!; k < starts[choice + 1]!; k += 1) sums[vectors[k]!]! += sign * values[k]!;
}

/** `vector . x` of every vector, exact, for the selection of these choices. */
export function sumsOf(problem: Problem, selection: Iterable<number>): Float64Array {
  const sums = new Float64Array(problem.vectors.length);
  for (const choice of selection) shift(problem, sums, choice, 1);
  return sums;
}

/** The left side of a row, exact. */
export function leftSide(row: Row, sums: Float64Array): bigint {
  return row.terms.reduce((sum, { vector, weight }) => sum + weight * BigInt(sums[vector]!), 0n);
}

/** Indices of the rows that do not hold. */
export function brokenRows(problem: Problem, sums: Float64Array): readonly number[] {
  return problem.rows.flatMap((row, index) => (leftSide(row, sums) > row.rhs ? [index] : []));
}

/** Whether a selection takes at most one choice of each application and meets every row. */
export function isFeasible(problem: Problem, selection: readonly number[]): boolean {
  const applications = new Set(selection.map((choice) => problem.choices[choice]!.application));
  return (
    applications.size === selection.length && brokenRows(problem, sumsOf(problem, selection)).length === 0
  );
}

/** Total score, exact. */
export function scoreOf(problem: Problem, selection: Iterable<number>): number {
  let score = 0;
  for (const choice of selection) score += problem.choices[choice]!.score;
  return score;
}

/** The awards of a selection in canonical order of applications. */
export function awardsOf(problem: Problem, selection: readonly number[]): readonly Award[] {
  return [...selection]
    .sort((a, b) => a - b)
    .map((index) => {
      const { application, option, score, amounts } = problem.choices[index]!;
      return { amounts, application: problem.round.applications[application]!.id, option, score };
    });
}

/** What awards cost, in all and from each budget. */
export function spentOn(problem: Problem, awards: readonly Award[]): Spent {
  const budgets: Record<string, number> = {};
  for (const { id } of problem.round.budgets)
    budgets[id] = awards.reduce((total, { amounts }) => total + (amounts[id] ?? 0), 0);
  return { total: Object.values(budgets).reduce((sum, amount) => sum + amount, 0), budgets };
}

/** The figures of all budgets and limits, in order of the rows. */
export function limitFigures(problem: Problem, sums: Float64Array): readonly LimitFigure[] {
  return problem.rows.flatMap((row): LimitFigure[] => {
    if (row.gauge === null) return [];
    const { value, of } = row.gauge;
    const held = "fixed" in of ? of.fixed : sums[of.vector]!;
    return [{ row: row.id, value: sums[value]!, of: held, met: leftSide(row, sums) <= row.rhs }];
  });
}
