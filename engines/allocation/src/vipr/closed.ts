/** What can be derived of one group when a vector closes states of it. */
import { type Clause, clausesOf, clauseValues, excess } from "./facts.js";
import type { Restriction } from "./position.js";
import { type Space, stateValue } from "./space.js";
import type { Walk } from "./walk.js";

/** What is derived of one group when its states are closed. */
export interface Closed {
  readonly group: number;
  readonly before: readonly Restriction[];
  readonly clauses: readonly Clause[];
  /** The `d` of its columns in the vector that closes. */
  readonly values: readonly bigint[];
  /** For each excess of a clause, the largest value falls by at least this. */
  readonly margin: bigint;
  /** Whether no open state has a negative excess, so that clauses can be added up. */
  readonly isSummable: boolean;
}

/**
 * What follows for a group from closing `states` at the walk's position.
 *
 * @param values the `d` of its columns
 * @param before what is known of the group there
 */
export function closedOf(
  group: number,
  states: readonly number[],
  values: readonly bigint[],
  walk: Walk,
  space: Space,
  before: readonly Restriction[],
): Closed {
  const own = space.groups[group]!;
  const gone = new Set(states);
  const openBefore = own.states.flatMap((_, s) => (walk.position.isOpen(group, s) ? [s] : []));
  const clauses = clausesOf(
    own,
    states,
    openBefore.filter((s) => !gone.has(s)),
  );
  const largest = walk.largest(group, values)!;
  let isSummable = true;
  let margin: bigint | null = null;
  for (const s of openBefore) {
    const state = own.states[s]!;
    const sizes = clauses.map((clause) => excess(state, clause));
    if (sizes.some((size) => size < 0)) isSummable = false;
    const size = sizes.reduce((sum, each) => sum + each, 0);
    if (size <= 0) continue;
    const left = (largest - stateValue(state, values)) / BigInt(size);
    if (margin === null || left < margin) margin = left;
  }
  return { group, before, clauses, values, margin: margin ?? 0n, isSummable };
}

/** The left sides of a group's clauses added up, times `factor`. */
export function clauseSum({ group, clauses }: Closed, factor: bigint, space: Space): readonly bigint[] {
  const width = space.groups[group]!.columns.length;
  const sum = new Array<bigint>(width).fill(0n);
  for (const clause of clauses)
    clauseValues(clause, width, factor).forEach((value, place) => {
      sum[place]! += value;
    });
  return sum;
}
