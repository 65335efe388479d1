/** The product on a database that is already filled, and the paths that are measured on it. */
import { join } from "node:path";
import { accessService } from "@voorsprong/access";
import { httpClient, sendJson, untilReady } from "../lib/http.mjs";
import { startServer } from "../lib/server-process.mjs";
import { pageSize } from "./questions.mjs";

/** Starts the server. Gives `{base, server}`. */
export async function startProduct(databaseUrl, port) {
  const server = startServer(
    process.execPath,
    [join(import.meta.dirname, "serve-product.mjs"), String(port)],
    {
      env: { DATABASE_URL: databaseUrl, LOG_LEVEL: "error" },
    },
  );
  const base = `http://localhost:${port}`;
  try {
    await untilReady(base, "/ready", server.child);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { base, server };
}

/** The headers of somebody who is signed in with a role on all funds (`signed-in`: with none), and who it is. */
export async function signIn(store, role) {
  const access = accessService({ store, settings: { kind: "embedded" } });
  const identity = {
    issuer: "https://sign-in.example.org",
    subject: role,
    name: `Voorbeeld ${role}`,
    email: null,
  };
  const { personId, secret, csrf } = await access.signIn(identity);
  if (role !== "signed-in") await access.grant({ personId, role, fundId: null, grantedBy: null });
  return { personId, headers: { cookie: `voorsprong=${secret}`, "x-csrf-token": csrf } };
}

/** Registers the applications as a round to be decided, as a fund manager does with a file. Gives its id. */
export async function registerRound({ base, headers, rows }) {
  const round = {
    round: "meting",
    budgets: [{ id: "2027", amount: 100_000_000_000 }],
    applications: rows.map(({ id, title, score, requested, theme, region, size, received }) => ({
      id,
      title,
      score,
      amounts: { 2027: requested },
      tags: { theme, region, size },
      received,
    })),
  };
  const client = httpClient(base, headers);
  const sent = { format: "json", text: JSON.stringify(round), trial: true };
  const { id } = await sendJson(client, "POST", "/api/v1/rounds", sent);
  client.close();
  return id;
}

/** Paths below the API that answer the questions of questions.mjs on the applications of a round. */
export function roundPaths(roundId) {
  const path = `/api/v1/rounds/${roundId}/applications`;
  const list = (more) => `${path}?pageSize=${pageSize}&${new URLSearchParams(more)}`;
  return {
    list: ({ page }) => list({ page, sort: "received" }),
    sorted: ({ page }) => list({ page, sort: "-requested" }),
    filtered: ({ wanted }) =>
      list(Object.entries(wanted).map(([name, value]) => ["tag", `${name}:${value}`])),
    search: ({ word }) => list({ search: word }),
    detail: ({ id }) => `${path}/${id}`,
  };
}

/** The same on a call's list for an officer. */
export function callPaths(callId) {
  const list = (more) =>
    `/api/v1/applications?${new URLSearchParams({ as: "officer", callId, pageSize, sort: "number", ...more })}`;
  return {
    list: ({ page }) => list({ page }),
    sorted: ({ page }) => list({ page, sort: "-requested" }),
    state: ({ wanted }) => list(wanted),
    filtered: ({ wanted }) => list(wanted),
    search: ({ word }) => list({ search: word }),
    dossier: ({ word }) => list({ search: word }),
    detail: ({ id }) => `/api/v1/applications/${id}`,
  };
}
