/** Groups and states of a certificate, as its absorbed rows define them (docs/formats/tree.md, "Groups and states"). */
import type { Instance, LineRow } from "./instance.js";

/** A verifier may refuse more states than this. */
const MOST_STATES = 4_096;

/** Columns that absorbed rows tie together, with everything that says which selections of them are allowed. */
export interface Group {
  /** Ascending. Elsewhere a column of a group is named by its place in this list. */
  readonly columns: readonly number[];
  /** Places of the columns at 1, ascending. */
  readonly states: readonly (readonly number[])[];
  /** Applications whose choices these are. */
  readonly blocks: readonly number[];
  /** The absorbed rows, over places. */
  readonly rows: readonly PlacedRow[];
}

/** A row whose columns are places in a group. */
export interface PlacedRow {
  readonly line: number;
  readonly places: readonly number[];
  readonly values: readonly bigint[];
  readonly rhs: bigint;
}

/** All groups, and where each column is. */
export interface Space {
  readonly groups: readonly Group[];
  readonly groupOf: Int32Array;
  readonly placeOf: Int32Array;
}

/** @throws RangeError when a group has too many states. */
export function spaceOf(instance: Instance, absorbed: readonly number[]): Space {
  const { members, rows, program } = instance;
  const lead = Int32Array.from(members.keys());
  const leadOf = (block: number): number => {
    let at = block;
    while (lead[at] !== at) at = lead[at] = lead[lead[at]!]!;
    return at;
  };
  for (const row of absorbed) {
    const [first, ...others] = Array.from(rows[row]!.indices, (column) => program.blocks[column]!);
    for (const block of others) lead[leadOf(block)] = leadOf(first!);
  }
  const tied = new Map<number, { blocks: number[]; rows: LineRow[] }>();
  for (const block of members.keys()) {
    const key = leadOf(block);
    if (!tied.has(key)) tied.set(key, { blocks: [], rows: [] });
    tied.get(key)!.blocks.push(block);
  }
  for (const row of absorbed) {
    const column = rows[row]!.indices[0];
    // A row without columns says nothing about states.
    if (column !== undefined) tied.get(leadOf(program.blocks[column]!))!.rows.push(rows[row]!);
  }
  const groupOf = new Int32Array(program.scores.length);
  const placeOf = new Int32Array(program.scores.length);
  const groups = [...tied.values()].map((parts, number): Group => {
    const columns = parts.blocks.flatMap((block) => members[block]!).sort((a, b) => a - b);
    columns.forEach((column, place) => {
      groupOf[column] = number;
      placeOf[column] = place;
    });
    const placed = parts.rows.map(({ line, indices, values, rhs }) => ({
      line,
      places: Array.from(indices, (column) => placeOf[column]!),
      values,
      rhs,
    }));
    const blockOf = columns.map((column) => program.blocks[column]!);
    return { columns, blocks: parts.blocks, rows: placed, states: statesOf(blockOf, placed) };
  });
  return { groups, groupOf, placeOf };
}

/** All selections with at most one place of each block that keep the rows, place by place. */
function statesOf(blockOf: readonly number[], rows: readonly PlacedRow[]): readonly (readonly number[])[] {
  const values = rows.map(({ places, values }) => new Map(places.map((place, k) => [place, values[k]!])));
  const start = rows.map(({ values }) => values.reduce((sum, value) => (value < 0n ? sum + value : sum), 0n));
  const isHopeless = (least: readonly bigint[]) => least.some((sum, r) => sum > rows[r]!.rhs);
  // Beside a partial selection: the least each row's left side can still become.
  let partial = isHopeless(start) ? [] : [{ places: [] as readonly number[], least: start }];
  for (const place of blockOf.keys()) {
    const raise = (least: readonly bigint[], isTaken: boolean) =>
      least.map((sum, r) => {
        const value = values[r]!.get(place) ?? 0n;
        return value > 0n === isTaken ? sum + (isTaken ? value : -value) : sum;
      });
    partial = partial.flatMap(({ places, least }) => {
      const without = { places, least: raise(least, false) };
      const last = places.at(-1);
      const isFree = last === undefined || !places.some((other) => blockOf[other] === blockOf[place]);
      const taken = isFree ? [{ places: [...places, place], least: raise(least, true) }] : [];
      return [without, ...taken].filter((next) => !isHopeless(next.least));
    });
    if (partial.length > MOST_STATES) throw new RangeError(`a group has more than ${MOST_STATES} states`);
  }
  return partial.map(({ places }) => places);
}

/** The value of a state: the sum of `values` over its places. */
export function stateValue(state: readonly number[], values: readonly bigint[]): bigint {
  let sum = 0n;
  for (const place of state) sum += values[place]!;
  return sum;
}
