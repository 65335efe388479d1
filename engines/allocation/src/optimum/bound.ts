/**
 * Upper bounds from multipliers, in exact integers.
 *
 * Source: weak Lagrangian duality. For y >= 0 over rows `A x <= b`, every feasible x has
 * `c.x <= y.b + sum over groups of the largest (c - y.A) of the group's states`. Without rows that tie applications
 * together a group is one application and its states are nothing and each of its choices.
 */
import { type Groups, groupsOf } from "../exact/index.js";
import type { Multipliers } from "../model/decision.js";
import type { Problem } from "../problem/problem.js";
import { programOf, programOfRows } from "./program.js";

/** Applications that absorbed rows tie together, as groups with states over choices. */
export type Grouping = Groups;

/** Multipliers as integers over one denominator; `rows[r]` belongs to `problem.rows[r]` and is at least 0. */
export interface IntegerMultipliers {
  readonly denominator: bigint;
  readonly rows: readonly bigint[];
}

/** A bound and the reduced scores behind it, all times the denominator. */
export interface Bound {
  readonly total: bigint;
  /** Per choice `D c_j - y.A_j`. */
  readonly reduced: readonly bigint[];
  /** Per application the bound on outcomes that award it; null when no state of its group does. */
  readonly forced: readonly (bigint | null)[];
}

const searched = new WeakMap<Problem, Grouping>();

/** The grouping by the rows that a search absorbs (which is made once), or by those that a published bound names. */
export function groupingOf(problem: Problem, absorbed?: readonly string[]): Grouping {
  if (absorbed === undefined) {
    const grouping = searched.get(problem) ?? groupsOf(programOf(problem));
    searched.set(problem, grouping);
    return grouping;
  }
  const names = new Set(absorbed);
  const rows = new Set([...problem.rows.keys()].filter((row) => names.has(problem.rows[row]!.id)));
  return groupsOf(programOfRows(problem, rows), rows);
}

/** The bound of multipliers. `weight` 1 counts scores; 0 takes them as zero, as for an infeasible round. */
export function boundOf(
  problem: Problem,
  grouping: Grouping,
  { denominator, rows }: IntegerMultipliers,
  weight: 0 | 1 = 1,
): Bound {
  const reduced = reducedScores(problem, rows, denominator * BigInt(weight));
  let total = 0n;
  rows.forEach((y, r) => {
    if (y !== 0n) total += y * problem.rows[r]!.rhs;
  });
  const applications: Tops = {
    own: problem.round.applications.map(() => null),
    group: problem.round.applications.map(() => 0n),
  };
  for (let group = 0; group < grouping.count; group += 1)
    total += addGroup(problem, grouping, group, reduced, applications);
  const forced = applications.own.map((own, i) =>
    own === null ? null : total - applications.group[i]! + own,
  );
  return { total, reduced, forced };
}

/** Per application the largest worth of a state with it (null: there is none), and of any state of its group. */
interface Tops {
  readonly own: (bigint | null)[];
  readonly group: bigint[];
}

/** The largest worth of a group's states; it and that of the states with each application are noted. */
function addGroup(
  { choices }: Problem,
  { starts, columnStarts, columns }: Grouping,
  group: number,
  reduced: readonly bigint[],
  { own, group: tops }: Tops,
): bigint {
  const [first, end] = [starts[group]!, starts[group + 1]!];
  let top: bigint | null = null;
  for (let state = first; state < end; state += 1) {
    let value = 0n;
    for (let k = columnStarts[state]!; k < columnStarts[state + 1]!; k += 1) value += reduced[columns[k]!]!;
    if (top === null || value > top) top = value;
    for (let k = columnStarts[state]!; k < columnStarts[state + 1]!; k += 1) {
      const { application } = choices[columns[k]!]!;
      const known = own[application]!;
      if (known === null || value > known) own[application] = value;
    }
  }
  // The empty selection is a state of every group.
  const largest = top ?? 0n;
  for (let k = columnStarts[first]!; k < columnStarts[end]!; k += 1)
    tops[choices[columns[k]!]!.application] = largest;
  return largest;
}

/** The largest objective a bound allows: rounded down, and to a multiple of the scores' common divisor. */
export function roundedBound(problem: Problem, total: bigint, denominator: bigint): number {
  const whole = floorDivide(total, denominator);
  const step = BigInt(problem.divisor);
  return Number(step === 0n ? whole : floorDivide(whole, step) * step);
}

/** Division rounded towards minus infinity; the divisor is positive. */
export function floorDivide(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor;
  return value % divisor < 0n ? quotient - 1n : quotient;
}

/** Multipliers as they are published: rows with zero left out. */
export function publishMultipliers(
  problem: Problem,
  { absorbed }: Grouping,
  multipliers: IntegerMultipliers,
  total: bigint,
): Multipliers {
  const rows: Record<string, string> = {};
  multipliers.rows.forEach((y, r) => {
    if (y !== 0n) rows[problem.rows[r]!.id] = String(y);
  });
  return {
    denominator: String(multipliers.denominator),
    rows,
    ...(absorbed.length === 0 ? {} : { absorbed: absorbed.map((row) => problem.rows[row]!.id) }),
    bound: String(total),
  };
}

/** Published multipliers as integers. */
export function readMultipliers(problem: Problem, published: Multipliers): IntegerMultipliers {
  return {
    denominator: BigInt(published.denominator),
    rows: problem.rows.map(({ id }) => BigInt(published.rows[id] ?? 0)),
  };
}

/** Per choice `unit * score` less what it uses at the multipliers. */
function reducedScores(problem: Problem, rows: readonly bigint[], unit: bigint): readonly bigint[] {
  const prices = pricesOf(problem, rows);
  const { starts, vectors, values } = problem.columns;
  return problem.choices.map(({ score }, j) => {
    let value = unit * BigInt(score);
    for (let k = starts[j]!; k < starts[j + 1]!; k += 1) {
      const price = prices[vectors[k]!]!;
      if (price !== 0n) value -= price * BigInt(values[k]!);
    }
    return value;
  });
}

/** What one unit of each vector costs under the multipliers. */
function pricesOf(problem: Problem, rows: readonly bigint[]): readonly bigint[] {
  const prices: bigint[] = problem.vectors.map(() => 0n);
  rows.forEach((y, r) => {
    if (y !== 0n) for (const { vector, weight } of problem.rows[r]!.terms) prices[vector]! += y * weight;
  });
  return prices;
}
