/** Which open states of a program leave a choice about a column. */
import type { Prepared } from "../../exact/prepared.js";

/** The states beside each column. A set of open states is one number per state of `prepared.groups`, 0 for closed. */
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

  /** Whether the open states of the column's group all have it or all lack it. */
  isSettled(open: Uint8Array, column: number): boolean {
    let isHad = false;
    let isLacked = false;
    for (const state of this.#statesBeside(column)) {
      if (open[state] === 0) continue;
      if (this.#has(state, column)) isHad = true;
      else isLacked = true;
    }
    return !(isHad && isLacked);
  }

  /** The open states in which the column has a value, and those of the other groups. */
  with(open: Uint8Array, column: number, value: 0 | 1): Uint8Array {
    const left = open.slice();
    for (const state of this.#statesBeside(column))
      if (this.#has(state, column) !== (value === 1)) left[state] = 0;
    return left;
  }

  /** The states of a column's group. */
  *#statesBeside(column: number): Generator<number> {
    const { starts } = this.#prepared.groups;
    const group = this.#groupOfColumn[column]!;
    for (let state = starts[group]!; state < starts[group + 1]!; state++) yield state;
  }

  #has(state: number, column: number): boolean {
    const { columnStarts, columns } = this.#prepared.groups;
    for (let at = columnStarts[state]!; at < columnStarts[state + 1]!; at++)
      if (columns[at] === column) return true;
    return false;
  }
}
