/** Rows into a table of the product, in batches by `unnest`. */

const batchSize = 1_000;

/** A text as the product's search columns hold it: without case and accents. */
export const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * @param columns by name, the type and the value per row, and another type to cast to where `unnest` cannot carry it:
 *   `{ number: ["integer", (row) => row.number], interests: ["text", () => "{}", "text[]"] }`
 */
export async function insertRows(tx, table, rows, columns) {
  const names = Object.keys(columns);
  const sent = names.map((name, k) => `$${k + 1}::${columns[name][0]}[]`);
  const cast = names.map((name) => `${name}::${columns[name][2] ?? columns[name][0]}`);
  const sql = `INSERT INTO ${table} (${names.join(", ")})
    SELECT ${cast.join(", ")} FROM unnest(${sent.join(", ")}) AS sent (${names.join(", ")})`;
  for (let start = 0; start < rows.length; start += batchSize) {
    const batch = rows.slice(start, start + batchSize);
    await tx.query(
      sql,
      names.map((name) => batch.map((row) => columns[name][1](row))),
    );
  }
}
