import { setImmediate as nextTurn } from "node:timers/promises";

/** How many rows one insert carries: larger ones gain nothing and hold more memory. */
const batchSize = 1_000;

/**
 * Hands a list on in batches, one after the other. The embedded database works on the thread of the process and its
 * promises resolve without giving other work a turn, so each batch is followed by one.
 */
export async function inBatches<Row>(
  rows: readonly Row[],
  insert: (batch: readonly Row[]) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += batchSize) {
    await insert(rows.slice(start, start + batchSize));
    await nextTurn();
  }
}
