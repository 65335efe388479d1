import type { Space } from "./tree-states.js";

/** Stands among the closed states for all of them at once. */
const ALL = -1;

/** The open states at one node of the tree, with undo. */
export class Position {
  /** Per state 1 while it is open. */
  readonly open: Uint8Array;
  /** Per group the number of its open states. */
  readonly openCount: Int32Array;
  /** The groups with a closed state, in the order in which they lost their first. */
  readonly touched: number[] = [];
  readonly #space: Space;
  readonly #closed: number[] = [];
  #empty = 0;

  /** All states open. */
  constructor(space: Space) {
    this.#space = space;
    this.open = new Uint8Array(space.states.length).fill(1);
    this.openCount = Int32Array.from(space.starts.subarray(1), (end, g) => end - space.starts[g]!);
    for (const count of this.openCount) if (count === 0) this.#empty++;
  }

  /** Whether a group has no open state, so that no selection is left here. */
  get isEmpty(): boolean {
    return this.#empty > 0;
  }

  /** Names this position, to come back to. */
  get mark(): number {
    return this.#closed.length;
  }

  /** Closes a state; one that is closed already stays so. */
  close(state: number): void {
    if (this.open[state] === 0) return;
    const group = this.#space.groupOfState[state]!;
    if (this.openCount[group] === this.#space.starts[group + 1]! - this.#space.starts[group]!)
      this.touched.push(group);
    this.open[state] = 0;
    this.#closed.push(state);
    if (--this.openCount[group]! === 0) this.#empty++;
  }

  /** Closes everything. */
  closeAll(): void {
    this.#closed.push(ALL);
    this.#empty++;
  }

  /** Opens again what was closed since `mark`. */
  undo(mark: number): void {
    while (this.#closed.length > mark) {
      const state = this.#closed.pop()!;
      if (state === ALL) {
        this.#empty--;
        continue;
      }
      const group = this.#space.groupOfState[state]!;
      if (this.openCount[group]!++ === 0) this.#empty--;
      this.open[state] = 1;
      // Last closed, first opened: a group that is whole again is the last one that was touched.
      if (this.openCount[group] === this.#space.starts[group + 1]! - this.#space.starts[group]!)
        this.touched.pop();
    }
  }
}
