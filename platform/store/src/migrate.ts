/** Brings a database to the schema of this version: the folder `migrations`, the same on both databases. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { advisoryKey } from "./advisory.js";
import { connectionSettings } from "./postgresql.js";

const migrationsFolder = join(import.meta.dirname, "..", "migrations");

interface RawClient {
  query(sql: string): Promise<{ rows: unknown[] }>;
}

/**
 * Refuses a database that a newer version has written: its tables may mean something else there.
 * @throws Error that says so
 */
async function refuseNewer(client: RawClient): Promise<void> {
  const journal = JSON.parse(await readFile(join(migrationsFolder, "meta", "_journal.json"), "utf8")) as {
    entries: { when: number }[];
  };
  const known = Math.max(...journal.entries.map((entry) => entry.when));
  const { rows } = await client.query(
    "SELECT max(created_at)::text AS latest FROM drizzle.__drizzle_migrations",
  );
  const latest = Number((rows[0] as { latest: string }).latest);
  if (latest > known) {
    throw new Error(
      "this database was written by a newer version of Voorsprong; start that version, or restore a backup",
    );
  }
}

/** Applies what is missing to a PGlite database. */
export async function migratePglite(client: PGlite): Promise<void> {
  const [{ drizzle }, { migrate }] = await Promise.all([
    import("drizzle-orm/pglite"),
    import("drizzle-orm/pglite/migrator"),
  ]);
  await migrate(drizzle({ client }), { migrationsFolder });
  await refuseNewer(client);
}

/** Applies what is missing to a PostgreSQL database; of several processes that start at once, one does it. */
export async function migratePostgresql(databaseUrl: string): Promise<void> {
  const [{ drizzle }, { migrate }] = await Promise.all([
    import("drizzle-orm/node-postgres"),
    import("drizzle-orm/node-postgres/migrator"),
  ]);
  const client = new pg.Client(connectionSettings(databaseUrl));
  await client.connect();
  try {
    // Held by the session, because the migrator opens transactions of its own; closing the connection releases it.
    await client.query("SELECT pg_advisory_lock($1::bigint)", [advisoryKey("migrate")]);
    await migrate(drizzle({ client }), { migrationsFolder });
    await refuseNewer(client);
  } finally {
    await client.end();
  }
}
