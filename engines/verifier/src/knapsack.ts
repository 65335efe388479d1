/** The least weight with which a value can be reached: a table over values, exact in whole numbers. */
import { refuse } from "./refusal.js";
import type { Work } from "./work.js";

/** One way to fill a block: its weight and its value, neither below zero. */
export interface Option {
  readonly weight: bigint;
  readonly value: number;
}

/** A table of more values is refused. */
const MAX_TABLE = 2 ** 22;

/**
 * The least weight of one option in each block with which their values add up to `need` or more; undefined where that
 * takes more than `room`.
 *
 * @param need above zero
 * @throws {Refusal} when the table or the work is too large.
 */
export function leastWeight(
  blocks: readonly (readonly Option[])[],
  need: number,
  room: bigint,
  work: Work,
  where: string,
): bigint | undefined {
  if (need > MAX_TABLE)
    refuse(
      where,
      `Deze ongelijkheid nagaan vraagt een tabel van meer dan ${MAX_TABLE} waarden.`,
      `Checking this inequality takes a table of more than ${MAX_TABLE} values.`,
    );
  for (const options of blocks) work.spend((need + 1) * options.length);
  // Weights above the room are left out, so that no sum of two exceeds twice the room.
  if (room < 2 ** 52) {
    const asNumbers = blocks.map((options) =>
      options.map(({ weight, value }) => ({ weight: Number(weight), value })),
    );
    const found = tableOfNumbers(asNumbers, need, Number(room));
    return found <= Number(room) ? BigInt(found) : undefined;
  }
  return tableOfBigInts(blocks, need, room);
}

/** Entry t is the least weight for t or more; infinite above the room. Entries below t are still the old ones. */
function tableOfNumbers(
  blocks: readonly (readonly { readonly weight: number; readonly value: number }[])[],
  need: number,
  room: number,
): number {
  const table = new Float64Array(need + 1).fill(Number.POSITIVE_INFINITY);
  table[0] = 0;
  for (const options of blocks)
    for (let t = need; t >= 0; t--) {
      let least = Number.POSITIVE_INFINITY;
      for (const { weight, value } of options)
        least = Math.min(least, table[Math.max(0, t - value)]! + weight);
      table[t] = least > room ? Number.POSITIVE_INFINITY : least;
    }
  return table[need]!;
}

/** The same for weights that doubles do not hold; undefined stands for infinite. */
function tableOfBigInts(
  blocks: readonly (readonly Option[])[],
  need: number,
  room: bigint,
): bigint | undefined {
  const table: (bigint | undefined)[] = new Array(need + 1).fill(undefined);
  table[0] = 0n;
  for (const options of blocks)
    for (let t = need; t >= 0; t--) {
      let least: bigint | undefined;
      for (const { weight, value } of options) {
        const rest = table[Math.max(0, t - value)];
        if (rest !== undefined && (least === undefined || rest + weight < least)) least = rest + weight;
      }
      table[t] = least === undefined || least > room ? undefined : least;
    }
  return table[need];
}
