/** What closed states mean as inequalities over the columns of their group. */
import type { Restriction } from "./position.js";
import type { Group } from "./space.js";

/** "Not all of `all` without any of `none`": `sum of all - sum of none <= (number of all) - 1`. Places of a group. */
export interface Clause {
  readonly all: readonly number[];
  readonly none: readonly number[];
}

/** A clause that has been derived: by a line of its own, or as one of several that a line adds up. */
export interface Fact {
  readonly clause: Clause;
  readonly source: { readonly line: number } | { readonly sum: FactSum; readonly index: number };
}

/**
 * A line that says of several clauses together that they hold: the sum of their left sides is at most the sum of their
 * right sides. Each left side is at least its right side on every state that was still open, so each holds by itself.
 */
export interface FactSum {
  readonly line: number;
  /** Number of the node that made it. Clauses rest on facts of smaller numbers only. */
  readonly node: number;
  readonly parts: readonly {
    readonly group: number;
    readonly clause: Clause;
    /** What was known of the group before. */
    readonly before: readonly Restriction[];
  }[];
}

/** Whether a state is one of those that the clause rules out. */
export function violates(state: readonly number[], { all, none }: Clause): boolean {
  return all.every((place) => state.includes(place)) && !none.some((place) => state.includes(place));
}

/** Left side less right side at a state: 1 where the clause is violated, else at most 0. */
export function excess(state: readonly number[], { all, none }: Clause): number {
  const count = (places: readonly number[]) => places.filter((place) => state.includes(place)).length;
  return count(all) - count(none) - (all.length - 1);
}

/** Coefficients of the left side, times `factor`. */
export function clauseValues({ all, none }: Clause, width: number, factor = 1n): bigint[] {
  const values = new Array<bigint>(width).fill(0n);
  for (const place of all) values[place] = factor;
  for (const place of none) values[place] = -factor;
  return values;
}

/** Clauses, as short as can be, that rule out the states of `closed` and none of `open`. */
export function clausesOf(
  group: Group,
  closed: readonly number[],
  open: readonly number[],
): readonly Clause[] {
  const kept = open.map((state) => group.states[state]!);
  const clauses: Clause[] = [];
  for (const number of closed) {
    const state = group.states[number]!;
    if (clauses.some((clause) => violates(state, clause))) continue;
    let clause: Clause = {
      all: state,
      none: group.columns.flatMap((_, place) => (state.includes(place) ? [] : [place])),
    };
    for (const side of ["none", "all"] as const)
      for (const place of clause[side]) {
        const shorter = { ...clause, [side]: clause[side].filter((other) => other !== place) };
        if (!kept.some((other) => violates(other, shorter))) clause = shorter;
      }
    clauses.push(clause);
  }
  return clauses;
}
