/** The examples a new store begins with, beside the rounds: one call in each phase of its life. */
import type { Examples } from "@voorsprong/access";
import type { Programme } from "@voorsprong/programme";
import type { Store } from "@voorsprong/store";
import { fundService } from "../service.js";
import { daysBefore, type ExamplePhase, examplePhases } from "./example-call.js";
import { inlineJobs } from "./inline-jobs.js";
import { playApplications, playCall, type Stage } from "./play-applications.js";
import { playDecision, playFoundedObjection, playObjection } from "./play-decision.js";
import { playGrants } from "./play-grants.js";
import { playReviews } from "./play-reviews.js";

/** What the examples are made of. */
export interface ExampleWorld {
  readonly programme: Programme;
  readonly store: Store;
  readonly cast: Examples;
  /** Gives the origin of the site for links in letters. */
  readonly site: () => string;
  /** Stops between steps. */
  readonly signal: AbortSignal;
}

/**
 * Plays one call per phase for the first fund of the programme, through the services that people use. Months pass in the
 * dates of the tables; the ledger dates its entries when they are really made. A call that is there is not made again.
 */
export async function makeExampleCalls({
  programme,
  store,
  cast,
  site,
  signal,
}: ExampleWorld): Promise<void> {
  const [fund] = programme.funds;
  if (fund === undefined) return;
  const made = lastHour(store.now());
  const stage: Stage = { fund, cast, made, at: (moment) => servicesAt(moment) };

  const services = new Map<number, ReturnType<typeof fundService>>();
  function servicesAt(moment: Date) {
    const key = moment.getTime();
    const known = services.get(key);
    if (known !== undefined) return known;
    const now = () => moment;
    const service = fundService({ programme, store: { ...store, now, jobs: inlineJobs(signal, now) }, site });
    services.set(key, service);
    return service;
  }

  for (const phase of examplePhases) {
    signal.throwIfAborted();
    const callId = `example-${phase}`;
    const [there] = await store.database.query("SELECT 1 FROM calls WHERE id = $1", [callId]);
    if (there === undefined) await play(stage, phase, callId);
    services.clear();
  }
}

/** The afternoon before: every moment of the examples is past, and calls open and close at five o'clock in winter. */
function lastHour(now: Date): Date {
  const at = new Date(now.getTime());
  at.setUTCHours(16, 0, 0, 0);
  return at <= now ? at : daysBefore(at, 1);
}

async function play(stage: Stage, phase: ExamplePhase, callId: string): Promise<void> {
  await playCall(stage, phase, callId);
  if (phase === "draft") return;
  const applications = await playApplications(stage, phase, callId);
  if (phase === "open") return;
  await playReviews(stage, phase, callId, applications);
  if (phase === "review") return;
  await playDecision(stage, phase, callId);
  // The fourth application is the one that did not reach the threshold.
  if (phase === "decided") await playObjection(stage, phase, applications[3]!);
  else {
    if (phase === "running") await playFoundedObjection(stage, phase, applications[3]!);
    await playGrants(stage, phase, applications);
  }
}
