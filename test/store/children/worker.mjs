/**
 * Decides rounds as jobs: reports, waits as if it computed, publishes. Prints `begin ID` and `end ID`.
 *
 * node worker.mjs LOCATION SECONDS: LOCATION is JSON for `openStore`, SECONDS how long a round takes.
 */
import { setTimeout as sleep } from "node:timers/promises";
import {
  decideJobKind,
  getRound,
  getRoundDocument,
  publishDecision,
} from "@voorsprong/instruments/fund/store";
import { openStore } from "@voorsprong/store";
import { sampleDecision } from "./sample.mjs";

const [location, seconds] = process.argv.slice(2);
const store = await openStore({ ...JSON.parse(location), jobs: { leaseSeconds: 6, pollSeconds: 0.2 } });
await store.jobs.start();
await store.jobs.work(decideJobKind, async (job, { signal, progress, finish }) => {
  process.stdout.write(`begin ${job.subject}\n`);
  await progress({ phase: "search" });
  const { id, roundHash, rule } = await getRound(store.database, job.subject);
  const round = JSON.parse(await getRoundDocument(store.database, job.subject));
  await sleep(Number(seconds) * 1000, undefined, { signal });
  await publishDecision(store, { ...sampleDecision({ id, round, roundHash, rule }), finish });
  process.stdout.write(`end ${job.subject}\n`);
});
