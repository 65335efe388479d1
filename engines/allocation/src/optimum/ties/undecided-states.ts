/** The states of a program that are still open while its columns are settled one by one. */
import type { Prepared } from "../../exact/prepared.js";

/** Open states, and which columns they leave a choice about. */
export class UndecidedStates {
  readonly #prepared: Prepared;
  readonly #groupOfColumn: Int32Array;
  #open: Uint8Array;

  /** @param open per state of `prepared.groups` whether it is open; at least one per group */
  constructor(prepared: Prepared, open: Uint8Array) {
    const { groups, program } = prepared;
    this.#prepared = prepared;
    this.#open = open;
    this.#groupOfColumn = new Int32Array(program.scores.length);
    for (let group = 0; group < groups.count; group++) {
      const [from, to] = [groups.columnStarts[groups.starts[group]!]!, groups.columnStarts[groups.starts[group + 1]!]!];
      for (let at = from; at < to; at++) this.#groupOfColumn[groups.columns[at]!] = group;
    }
  }

  /** Per state whether it is open. */
  get open(): Uint8Array {
    return this.#open;
  }

  /** Leaves these states only. Returns whether that closed any. */
  narrow(open: Uint8Array): boolean {
    const closes = this.#open.some((isOpen, state) => isOpen !== 0 && open[state] === 0);
    this.#open = open;
    return closes;
  }

  /** Whether the open states of the column's group all have it or all lack it. */
  isSettled(column: number): boolean {
    const seen = new Set<boolean>();
    for (const state of this.#statesBeside(column)) if (this.#open[state] !== 0) seen.add(this.#has(state, column));
    return seen.size < 2;
  }

  /** The open states when the column has a value; the set stays as it is. */
  with(column: number, value: 0 | 1): Uint8Array {
    const open = this.#open.slice();
    for (const state of this.#statesBeside(column)) if (this.#has(state, column) !== (value === 1)) open[state] = 0;
    return open;
  }

  /** The states of a column's group. */
  *#statesBeside(column: number): Generator<number> {
    const { starts } = this.#prepared.groups;
    const group = this.#groupOfColumn[column]!;
    for (let state = starts[group]!; state < starts[group + 1]!; state++) yield state;
  }

  #has(state: number, column: number): boolean {
    const { columnStarts, columns } = this.#prepared.groups;
    for (let at = columnStarts[state]!; at < columnStarts[state + 1]!; at++) if (columns[at] === column) return true;
    return false;
  }
}
