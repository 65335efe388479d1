/** The environment variables of the store, in one place. */

/** What an operator set. */
export interface StoreEnvironment {
  /** `DATABASE_URL`: a PostgreSQL database instead of the embedded one. */
  readonly databaseUrl?: string;
  /** `VOORSPRONG_SIGNING_KEY`: the Ed25519 private key of the ledger as JWK, instead of one kept in the database. */
  readonly signingKey?: string;
}

/** Reads the settings of the store from environment variables; empty ones count as not set. */
export function storeEnvironment(environment: NodeJS.ProcessEnv): StoreEnvironment {
  const databaseUrl = environment.DATABASE_URL;
  const signingKey = environment.VOORSPRONG_SIGNING_KEY;
  return { ...(databaseUrl && { databaseUrl }), ...(signingKey && { signingKey }) };
}
