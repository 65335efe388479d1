/** Groups of applications and their states (docs/formats/tree.md, "Groups and states"). */

import type { Choice, Compiled } from "./compile.js";
import { refuse } from "./refusal.js";
import type { Work } from "./work.js";

/** A group with more states is refused. */
const MAX_STATES = 4_096;

/** While a group is enumerated, more partial selections at once are refused. */
const MAX_PARTIAL = 16 * MAX_STATES;

/** The groups and their states, numbered through. */
export interface Space {
  /** Per column its group. */
  readonly groupOf: Int32Array;
  /** The states of group g are numbers `starts[g]` up to `starts[g + 1]`. */
  readonly starts: Int32Array;
  /** The columns in state s, ascending, are `members[memberStarts[s]]` up to `members[memberStarts[s + 1]]`. */
  readonly memberStarts: Int32Array;
  readonly members: Int32Array;
  /** Per state its group. */
  readonly groupOfState: Int32Array;
}

/** Whether a column is in a state. */
export function isIn({ memberStarts, members }: Space, column: number, state: number): boolean {
  for (let m = memberStarts[state]!; m < memberStarts[state + 1]!; m++)
    if (members[m] === column) return true;
  return false;
}

/** Coefficients of one column in absorbed rows: pairs of row number and value. */
type Entries = readonly (readonly [row: number, value: bigint])[];

const NONE: Entries = [];

/** Per round and list of absorbed rows the groups made of it: the bound and its tree mostly absorb the same rows. */
const made = new WeakMap<Compiled, Map<string, Space>>();

/** The groups and their states, as `enumerate` makes them; once for the same rows of the same round. */
export function makeSpace(compiled: Compiled, absorbed: readonly number[], work: Work, where: string): Space {
  const spaces = made.get(compiled) ?? new Map<string, Space>();
  const key = absorbed.join();
  const space = spaces.get(key) ?? enumerate(compiled, absorbed, work, where);
  made.set(compiled, spaces.set(key, space));
  return space;
}

/**
 * Makes the groups and enumerates their states. An absorbed row without any column says nothing about states and is
 * left out, which can only weaken what is proven with them.
 *
 * @param absorbed numbers of rows
 * @throws {Refusal} when a group has too many states.
 */
function enumerate(compiled: Compiled, absorbed: readonly number[], work: Work, where: string): Space {
  const { columns } = compiled;
  const entries = absorbedEntries(compiled, absorbed);
  const groups = groupColumns(compiled, entries);
  const groupOf = new Int32Array(columns.length);
  const starts = new Int32Array(groups.length + 1);
  const memberStarts: number[] = [0];
  const members: number[] = [];
  for (const [g, group] of groups.entries()) {
    const found = group.every((j) => entries[j] === NONE)
      ? [[], ...group.map((j) => [j])]
      : statesOf(group, columns, entries, (row) => compiled.rows[row]!.limit, work);
    if (found === undefined || found.length > MAX_STATES)
      return refuse(
        where,
        `Een groep heeft meer dan ${MAX_STATES} toestanden.`,
        `A group has more than ${MAX_STATES} states.`,
      );
    for (const column of group) groupOf[column] = g;
    for (const state of found) {
      for (const column of state) members.push(column);
      memberStarts.push(members.length);
    }
    starts[g + 1] = starts[g]! + found.length;
  }
  const groupOfState = new Int32Array(starts[groups.length]!);
  for (let g = 0; g < groups.length; g++) groupOfState.fill(g, starts[g], starts[g + 1]);
  return {
    groupOf,
    starts,
    memberStarts: Int32Array.from(memberStarts),
    members: Int32Array.from(members),
    groupOfState,
  };
}

/** Per column its non-zero coefficients in absorbed rows. */
function absorbedEntries({ rows, rowsOfSum, columns }: Compiled, absorbed: readonly number[]): Entries[] {
  const numbers = new Map(absorbed.map((number) => [rows[number]!, number]));
  const absorbedOfSum = rowsOfSum.map((own) => own.filter((row) => numbers.has(row)));
  return columns.map(({ parts }) => {
    if (parts.every(({ sum }) => absorbedOfSum[sum]!.length === 0)) return NONE;
    const values = new Map<number, bigint>();
    for (const { sum, weight } of parts)
      for (const row of absorbedOfSum[sum]!) {
        const number = numbers.get(row)!;
        for (const term of row.terms)
          if (term.sum === sum) values.set(number, (values.get(number) ?? 0n) + term.factor * BigInt(weight));
      }
    const found = [...values].filter(([, value]) => value !== 0n);
    return found.length === 0 ? NONE : found;
  });
}

/** Columns by group, ascending in each: those of one application, and of applications that share an absorbed row. */
function groupColumns(
  { columns, choices }: Compiled,
  entries: readonly Entries[],
): readonly (readonly number[])[] {
  if (entries.every((own) => own === NONE)) return choices.map((list) => list.map(({ column }) => column));
  // Disjoint sets of applications; each names another of its set, or itself when it stands for the set.
  const parent = Int32Array.from(choices, (_, i) => i);
  const find = (application: number): number => {
    let i = application;
    while (parent[i] !== i) {
      parent[i] = parent[parent[i]!]!;
      i = parent[i]!;
    }
    return i;
  };
  const firstInRow = new Map<number, number>();
  for (const [j, { application }] of columns.entries())
    for (const [row] of entries[j]!) {
      const first = firstInRow.get(row);
      if (first === undefined) firstInRow.set(row, application);
      else parent[find(application)] = find(first);
    }
  const groups = new Map<number, number[]>();
  for (const [j, { application }] of columns.entries()) {
    const set = find(application);
    const group = groups.get(set);
    if (group === undefined) groups.set(set, [j]);
    else group.push(j);
  }
  return [...groups.values()];
}

/** A selection of the first columns of a group. */
interface PartialSelection {
  readonly columns: readonly number[];
  /** Per absorbed row of the group the least that its left side can still become. */
  readonly least: readonly bigint[];
}

/**
 * All states of a group, column by column; undefined when there are too many partial selections. A partial selection
 * is dropped as soon as the least left side of a row is above its limit. When all columns are decided the least left
 * side is the left side itself, so what remains keeps every row.
 */
function statesOf(
  group: readonly number[],
  columns: readonly Choice[],
  entries: readonly Entries[],
  limitOf: (row: number) => bigint,
  work: Work,
): (readonly number[])[] | undefined {
  const rows = [...new Set(group.flatMap((j) => entries[j]!.map(([row]) => row)))];
  const place = new Map(rows.map((row, r) => [row, r]));
  const limits = rows.map(limitOf);
  const least: bigint[] = limits.map(() => 0n);
  for (const j of group)
    for (const [row, value] of entries[j]!) if (value < 0n) least[place.get(row)!]! += value;

  let partials: PartialSelection[] = least.every((value, r) => value <= limits[r]!)
    ? [{ columns: [], least }]
    : [];
  for (const j of group) {
    const rises = (isTaken: boolean): (readonly [number, bigint])[] =>
      entries[j]!.filter(([, value]) => value > 0n === isTaken).map(([row, value]) => [
        place.get(row)!,
        isTaken ? value : -value,
      ]);
    const taking = rises(true);
    const leaving = rises(false);
    const next: PartialSelection[] = [];
    const add = (chosen: readonly number[], from: PartialSelection, changes: typeof taking): void => {
      work.spend(1 + changes.length);
      if (changes.some(([r, value]) => from.least[r]! + value > limits[r]!)) return;
      if (changes.length === 0) next.push({ columns: chosen, least: from.least });
      else {
        work.spend(rows.length);
        const raised = [...from.least];
        for (const [r, value] of changes) raised[r]! += value;
        next.push({ columns: chosen, least: raised });
      }
    };
    for (const partial of partials) {
      add(partial.columns, partial, leaving);
      const last = partial.columns.at(-1);
      if (last !== undefined && columns[last]!.application === columns[j]!.application) continue;
      work.spend(partial.columns.length);
      add([...partial.columns, j], partial, taking);
    }
    if (next.length > MAX_PARTIAL) return undefined;
    partials = next;
  }
  return partials.map(({ columns: chosen }) => chosen);
}
