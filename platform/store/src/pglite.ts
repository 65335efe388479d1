/** PGlite, PostgreSQL inside this process, as a `Database`. */
import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { PGlite, type Transaction as PgliteTransaction, types } from "@electric-sql/pglite";
import { type Database, exactNumber, type Parameter, type Queryable } from "./database.js";
import { migratePglite } from "./migrate.js";
import { durableFiles, durableStart } from "./pglite-files.js";

const parsers = { [types.INT8]: exactNumber, [types.DATE]: (text: string) => text };

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
 * Makes an empty database. A process that is killed meanwhile leaves only the unfinished directory beside it, which the
 * next start throws away.
 */
async function initialise(directory: string): Promise<void> {
  const unfinished = `${directory}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const client = await PGlite.create({ fs: durableFiles(unfinished), startParams: durableStart });
  await client.close();
  await rename(unfinished, directory);
}

/**
 * Opens the PGlite database in a directory, which is made when it is not there, and applies missing migrations.
 *
 * The directory must be held by this process alone (`lockDirectory`): PGlite does not guard it.
 */
export async function openPglite(directory: string): Promise<Database> {
  if (!existsSync(directory)) await initialise(directory);
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
