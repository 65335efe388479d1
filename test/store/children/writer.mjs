/**
 * Writes rounds, decisions and ledger entries without end and prints each one after it was acknowledged.
 *
 * node writer.mjs LOCATION RUN: LOCATION is JSON for `openStore`, RUN goes into the ids.
 */
import { publishDecision, registerRound } from "@voorsprong/instruments/fund/store";
import { openStore } from "@voorsprong/store";
import { sampleDecision, sampleRound } from "./sample.mjs";

const [location, run] = process.argv.slice(2);
const store = await openStore(JSON.parse(location));
const say = (...words) => process.stdout.write(`${words.join(" ")}\n`);
say("ready");
for (let number = 0; ; number++) {
  // Every fourth round takes several inserts, so that some kills fall between them.
  const round = sampleRound(`run-${run}-${number}`, number % 4 === 3 ? 5_000 : 20);
  await registerRound(store, round);
  say("round", round.id);
  const { published } = await publishDecision(store, sampleDecision(round));
  if (published) say("decision", round.id);
  const entry = await store.database.transaction((tx) =>
    store.ledger.append(tx, { kind: "test.note", subject: round.id, body: { number } }),
  );
  say("entry", entry.seq);
}
