/** The program with its groups and, column by column, the rows that need a multiplier. Built once per search. */
import { type Cut, rowOfCut } from "./cuts/cut.js";
import { type Groups, groupsOf } from "./groups.js";
import { areSumsExact, type IntegerProgram, isExactInDoubles, type ProgramRow } from "./program.js";

/** A program ready for relaxation. */
export interface Prepared {
  readonly program: IntegerProgram;
  readonly groups: Groups;
  /** Inequalities that strengthen the relaxation. */
  readonly cuts: readonly Cut[];
  /** The rows with multipliers, in the order of `groups.explicit`, and after them the cuts. */
  readonly rows: readonly ProgramRow[];
  /** Per row with multipliers whether double arithmetic on all of it is exact. */
  readonly exact: readonly boolean[];
  /** Per row with multipliers whether double arithmetic on the columns of one group is exact. */
  readonly exactWithinGroups: readonly boolean[];
  /** A power of two near the mean size of the row's coefficients; rows are divided by it. */
  readonly scale: Float64Array;
  /** Entries of column j are `entryStarts[j]` up to `entryStarts[j + 1]`. */
  readonly entryStarts: Int32Array;
  /** Index in `rows`. */
  readonly entryRows: Int32Array;
  /** Coefficient, rounded to a double where it is larger than 2^53. */
  readonly entryValues: Float64Array;
}

/** Groups and transposes a program. */
export function prepare(program: IntegerProgram): Prepared {
  return transpose(program, groupsOf(program), []);
}

/** The same program with other cuts. */
export function withCuts({ program, groups }: Prepared, cuts: readonly Cut[]): Prepared {
  return transpose(program, groups, cuts);
}

function transpose(program: IntegerProgram, groups: Groups, cuts: readonly Cut[]): Prepared {
  const rows = [...groups.explicit.map((index) => program.rows[index]!), ...cuts.map(rowOfCut)];
  const columns = program.scores.length;
  const entryStarts = new Int32Array(columns + 1);
  for (const row of rows) for (const column of row.indices) entryStarts[column + 1]!++;
  for (let column = 0; column < columns; column++) entryStarts[column + 1]! += entryStarts[column]!;
  const next = entryStarts.slice();
  const entryRows = new Int32Array(entryStarts[columns]!);
  const entryValues = new Float64Array(entryStarts[columns]!);
  const scale = new Float64Array(rows.length).fill(1);
  rows.forEach((row, index) => {
    let size = 0;
    row.indices.forEach((column, at) => {
      const value = Number(row.coefficients[at]);
      size += Math.abs(value);
      const slot = next[column]!++;
      entryRows[slot] = index;
      entryValues[slot] = value;
    });
    if (size > 0) scale[index] = 2 ** Math.round(Math.log2(size / row.indices.length));
  });
  return {
    program,
    groups,
    cuts,
    rows,
    exact: rows.map(isExactInDoubles),
    exactWithinGroups: rows.map((row) => areSumsExact(row, 2 * largestState(groups))),
    scale,
    entryStarts,
    entryRows,
    entryValues,
  };
}

/** The most columns that are at 1 together in one state. */
function largestState({ columnStarts }: Groups): number {
  let largest = 0;
  for (let state = 0; state + 1 < columnStarts.length; state++)
    largest = Math.max(largest, columnStarts[state + 1]! - columnStarts[state]!);
  return largest;
}
