/** Databases of a measurement's own on the PostgreSQL server that `BENCH_DATABASE_URL` names. */
import pg from "pg";

/** `postgres://user:password@host:port/postgres`; the user may make databases. */
export const serverUrl =
  process.env.BENCH_DATABASE_URL ?? "postgres://voorsprong:voorsprong@127.0.0.1:5432/postgres";

/** Runs statements on one database. */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The URL of a database on the server. */
export const databaseUrl = (name) => Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;

/** Makes an empty database, in place of one of the same name that another run left. Gives its URL. */
export async function freshDatabase(name) {
  await dropDatabase(name);
  await withClient(serverUrl, (client) => client.query(`CREATE DATABASE ${name}`));
  return databaseUrl(name);
}

/** Removes a database, whoever is connected. */
export const dropDatabase = (name) =>
  withClient(serverUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));

/** The version that the server states, for the table. */
export const serverVersion = () =>
  withClient(serverUrl, async (client) => (await client.query("SHOW server_version")).rows[0].server_version);
