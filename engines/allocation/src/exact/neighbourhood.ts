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

/**
 * The states to close so that `size` groups, drawn at random, keep their choice and the others keep their code.
 * Groups without a code always keep their choice.
 */
export function drawNeighbourhood(
  model: Model,
  codes: readonly (number | null)[],
  size: number,
  random: () => number,
): Int32Array {
  const isFree = codes.map((code) => code === null);
  let free = isFree.filter(Boolean).length;
  while (free < Math.min(size, model.groupCount)) {
    const group = Math.floor(random() * model.groupCount);
    if (isFree[group]) continue;
    isFree[group] = true;
    free++;
  }
  const closed: number[] = [];
  codes.forEach((kept, group) => {
    if (isFree[group]) return;
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
