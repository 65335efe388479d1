/**
 * The databases that the store's tests run on: PGlite always, PostgreSQL where `TEST_DATABASE_URL` names a server.
 *
 * Without `TEST_DATABASE_URL` the tests on PostgreSQL are skipped with one line; in CI (`CI=true`) that is a failure.
 */
import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { openStore, type Store, type StoreOptions } from "@voorsprong/store";
import pg from "pg";

/** A database of its own for one test file. */
export interface TestDatabase {
  /** What `openStore` needs to reach it, also in another process. */
  readonly location: { readonly dataDir: string } | { readonly databaseUrl: string };
  open(options?: Partial<StoreOptions>): Promise<Store>;
  /** Closes what is open and removes everything. */
  drop(): Promise<void>;
}

/** A kind of database to test on. */
export interface DatabaseKind {
  readonly name: "PGlite" | "PostgreSQL";
  create(): Promise<TestDatabase>;
}

function testDatabase(location: TestDatabase["location"], remove: () => Promise<void>): TestDatabase {
  const stores: Store[] = [];
  return {
    location,
    async open(options = {}) {
      const store = await openStore({ ...location, ...options });
      stores.push(store);
      return store;
    },
    async drop() {
      await Promise.all(stores.map((store) => store.close()));
      await remove();
    },
  };
}

/** Makes a folder under the system's temporary one. */
const temporaryFolder = () => mkdtemp(join(tmpdir(), "voorsprong-test-"));

/**
 * A data directory that was opened once and closed: a copy of it opens in a fraction of the time that making one
 * takes. It is made once per version of the migrations and shared by all test files.
 */
async function template(): Promise<string> {
  const migrations = resolve(import.meta.dirname, "../../platform/store/migrations");
  const hash = createHash("sha256");
  for (const name of (await readdir(migrations)).filter((file) => file.endsWith(".sql")).sort()) {
    hash.update(await readFile(join(migrations, name)));
  }
  const ready = join(tmpdir(), `voorsprong-template-${hash.digest("hex").slice(0, 16)}`);
  if (existsSync(ready)) return ready;
  const draft = await temporaryFolder();
  const store = await openStore({ dataDir: draft });
  await store.jobs.start();
  await store.close();
  // Another test file may have been first; then its folder is there and this one is not needed.
  await rename(draft, ready).catch(() => rm(draft, { recursive: true }));
  return ready;
}

const pglite: DatabaseKind = {
  name: "PGlite",
  async create() {
    const dataDir = await temporaryFolder();
    await cp(await template(), dataDir, { recursive: true });
    return testDatabase({ dataDir }, () => rm(dataDir, { recursive: true }));
  },
};

async function administer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(sql);
  await client.end();
}

const postgresql = (server: string): DatabaseKind => ({
  name: "PostgreSQL",
  async create() {
    const name = `voorsprong_test_${randomUUID().replaceAll("-", "")}`;
    await administer(server, `CREATE DATABASE ${name}`);
    const url = new URL(server);
    url.pathname = `/${name}`;
    return testDatabase({ databaseUrl: url.href }, () =>
      administer(server, `DROP DATABASE ${name} WITH (FORCE)`),
    );
  },
});

function kinds(): readonly DatabaseKind[] {
  const server = process.env.TEST_DATABASE_URL ?? "";
  if (server !== "") return [pglite, postgresql(server)];
  if (process.env.CI === "true") throw new Error("TEST_DATABASE_URL must name a PostgreSQL server in CI");
  console.log("skipped: without TEST_DATABASE_URL the store's tests run on PGlite only");
  return [pglite];
}

/** The kinds of database to run a test file on: `describe.each(databaseKinds)("… on $name", …)`. */
export const databaseKinds = kinds();
