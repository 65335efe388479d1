/** For those who run the server: is the process there, and can it do its work. And its public key. */
import type { Store } from "@voorsprong/store";
import type { FastifyPluginAsync } from "fastify";

/** What a probe asks. */
export interface HealthRoutesOptions {
  readonly store: Store;
  /** Whether jobs are taken up; false until the queue has started. */
  readonly working: () => boolean;
}

/** How long the database may take to answer a probe, in milliseconds. */
const patience = 2_000;

/** GET /health, /ready and /.well-known/jwks.json. */
export const healthRoutes: FastifyPluginAsync<HealthRoutesOptions> = async (app, { store, working }) => {
  const hidden = { schema: { hide: true } } as const;

  app.get("/health", hidden, (_request, reply) =>
    reply.header("cache-control", "no-store").send({ status: "ok" }),
  );

  app.get("/ready", hidden, async (_request, reply) => {
    // Migrations are applied before a store is given, so a store that answers is migrated.
    const checks = { database: await answers(store), jobs: working() };
    const ready = checks.database && checks.jobs;
    return reply
      .code(ready ? 200 : 503)
      .header("cache-control", "no-store")
      .send({ status: ready ? "ready" : "not-ready", checks });
  });

  app.get("/.well-known/jwks.json", hidden, (_request, reply) =>
    reply
      .header("content-type", "application/jwk-set+json; charset=utf-8")
      .header("cache-control", "public, max-age=3600")
      .send(JSON.stringify({ keys: [{ ...store.ledger.publicKey, use: "sig", alg: "EdDSA" }] })),
  );
};

async function answers(store: Store): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patience);
  });
  const query = store.database.query("SELECT 1").then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([query, late]);
  } finally {
    clearTimeout(timer);
  }
}
