/** A round as the integer program of a VIPR file: which line stands for which bound, block and row. */
import type { IntegerProgram } from "../exact/index.js";
import { programOf } from "../optimum/program.js";
import type { Problem } from "../problem/problem.js";

/** A row `values·x <= rhs` over columns `indices`, as a line of the file. */
export interface LineRow {
  readonly line: number;
  /** -1 when the line is written the other way round, `-values·x >= -rhs`. */
  readonly sign: 1n | -1n;
  readonly indices: Int32Array;
  readonly values: readonly bigint[];
  readonly rhs: bigint;
}

/** The program and the numbers of its lines in the section CON. */
export interface Instance {
  readonly program: IntegerProgram;
  readonly scores: readonly bigint[];
  /** Greatest common divisor of all scores; 1 when all are zero. */
  readonly unit: bigint;
  /** Choices per application, ascending. */
  readonly members: readonly (readonly number[])[];
  readonly rows: readonly LineRow[];
  /** Lines in CON, and how many of them are bounds. */
  readonly lines: number;
  readonly bounds: number;
  /** The line `sum of the choices of an application <= 1`. */
  readonly blockLines: Int32Array;
}

/** Numbers the lines of CON: `x_j >= 0` is line j, then `x_j <= 1` of lone choices, other blocks, and the rows. */
export function instanceOf(problem: Problem): Instance {
  const program = programOf(problem);
  const members: number[][] = problem.round.applications.map(() => []);
  program.blocks.forEach((block, column) => {
    members[block]!.push(column);
  });
  const blockLines = new Int32Array(members.length);
  let next = program.scores.length;
  for (const [block, columns] of members.entries()) if (columns.length === 1) blockLines[block] = next++;
  const bounds = next;
  for (const [block, columns] of members.entries()) if (columns.length !== 1) blockLines[block] = next++;
  const rows = program.rows.map(({ indices, coefficients, rhs }): LineRow => {
    const values = Array.from(coefficients as ArrayLike<number | bigint>, BigInt);
    return { line: next++, sign: 1n, indices, values, rhs };
  });
  return {
    program,
    scores: Array.from(program.scores, BigInt),
    unit: BigInt(problem.divisor || 1),
    members,
    rows,
    lines: next,
    bounds,
    blockLines,
  };
}
