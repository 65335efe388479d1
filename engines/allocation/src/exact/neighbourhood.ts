/**
 * Neighbourhoods of a solution: a few groups get their choice back, all others keep the state they have in it. Each is
 * a small search of its own, and the search is quick enough for hundreds of them a second (large neighbourhood search,
 * Shaw, 1998). Which groups are freed is drawn by a seeded generator, so the outcome is the same every time.
 */
import { codesOf } from "./columns.js";
import { type Model, stateOf } from "./model.js";

/** Numbers in [0, 1), always the same ones for a seed (Steele's mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Per group of a model the code of the state it has in a selection; null where that state is not open. */
export function codesIn(model: Model, chosen: Uint8Array): (number | null)[] {
  return Array.from({ length: model.groupCount }, (_, group) => {
    for (const code of codesOf(model, group)) if (isStateIn(model, group, code, chosen)) return code;
    return null;
  });
}

/** A row of more than this part of the entries is about everything; no neighbourhood is drawn from it. */
const SHORT = 1 / 3;

/** Up to `size` groups, all equally likely. */
export function drawAnywhere({ groupCount }: Model, size: number, random: () => number): ReadonlySet<number> {
  const drawn = new Set<number>();
  while (drawn.size < Math.min(size, groupCount)) drawn.add(Math.floor(random() * groupCount));
  return drawn;
}

/**
 * Up to `size` groups of a few rows: what competes for the same share can be exchanged, which groups from anywhere
 * seldom can. Null where no row is short.
 */
export function drawFromRows(model: Model, size: number, random: () => number): ReadonlySet<number> | null {
  const { rowStarts, rowEntries, entryCount, rowCount, groupOf } = model;
  const lengthOf = (row: number) => rowStarts[row + 1]! - rowStarts[row]!;
  const rows = Array.from({ length: rowCount }, (_, row) => row).filter(
    (row) => lengthOf(row) > 1 && lengthOf(row) <= SHORT * entryCount,
  );
  if (rows.length === 0) return null;
  const drawn = new Set<number>();
  while (rows.length > 0 && drawn.size < size) {
    const [row] = rows.splice(Math.floor(random() * rows.length), 1);
    const start = rowStarts[row!]!;
    // From a place in the row that is drawn, so that of a long row not always the same part is taken.
    const offset = Math.floor(random() * lengthOf(row!));
    for (let at = 0; at < lengthOf(row!) && drawn.size < size; at++)
      drawn.add(groupOf[rowEntries[start + ((offset + at) % lengthOf(row!))]!]!);
  }
  return drawn;
}

/** The states to close so that the drawn groups, and those without a code, keep their choice and the others their code. */
export function statesOutside(
  model: Model,
  codes: readonly (number | null)[],
  drawn: ReadonlySet<number>,
): Int32Array {
  const closed: number[] = [];
  codes.forEach((kept, group) => {
    if (kept === null || drawn.has(group)) return;
    for (const code of codesOf(model, group)) if (code !== kept) closed.push(code);
  });
  return Int32Array.from(closed);
}

/** Whether a state holds exactly the columns of its group that are chosen. */
function isStateIn(model: Model, group: number, code: number, chosen: Uint8Array): boolean {
  const { starts, columnStarts, columns } = model.prepared.groups;
  const state = stateOf(model, code);
  const own = columns.subarray(columnStarts[state]!, columnStarts[state + 1]!);
  const source = model.sources[group]!;
  for (let at = columnStarts[starts[source]!]!; at < columnStarts[starts[source + 1]!]!; at++)
    if ((chosen[columns[at]!] !== 0) !== own.includes(columns[at]!)) return false;
  return true;
}
