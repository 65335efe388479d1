/** Opens everything the product keeps: the database with its schema, the ledger and the job queue. */
import { join } from "node:path";
import { type Database, type Logger, silent } from "./database.js";
import { lockDirectory } from "./directory-lock.js";
import { createJobQueue, type JobQueue, type JobQueueOptions } from "./job-queue.js";
import { type Ledger, openLedger } from "./ledger.js";
import { migratePostgresql } from "./migrate.js";
import { openPglite } from "./pglite.js";
import { openPostgresql } from "./postgresql.js";
import { givenSigner, keptSigner, type Signer } from "./signing-key.js";

/** Where and how to open a store. One of `dataDir` and `databaseUrl` is needed; with both, `databaseUrl` counts. */
export interface StoreOptions {
  /** Directory of the embedded database, made when it is not there; one process at a time. */
  readonly dataDir?: string;
  /** `postgres://user:password@host:port/database`, version 15 or later; shared by any number of processes. */
  readonly databaseUrl?: string;
  /** Ed25519 private key as JWK text; without it the key is made at the first start and kept in the database. */
  readonly signingKey?: string;
  readonly logger?: Logger;
  /** The clock that dates ledger entries; for tests. */
  readonly now?: () => Date;
  readonly jobs?: JobQueueOptions;
}

/** An open store. */
export interface Store {
  readonly database: Database;
  readonly ledger: Ledger;
  /** Signs receipts and letters with the key of the ledger. */
  readonly signer: Signer;
  /** Not started: a process that neither adds jobs nor works on them does not need it. */
  readonly jobs: JobQueue;
  readonly now: () => Date;
  /** Stops the job queue, closes the database and gives the data directory back; a second call does nothing. */
  close(): Promise<void>;
}

async function openEmbedded(dataDir: string): Promise<{ database: Database; unlock: () => Promise<void> }> {
  const unlock = await lockDirectory(dataDir);
  try {
    return { database: await openPglite(join(dataDir, "database")), unlock };
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function openShared(databaseUrl: string, logger: Logger) {
  const database = await openPostgresql(databaseUrl, logger);
  try {
    await migratePostgresql(databaseUrl);
  } catch (error) {
    await database.close();
    throw error;
  }
  return { database, unlock: async () => {} };
}

/**
 * Opens the store: takes the data directory, applies missing migrations, opens the ledger.
 *
 * @throws Error when the directory is in use, the database cannot be reached or is newer than this version, or the
 * signing key is not the ledger's
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { dataDir, databaseUrl, signingKey, logger = silent, now = () => new Date() } = options;
  if (databaseUrl === undefined && dataDir === undefined) {
    throw new Error("openStore needs a data directory or the URL of a PostgreSQL database");
  }
  const { database, unlock } = await (databaseUrl === undefined
    ? openEmbedded(dataDir!)
    : openShared(databaseUrl, logger));
  try {
    const signer = await (signingKey === undefined ? keptSigner(database) : givenSigner(signingKey));
    const ledger = await openLedger(database, signer, now);
    const jobs = createJobQueue(database, logger, options.jobs);
    let closing: Promise<void> | undefined;
    const close = async () => {
      await jobs.stop();
      await database.close();
      await unlock();
    };
    return { database, ledger, signer, jobs, now, close: () => (closing ??= close()) };
  } catch (error) {
    await database.close();
    await unlock();
    throw error;
  }
}
