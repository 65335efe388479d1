/** PGlite, PostgreSQL inside this process, as a `Database`. */
import { PGlite, type Transaction as PgliteTransaction, types } from "@electric-sql/pglite";
import { type Database, exactNumber, type Parameter, type Queryable } from "./database.js";
import { migratePglite } from "./migrate.js";
import { durableFiles, durableStart } from "./pglite-files.js";

const parsers = { [types.INT8]: exactNumber };

function queryable(client: Pick<PGlite | PgliteTransaction, "query" | "exec">): Queryable {
  return {
    async query<Row>(sql: string, parameters: readonly Parameter[] = []) {
      return (await client.query<Row>(sql, [...parameters])).rows;
    },
    async exec(sql) {
      await client.exec(sql);
    },
  };
}

/**
 * Opens the PGlite database in a directory, which is made when it is not there, and applies missing migrations.
 *
 * The directory must be held by this process alone (`lockDirectory`): PGlite does not guard it.
 */
export async function openPglite(directory: string): Promise<Database> {
  const client = await PGlite.create({ fs: durableFiles(directory), startParams: durableStart, parsers });
  try {
    await migratePglite(client);
  } catch (error) {
    await client.close();
    throw error;
  }
  return {
    kind: "pglite",
    ...queryable(client),
    async exec(sql) {
      try {
        await client.exec(sql);
      } catch (error) {
        // Statements that open their own transaction leave it open when they fail, on the only connection there is.
        await client.exec("ROLLBACK");
        throw error;
      }
    },
    transaction: (work) => client.transaction((tx) => work({ inTransaction: true, ...queryable(tx) })),
    async close() {
      if (!client.closed) await client.close();
    },
  };
}
