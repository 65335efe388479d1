/**
 * One call with very many applications: what its lists, filters, search and pages take over HTTP, beside Directus on the
 * same PostgreSQL server with the same rows.
 *
 *     npm run bench -- funds [--applications 27000] [--seed 1] [--requests 200] [--port 3940] [--keep] [--again]
 *
 * Times are of whole requests of somebody who is signed in, one after the other over one connection, in turn to each
 * server: median and 95th percentile in milliseconds. The ratio is the peer's median over ours; below 1 the peer is
 * faster. `--keep` leaves the databases bench_funds and bench_funds_peer; `--again` measures on what was left.
 */
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { openStore } from "@voorsprong/store";
import { exampleCall } from "./funds/call.mjs";
import { directusIsThere, directusPaths, startDirectus } from "./funds/directus.mjs";
import { generateDossiers } from "./funds/dossiers.mjs";
import { fillGrants } from "./funds/fill-grants.mjs";
import { fillProduct } from "./funds/fill-product.mjs";
import { fillReviews } from "./funds/fill-reviews.mjs";
import { importIntoProduct } from "./funds/import-product.mjs";
import { openPanel, ownPages } from "./funds/own-pages.mjs";
import { callPaths, registerRound, roundPaths, signIn, startProduct } from "./funds/product.mjs";
import { questionsOn } from "./funds/questions.mjs";
import { httpClient, throughput, timeRequests } from "./lib/http.mjs";
import { databaseUrl, dropDatabase, freshDatabase, serverVersion } from "./lib/postgres.mjs";
import { printTable } from "./lib/table.mjs";

const { values } = parseArgs({
  options: {
    applications: { type: "string", default: "27000" },
    seed: { type: "string", default: "1" },
    requests: { type: "string", default: "200" },
    port: { type: "string", default: "3940" },
    keep: { type: "boolean", default: false },
    again: { type: "boolean", default: false },
  },
});
const count = Number(values.requests);
const port = Number(values.port);
const databases = { ours: "bench_funds", peer: "bench_funds_peer" };
const call = exampleCall("meting-2027");
const dossiers = generateDossiers({ count: Number(values.applications), seed: values.seed, call: call.id });
const rows = dossiers.applications;
const number = (value, digits = 1) => value.toFixed(digits);
const begin = performance.now();
const say = (text) =>
  console.log(`${((performance.now() - begin) / 1000).toFixed(0).padStart(5)} s  ${text}`);
const database = (name) => (values.again ? databaseUrl(name) : freshDatabase(name));

/** Starts the peer where it is installed, and fills it. */
async function peerOrNull() {
  if (!directusIsThere()) {
    console.log("Directus is missing: run bench/peers/install-directus.sh to have it in the table");
    return null;
  }
  const peer = await startDirectus(await database(databases.peer), port + 1, values.again ? null : dossiers);
  if (peer.imported !== null)
    say(
      `Directus imported: ${number(peer.imported.seconds)} s (${number(peer.imported.processor)} s of processor)`,
    );
  return peer;
}

/** Every question that the product's paths answer, asked of it and of the peer. */
async function besides(ours, paths, theirs) {
  const lines = [];
  for (const { title, kind, argumentsOf } of questionsOn(rows, values.seed)) {
    if (paths[kind] === undefined) continue;
    const asked = [
      { client: ours, pathOf: (k) => paths[kind](argumentsOf(k)) },
      ...(theirs ? [{ client: theirs, pathOf: (k) => directusPaths[kind](argumentsOf(k)) }] : []),
    ];
    const [own, other] = await timeRequests(asked, { count });
    const peerFigures = other
      ? [number(other.median), number(other.p95), `${number(other.median / own.median, 2)}x`]
      : ["–", "–", "–"];
    lines.push([title, number(own.median), number(own.p95), ...peerFigures]);
  }
  return lines;
}

const printBesides = (title, lines) =>
  printTable([title, "ours median", "ours p95", "Directus median", "Directus p95", "ratio"], lines);

/** The pages that the peer has nothing like, and the first time that a panel is computed. */
async function ownOnly(base, pages) {
  const lines = [];
  for (const { title, headers, pathOf } of pages) {
    const client = httpClient(base, headers);
    const first = (await client.get(pathOf(0))).milliseconds;
    const [{ median, p95, bytes }] = await timeRequests([{ client, pathOf }], { count });
    client.close();
    lines.push([title, number(median), number(p95), number(first), number(bytes / 1024)]);
  }
  return lines;
}

/** The product's own import, and what comes after: reviews, the panel, grants. */
async function fill(store, product, officer, reviewer) {
  const imported = await importIntoProduct({
    ...product,
    ...officer,
    store,
    rows,
    call: exampleCall("import-2027"),
  });
  const { preview, write, processor } = imported;
  say(
    `the product imported: ${number(preview + write)} s (${number(processor)} s of processor), of which ${number(preview)} s for the preview`,
  );
  await fillReviews(store, call, rows, reviewer.personId, values.seed);
  const awarded = await fillGrants(store, call, rows);
  await openPanel(product.base, officer.headers, call);
  say(`two reviews for each application and ${awarded.length} grants written`);
}

const url = await database(databases.ours);
const store = await openStore({ databaseUrl: url });
let product = null;
let peer = null;
try {
  if (!values.again) {
    await fillProduct(store, call, dossiers);
    say(`${rows.length} submitted applications written`);
  }
  product = await startProduct(url, port);
  const officer = await signIn(store, "fund-manager");
  const reviewer = await signIn(store, "reviewer");
  if (!values.again) await fill(store, product, officer, reviewer);
  peer = await peerOrNull();
  const load = loadavg().map((value) => number(value));
  console.log(
    `PostgreSQL ${await serverVersion()}, Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model}), load ${load.join(" ")}\n`,
  );

  const ours = httpClient(product.base, officer.headers);
  const theirs = peer && httpClient(peer.base, peer.headers);
  const list = callPaths(call.id);
  printBesides("applications of a call", await besides(ours, list, theirs));
  console.log();
  const round = roundPaths(await registerRound({ ...product, ...officer, rows }));
  printBesides("applications of a round", await besides(ours, round, theirs));
  console.log();

  const pages = await ownPages({ store, call, rows, officer, reviewer, seed: values.seed });
  printTable(["only here", "median", "p95", "first time", "kB"], await ownOnly(product.base, pages));
  console.log();

  const [, anyPage] = questionsOn(rows, values.seed);
  const perSecond = (base, headers, paths) =>
    throughput(
      () => httpClient(base, headers),
      (k) => paths.list(anyPage.argumentsOf(k)),
      { connections: 10, seconds: 5 },
    );
  const servers = [["Voorsprong", await perSecond(product.base, officer.headers, list), product.server]];
  if (peer !== null)
    servers.push(["Directus", await perSecond(peer.base, peer.headers, directusPaths), peer.server]);
  printTable(
    ["server", "lists per second, 10 at once", "MB now", "MB at most"],
    servers.map(([name, rate, { memory }]) => [
      name,
      number(rate, 0),
      memory()?.now ?? "–",
      memory()?.peak ?? "–",
    ]),
  );
  ours.close();
  theirs?.close();
} finally {
  await product?.server.stop();
  await peer?.server.stop();
  await store.close();
  if (!values.keep && !values.again) for (const name of Object.values(databases)) await dropDatabase(name);
}
