/** The row that holds the money of a selection below a limit, as the trees of a tie-break have it. */
import type { IntegerProgram, ProgramRow } from "../../exact/index.js";
import type { Problem } from "../../problem/problem.js";

/** The program of a problem with one more row after its own: `sum of total amounts <= most`. */
export function withSpendingRow(problem: Problem, program: IntegerProgram, most: number): IntegerProgram {
  const { choices } = problem;
  const indices = Int32Array.from(choices.keys()).filter((choice) => choices[choice]!.total !== 0);
  const row: ProgramRow = {
    indices,
    coefficients: Float64Array.from(indices, (choice) => choices[choice]!.total),
    rhs: BigInt(most),
  };
  return { ...program, rows: [...program.rows, row] };
}

/** How many steps of money a selection begins. `chosen` has 1 for chosen choices. */
export function stepsBegun({ choices }: Problem, chosen: Uint8Array, step: number): number {
  return stepsOf(
    choices.reduce((sum, { total }, choice) => sum + chosen[choice]! * total, 0),
    step,
  );
}

/** `ceil(total / step)` of whole numbers, exact: the quotient of two doubles could be rounded past a step. */
export function stepsOf(total: number, step: number): number {
  const rest = total % step;
  return (total - rest) / step + (rest === 0 ? 0 : 1);
}
