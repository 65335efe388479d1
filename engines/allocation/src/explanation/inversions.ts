/** Pair inversions: who scored more than an awarded application and got nothing, and the rows that explain it. */
import type { Inversion } from "../model/explanation.js";
import { leftSide, sumsOf } from "../problem/evaluate.js";
import type { Problem } from "../problem/problem.js";
import { triedChoices } from "../ranking/order.js";

/** All inversions of an outcome, in canonical order of applications; docs/formats/explanation.md. */
export function inversionsOf(problem: Problem, selection: readonly number[]): readonly Inversion[] {
  const { round, choices, columns, rows, rowsOfVector } = problem;
  const awards = [...selection].sort((a, b) => choices[a]!.score - choices[b]!.score || a - b);
  const lowest = awards[0];
  if (lowest === undefined) return [];
  const scores = awards.map((choice) => choices[choice]!.score);
  const funded = new Set(selection.map((choice) => choices[choice]!.application));
  const sums = sumsOf(
    problem,
    selection.filter((choice) => choice !== lowest),
  );
  const holds = (row: number) => leftSide(rows[row]!, sums) <= rows[row]!.rhs;
  const broken = rows.flatMap((_, row) => (holds(row) ? [] : [row]));
  const rowsWith = (choice: number) => {
    const touched = new Set<number>();
    const move = (sign: 1 | -1) => {
      for (let k = columns.starts[choice]!; k < columns.starts[choice + 1]!; k += 1)
        sums[columns.vectors[k]!]! += sign * columns.values[k]!;
    };
    for (let k = columns.starts[choice]!; k < columns.starts[choice + 1]!; k += 1)
      for (const row of rowsOfVector[columns.vectors[k]!]!) touched.add(row);
    move(1);
    const inTheWay = [
      ...broken.filter((row) => !touched.has(row)),
      ...[...touched].filter((row) => !holds(row)),
    ];
    move(-1);
    return inTheWay.sort((a, b) => a - b).map((row) => rows[row]!.id);
  };
  return round.applications.flatMap(({ id }, application): Inversion[] => {
    const choice = triedChoices(problem, application)[0]!;
    if (funded.has(application) || choices[choice]!.score <= scores[0]!) return [];
    return [
      {
        application: id,
        count: countBelow(scores, choices[choice]!.score),
        over: round.applications[choices[lowest]!.application]!.id,
        rows: rowsWith(choice),
      },
    ];
  });
}

/** How many of ascending numbers are below a value. */
function countBelow(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
