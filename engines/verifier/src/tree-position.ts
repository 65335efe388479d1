import type { Space } from "./states.js";
import { addState, type Parts } from "./tree-parts.js";

/** Stands among the closed states for all of them at once. */
const ALL = -1;

/** The open states at one node of the tree, with undo. */
export class Position {
  /** Per state 1 while it is open. */
  readonly open: Uint8Array;
  /** What the states add up to that are the only open one of their group. */
  readonly decided: Float64Array;
  readonly #space: Space;
  readonly #parts: Parts;
  readonly #openCount: Int32Array;
  readonly #closed: number[] = [];
  /** The groups with more open states than one come first; behind them those decided, the last one first. */
  readonly #groups: Int32Array;
  /** Per group its place in that list. */
  readonly #places: Int32Array;
  #undecided = 0;
  #empty = 0;

  /** All states open. */
  constructor(space: Space, parts: Parts) {
    this.#space = space;
    this.#parts = parts;
    this.open = new Uint8Array(space.groupOfState.length).fill(1);
    this.decided = new Float64Array(parts.sumCount);
    const groups = space.starts.length - 1;
    this.#openCount = Int32Array.from({ length: groups }, (_, g) => space.starts[g + 1]! - space.starts[g]!);
    this.#groups = Int32Array.from({ length: groups }, (_, g) => g);
    this.#places = Int32Array.from(this.#groups);
    this.#undecided = groups;
    for (const [g, count] of this.#openCount.entries()) {
      if (count === 0) this.#empty++;
      if (count === 1) this.#decide(g);
    }
  }

  /** Whether a group has no open state, so that no selection is left here. */
  get isEmpty(): boolean {
    return this.#empty > 0;
  }

  /** The groups with more than one open state, where `isEmpty` is false. */
  get undecided(): Int32Array {
    return this.#groups.subarray(0, this.#undecided);
  }

  /** Names this position, to come back to. */
  get mark(): number {
    return this.#closed.length;
  }

  /** Closes a state; one that is closed already stays so. */
  close(state: number): void {
    if (this.open[state] === 0) return;
    const group = this.#space.groupOfState[state]!;
    this.open[state] = 0;
    this.#closed.push(state);
    const count = --this.#openCount[group]!;
    if (count === 0) this.#empty++;
    if (count === 1) this.#decide(group);
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
      const count = this.#openCount[group]!++;
      if (count === 0) this.#empty--;
      // The group decided last is undecided first, so that it is the first one behind those undecided.
      if (count === 1) {
        addState(this.#parts, this.#onlyOpen(group), this.decided, -1);
        this.#undecided++;
      }
      this.open[state] = 1;
    }
  }

  #decide(group: number): void {
    const last = --this.#undecided;
    const other = this.#groups[last]!;
    const place = this.#places[group]!;
    this.#groups[place] = other;
    this.#places[other] = place;
    this.#groups[last] = group;
    this.#places[group] = last;
    addState(this.#parts, this.#onlyOpen(group), this.decided, 1);
  }

  #onlyOpen(group: number): number {
    return this.open.indexOf(1, this.#space.starts[group]);
  }
}
