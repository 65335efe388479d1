/** PostgreSQL, over a pool of connections, as a `Database`. */
import pg from "pg";
import { type Database, exactNumber, type Logger, type Parameter, type Queryable } from "./database.js";

const INT8 = 20;
const DATE = 1082;

/** A date without a time is no moment: it stays the text `2027-01-15`. */
const asWritten = (text: string) => text;

const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: "text" | "binary") => {
    if (oid === INT8) return exactNumber;
    return oid === DATE ? asWritten : pg.types.getTypeParser(oid, format);
  }) as pg.CustomTypesConfig["getTypeParser"],
};

/** Where a database is, without the password: for messages and logs. */
export function locationOf(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  return `${url.hostname || "localhost"}:${url.port || "5432"}${url.pathname}`;
}

/** The connection settings that every connection of the store has. */
export function connectionSettings(databaseUrl: string): pg.ClientConfig {
  return { connectionString: databaseUrl, connectionTimeoutMillis: 10_000, application_name: "voorsprong" };
}

/** The driver takes bytes as a `Buffer` only; any other typed array it would write as JSON. */
const bound = (value: Parameter) => (value instanceof Uint8Array ? Buffer.from(value) : value);

function queryable(client: Pick<pg.Pool | pg.PoolClient, "query">): Queryable {
  return {
    async query<Row>(sql: string, parameters: readonly Parameter[] = []) {
      return (await client.query(sql, parameters.map(bound))).rows as Row[];
    },
    async exec(sql) {
      await client.query(sql);
    },
  };
}

/** Lends a connection out; after an error it goes back without an open transaction. */
async function withClient<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    const result = await work(client);
    client.release();
    return result;
  } catch (error) {
    // A connection that cannot even roll back is broken: it leaves the pool.
    await client.query("ROLLBACK").then(
      () => client.release(),
      () => client.release(true),
    );
    throw error;
  }
}

/**
 * Opens a pool on a PostgreSQL database of version 15 or later.
 *
 * @param databaseUrl `postgres://user:password@host:port/database`
 * @throws Error when the database cannot be reached or is too old; the message names host and database, never the
 * password
 */
export async function openPostgresql(databaseUrl: string, logger: Logger): Promise<Database> {
  const pool = new pg.Pool({ ...connectionSettings(databaseUrl), max: 10, types: typeParsers });
  // The pool replaces a connection that breaks; without listeners the break would end the process.
  const report = (error: Error) =>
    logger.warn({ error }, "a connection to PostgreSQL broke and will be replaced");
  pool.on("error", report);
  pool.on("connect", (client) => client.on("error", report));
  try {
    const { rows } = await pool.query<{ version: number }>(
      "SELECT current_setting('server_version_num')::int AS version",
    );
    const version = rows[0]!.version;
    if (version < 150_000)
      throw new Error(`it is version ${Math.floor(version / 10_000)}; 15 or later is needed`);
  } catch (error) {
    await pool.end();
    const reason = error instanceof Error && error.message !== "" ? error.message : String(error);
    throw new Error(`cannot use the PostgreSQL database at ${locationOf(databaseUrl)}: ${reason}`, {
      cause: error,
    });
  }
  let closed = false;
  return {
    kind: "postgresql",
    ...queryable(pool),
    exec: (sql) => withClient(pool, (client) => queryable(client).exec(sql)),
    transaction: (work) =>
      withClient(pool, async (client) => {
        await client.query("BEGIN");
        const result = await work({ inTransaction: true, ...queryable(client) });
        await client.query("COMMIT");
        return result;
      }),
    async close() {
      if (!closed) {
        closed = true;
        await pool.end();
      }
    },
  };
}
