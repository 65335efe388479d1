/** How many rows one insert carries: larger ones gain nothing and hold more memory. */
const batchSize = 2_000;

/** Hands a list on in batches, one after the other, so that the process can do other things in between. */
export async function inBatches<Row>(
  rows: readonly Row[],
  insert: (batch: readonly Row[]) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += batchSize) {
    await insert(rows.slice(start, start + batchSize));
  }
}
