/** Which states are open at a node of a tree, and what closed the others. */
import type { Fact } from "./facts.js";
import type { Group, Space } from "./space.js";

/** A choice is left out (0) or awarded (1) on one side of a branch. */
export interface Branching {
  readonly kind: "branch";
  readonly place: number;
  readonly value: 0 | 1;
  /** The line that assumes it. */
  readonly line: number;
}

/** A vector closed states. */
export interface Closing {
  readonly kind: "close";
  /** Number of the node that closed them. */
  readonly node: number;
  /** States of the group that it closed. */
  readonly states: readonly number[];
  /** What a derivation can use of it; null where none was written. */
  readonly facts: readonly Fact[] | null;
}

/** What is known of a group at a node, the oldest first. */
export type Restriction = Branching | Closing;

/** The open states at one node, with undo. */
export class Position {
  readonly #space: Space;
  readonly #starts: Int32Array;
  readonly #open: Uint8Array;
  readonly #restrictions = new Map<number, Restriction[]>();
  /** States closed, and before each restriction's states a mark `-1 - group`. */
  readonly #log: number[] = [];
  readonly #openCount: Int32Array;
  readonly #empty: number[] = [];

  constructor(space: Space) {
    this.#space = space;
    this.#starts = new Int32Array(space.groups.length + 1);
    space.groups.forEach(({ states }, g) => {
      this.#starts[g + 1] = this.#starts[g]! + states.length;
    });
    this.#openCount = Int32Array.from(space.groups, ({ states }) => states.length);
    this.#open = new Uint8Array(this.#starts.at(-1)!).fill(1);
    this.#openCount.forEach((count, g) => {
      if (count === 0) this.#empty.push(g);
    });
  }

  /** A group without open states, where there is one: then no selection is left here. */
  get emptyGroup(): number | null {
    return this.#empty[0] ?? null;
  }

  isOpen(group: number, state: number): boolean {
    return this.#open[this.#starts[group]! + state] === 1;
  }

  openCount(group: number): number {
    return this.#openCount[group]!;
  }

  restrictionsOf(group: number): readonly Restriction[] {
    return this.#restrictions.get(group) ?? [];
  }

  /** Groups with a restriction, in the order in which they got their first. */
  get restricted(): Iterable<number> {
    return this.#restrictions.keys();
  }

  /** Groups that got a restriction since `mark`. */
  restrictedSince(mark: number): ReadonlySet<number> {
    const groups = new Set<number>();
    for (let at = mark; at < this.#log.length; at++) {
      const entry = this.#log[at]!;
      if (entry < 0) groups.add(-1 - entry);
    }
    return groups;
  }

  /** Names this position, to come back to. */
  get mark(): number {
    return this.#log.length;
  }

  /** Closes the states of a group that a branch rules out. */
  branch(group: number, restriction: Branching): void {
    const { states } = this.#space.groups[group]!;
    this.#begin(group, restriction);
    states.forEach((state, s) => {
      if (!allows(state, restriction)) this.#close(group, s);
    });
  }

  /** Closes states of a group. */
  close(group: number, restriction: Closing): void {
    this.#begin(group, restriction);
    for (const state of restriction.states) this.#close(group, state);
  }

  /** Opens what was closed since `mark`, and forgets its restrictions. */
  undo(mark: number): void {
    const reopened: number[] = [];
    while (this.#log.length > mark) {
      const entry = this.#log.pop()!;
      if (entry >= 0) {
        reopened.push(entry);
        continue;
      }
      const group = -1 - entry;
      if (reopened.length > 0 && this.#openCount[group] === 0)
        this.#empty.splice(this.#empty.indexOf(group), 1);
      for (const state of reopened) this.#open[state] = 1;
      this.#openCount[group]! += reopened.length;
      reopened.length = 0;
      const list = this.#restrictions.get(group)!;
      list.pop();
      if (list.length === 0) this.#restrictions.delete(group);
    }
  }

  #begin(group: number, restriction: Restriction): void {
    this.#log.push(-1 - group);
    const list = this.#restrictions.get(group);
    if (list === undefined) this.#restrictions.set(group, [restriction]);
    else list.push(restriction);
  }

  #close(group: number, state: number): void {
    const at = this.#starts[group]! + state;
    if (this.#open[at] === 0) return;
    this.#open[at] = 0;
    this.#log.push(at);
    if (--this.#openCount[group]! === 0) this.#empty.push(group);
  }
}

/** Whether a branch leaves a state open. */
export function allows(state: readonly number[], { place, value }: Branching): boolean {
  return state.includes(place) === (value === 1);
}

/** The states of a group that restrictions leave open, ascending. */
export function openStates(group: Group, restrictions: readonly Restriction[]): readonly number[] {
  const open: number[] = [];
  for (let s = 0; s < group.states.length; s++) {
    let isOpen = true;
    for (const restriction of restrictions)
      if (restriction.kind === "branch") isOpen &&= allows(group.states[s]!, restriction);
      else isOpen &&= !restriction.states.includes(s);
    if (isOpen) open.push(s);
  }
  return open;
}
