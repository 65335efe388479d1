/**
 * One call with very many applications: what its lists, filters, search and pages take over HTTP, beside Directus on the
 * same PostgreSQL server with the same rows.
 *
 *     npm run bench -- funds [--applications 27000] [--seed 1] [--requests 200] [--port 3940] [--keep]
 *
 * Times are of whole requests of somebody who is signed in, one after the other over one connection: median and 95th
 * percentile in milliseconds. The ratio is the peer's median over ours; below 1 the peer is faster. `--keep` leaves the
 * databases bench_funds and bench_funds_peer for a look with psql.
 */
import { parseArgs } from "node:util";
import { openStore } from "@voorsprong/store";
import { exampleCall } from "./funds/call.mjs";
import { directusIsThere, directusPaths, startDirectus } from "./funds/directus.mjs";
import { generateDossiers } from "./funds/dossiers.mjs";
import { fillProduct } from "./funds/fill-product.mjs";
import { ownPages, productPaths, signIn, startProduct } from "./funds/product.mjs";
import { questionsOn } from "./funds/questions.mjs";
import { httpClient, throughput, timeRequests } from "./lib/http.mjs";
import { dropDatabase, freshDatabase, serverVersion } from "./lib/postgres.mjs";
import { printTable } from "./lib/table.mjs";

const { values } = parseArgs({
  options: {
    applications: { type: "string", default: "27000" },
    seed: { type: "string", default: "1" },
    requests: { type: "string", default: "200" },
    port: { type: "string", default: "3940" },
    keep: { type: "boolean", default: false },
  },
});
const count = Number(values.requests);
const port = Number(values.port);
const call = exampleCall("meting-2027");
const dossiers = generateDossiers({ count: Number(values.applications), seed: values.seed, call: call.id });
const rows = dossiers.applications;
const number = (value, digits = 1) => value.toFixed(digits);
const begin = performance.now();
const say = (text) => console.log(`${((performance.now() - begin) / 1000).toFixed(0).padStart(5)} s  ${text}`);

/** Starts the peer where it is installed. */
async function peerOrNull() {
  if (!directusIsThere()) {
    console.log("Directus is missing: run bench/peers/install-directus.sh to have it in the table");
    return null;
  }
  const peer = await startDirectus(await freshDatabase("bench_funds_peer"), port + 1, dossiers);
  say(`Directus imported ${rows.length} rows of CSV in ${number(peer.importSeconds)} s`);
  return peer;
}

/** Every question, asked of the one and then of the other. */
async function besides(ours, peer) {
  const lines = [];
  for (const { title, kind, argumentsOf } of questionsOn(rows, values.seed)) {
    const asked = (client, paths) => timeRequests(client, (k) => paths[kind](argumentsOf(k)), { count });
    const own = await asked(ours, productPaths(call.id));
    const other = peer === null ? null : await asked(peer, directusPaths);
    lines.push([
      title,
      number(own.median),
      number(own.p95),
      other === null ? "–" : number(other.median),
      other === null ? "–" : number(other.p95),
      other === null ? "–" : `${number(other.median / own.median, 2)}x`,
    ]);
  }
  return lines;
}

/** The pages that the peer has nothing like. */
async function ownOnly(base, store) {
  const lines = [];
  for (const { title, headers, pathOf } of await ownPages({ store, call, rows, base, seed: values.seed })) {
    const client = httpClient(base, headers);
    const { median, p95, bytes } = await timeRequests(client, pathOf, { count });
    client.close();
    lines.push([title, number(median), number(p95), (bytes / 1024).toFixed(0)]);
  }
  return lines;
}

const url = await freshDatabase("bench_funds");
const store = await openStore({ databaseUrl: url });
let product = null;
let peer = null;
try {
  await fillProduct(store, call, dossiers);
  say(`${rows.length} submitted applications written`);
  product = await startProduct(url, port);
  const officer = await signIn(store, "fund-manager");
  peer = await peerOrNull();
  console.log(`PostgreSQL ${await serverVersion()}, Node ${process.versions.node}\n`);

  const ours = httpClient(product.base, officer.headers);
  const theirs = peer && httpClient(peer.base, peer.headers);
  printTable(
    ["question", "ours median", "ours p95", "Directus median", "Directus p95", "ratio"],
    await besides(ours, theirs),
  );
  console.log();
  printTable(["only here", "median", "p95", "kB"], await ownOnly(product.base, store));
  console.log();

  const [, anyPage] = questionsOn(rows, values.seed);
  const perSecond = (base, headers, paths) =>
    throughput(() => httpClient(base, headers), (k) => paths.list(anyPage.argumentsOf(k)), {
      connections: 10,
      seconds: 5,
    });
  const lines = [["Voorsprong", await perSecond(product.base, officer.headers, productPaths(call.id)), product.server]];
  if (peer !== null) lines.push(["Directus", await perSecond(peer.base, peer.headers, directusPaths), peer.server]);
  printTable(
    ["server", "lists per second, 10 at once", "MB now", "MB at most"],
    lines.map(([name, rate, { memory }]) => [name, number(rate, 0), memory()?.now ?? "–", memory()?.peak ?? "–"]),
  );
  ours.close();
  theirs?.close();
} finally {
  await product?.server.stop();
  await peer?.server.stop();
  await store.close();
  if (!values.keep) for (const name of ["bench_funds", "bench_funds_peer"]) await dropDatabase(name);
}
