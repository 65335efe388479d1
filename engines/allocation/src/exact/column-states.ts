/** Which open states of a program leave a choice about columns. */
import type { Prepared } from "./prepared.js";

/**
 * The states beside each column. A set of open states has one number per state of `prepared.groups`, 0 for closed;
 * columns asked about together are of one group.
 */
export class ColumnStates {
  readonly #prepared: Prepared;
  readonly #groupOfColumn: Int32Array;

  constructor(prepared: Prepared) {
    const { groups, program } = prepared;
    this.#prepared = prepared;
    this.#groupOfColumn = new Int32Array(program.scores.length);
    for (let group = 0; group < groups.count; group++) {
      const from = groups.columnStarts[groups.starts[group]!]!;
      const to = groups.columnStarts[groups.starts[group + 1]!]!;
      for (let at = from; at < to; at++) this.#groupOfColumn[groups.columns[at]!] = group;
    }
  }

  /** Whether the open states of the group all have one of the columns or all lack them. */
  isSettled(open: Uint8Array, columns: readonly number[]): boolean {
    let isHad = false;
    let isLacked = false;
    for (const state of this.#statesBeside(columns)) {
      if (open[state] === 0) continue;
      if (this.#hasAny(state, columns)) isHad = true;
      else isLacked = true;
    }
    return !(isHad && isLacked);
  }

  /** Whether an open state has the column. */
  isPossible(open: Uint8Array, column: number): boolean {
    for (const state of this.#statesBeside([column]))
      if (open[state] !== 0 && this.#hasAny(state, [column])) return true;
    return false;
  }

  /** The open states that have one of the columns (1) or lack them all (0), and those of the other groups. */
  with(open: Uint8Array, columns: readonly number[], value: 0 | 1): Uint8Array {
    const left = open.slice();
    for (const state of this.#statesBeside(columns))
      if (this.#hasAny(state, columns) !== (value === 1)) left[state] = 0;
    return left;
  }

  /** The states of the group of columns. */
  *#statesBeside(columns: readonly number[]): Generator<number> {
    const { starts } = this.#prepared.groups;
    const group = this.#groupOfColumn[columns[0]!]!;
    for (let state = starts[group]!; state < starts[group + 1]!; state++) yield state;
  }

  #hasAny(state: number, wanted: readonly number[]): boolean {
    const { columnStarts, columns } = this.#prepared.groups;
    for (let at = columnStarts[state]!; at < columnStarts[state + 1]!; at++)
      if (wanted.includes(columns[at]!)) return true;
    return false;
  }
}
