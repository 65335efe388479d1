/** The product on a database that is already filled, and the paths that are measured on it. */
import { join } from "node:path";
import { accessService } from "@voorsprong/access";
import { untilReady } from "../lib/http.mjs";
import { startServer } from "../lib/server-process.mjs";
import { pageSize } from "./questions.mjs";

/** Starts the server. Gives `{base, server}`. */
export async function startProduct(databaseUrl, port) {
  const server = startServer(process.execPath, [join(import.meta.dirname, "serve-product.mjs"), String(port)], {
    env: { DATABASE_URL: databaseUrl, LOG_LEVEL: "error" },
  });
  const base = `http://localhost:${port}`;
  try {
    await untilReady(base, "/ready", server.child);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { base, server };
}

/** The headers of somebody who is signed in with a role on all funds, and who it is. */
export async function signIn(store, role) {
  const access = accessService({ store, settings: { kind: "embedded" } });
  const identity = { issuer: "https://sign-in.example.org", subject: role, name: `Voorbeeld ${role}`, email: null };
  const { personId, secret, csrf } = await access.signIn(identity);
  await access.grant({ personId, role, fundId: null, grantedBy: null });
  return { personId, headers: { cookie: `voorsprong=${secret}`, "x-csrf-token": csrf } };
}

/** Paths below the API that answer the questions of questions.mjs. */
export function productPaths(callId) {
  const list = (more) => `/api/v1/applications?callId=${callId}&pageSize=${pageSize}&${new URLSearchParams(more)}`;
  return {
    list: ({ page }) => list({ page, sort: "number" }),
    sorted: ({ page }) => list({ page, sort: "-requested" }),
    filtered: ({ wanted }) => list({ sort: "number", ...wanted }),
    search: ({ text }) => list({ sort: "number", search: text }),
    detail: ({ id }) => `/api/v1/applications/${id}`,
    counts: () => `/api/v1/applications/counts?callId=${callId}`,
  };
}

export async function ownPages() { return []; }
