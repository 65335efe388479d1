/** Registers rounds: what a user sends, and examples. From then on rule and limits are frozen. */
import { formatNumber } from "@voorsprong/allocation";
import type { FundDefinition } from "@voorsprong/programme";
import type { z } from "zod";
import { Refusal } from "../../kernel/refusal.js";
import { runInThread, ThreadFailure, ThreadTimeout } from "../../kernel/thread.js";
import { type FundContext, requireFund } from "../context.js";
import { callRound, currentCall } from "../definition.js";
import { closedLists } from "./closed-lists.js";
import { newDraw } from "./draw.js";
import { roundView } from "./read-rounds.js";
import { roundId } from "./round-id.js";
import {
  callIsDecided,
  decidedBy,
  findTwin,
  registerRound as keepRound,
  type NewRoundRecord,
} from "./store/index.js";
import type { CanonicalRound, ExampleTask, ReadTask } from "./tasks.js";
import { deviations } from "./terms.js";

import type { NewExampleRound, NewRound, RoundView } from "./views.js";

/** A registered round, and whether it is new: the same round, rule and fund again gives the one that is there. */
export interface Registered {
  readonly round: RoundView;
  readonly created: boolean;
}

const readingThread = new URL("./reading-thread.js", import.meta.url);

/** The longest that reading or making a round may take; 200,000 applications need some ten seconds. */
const patience = 60_000;

/**
 * Registers what a user sends.
 *
 * @param registeredBy the person who sends it; null: a visitor
 * @throws Refusal with line and column of what is wrong; or when a round that is to count deviates from its call, or its call is
 *   decided
 */
export async function registerRound(
  context: FundContext,
  sent: z.output<typeof NewRound>,
  registeredBy: string | null,
): Promise<Registered> {
  const { fundId, format, text, rule, trial } = sent;
  const fund = fundId === null ? null : requireFund(context, fundId);
  if (fund === null && !trial)
    throw new Refusal(
      "unusable",
      "A round without a fund stands alone and is a trial: set trial, or name a fund.",
    );
  const terms = fund === null ? null : callRound(fund, currentCall(fund, context.now()));
  const lists = fund && closedLists(fund);
  const draw = newDraw(rule, trial);
  const task: ReadTask = {
    kind: "read",
    upload: { format, text, rule, terms, lists },
    draw: draw?.wish ?? null,
  };
  const read = await think<CanonicalRound>(context, task);
  if (fund !== null && !trial) refuseDeviations(fund, read, rule);
  return keep(context, {
    ...read,
    secret: draw?.secret ?? null,
    fundId,
    title: sent.title,
    rule,
    trial,
    example: false,
    registeredBy,
  });
}

/**
 * Makes and registers an example round.
 *
 * @param trial false, unless the call is decided, for the examples a new store begins with, which stand in for real rounds on the clause's page
 */
export async function registerExample(
  context: FundContext,
  { fundId, rule, ...options }: z.output<typeof NewExampleRound>,
  trial = true,
): Promise<Registered> {
  const fund = requireFund(context, fundId);
  const call = currentCall(fund, context.now());
  const draw = newDraw(rule, trial);
  const task: ExampleTask = { kind: "example", fund, call, options, draw: draw?.wish ?? null };
  const made = await think<CanonicalRound>(context, task);
  const number = formatNumber(options.applications, "nl");
  const title = `${call.title.nl}, ${number} voorbeeldaanvragen`;
  const decided = await decidedBy(context.store.database, { fundId, call: call.id, example: true });
  return keep(context, {
    ...made,
    secret: draw?.secret ?? null,
    fundId,
    title,
    rule,
    trial: trial || decided !== null,
    example: true,
    registeredBy: null,
  });
}

async function keep(
  context: FundContext,
  record: CanonicalRound & {
    /** What the round's draw is committed to, where it has one. */
    readonly secret: string | null;
    readonly fundId: string | null;
    readonly title: string | undefined;
    readonly rule: RoundView["rule"];
    readonly trial: boolean;
    readonly example: boolean;
    readonly registeredBy: string | null;
  },
): Promise<Registered> {
  const { secret, sourceHash, ...kept } = record;
  const { round } = kept;
  const draw = secret === null || sourceHash === null ? null : { secret, sourceHash };
  await refuseDecided(context, { ...kept, draw });
  const { id, created } = await keepRound(context.store, {
    ...kept,
    draw,
    id: roundId(round.round, record),
    title: record.title ?? round.round,
  });
  return { round: await roundView(context.store.database, context.programme, id), created };
}

/** Refuses a new round that is to count when its call is decided: its money would be decided twice. */
async function refuseDecided(
  { store: { database } }: FundContext,
  record: Omit<NewRoundRecord, "id" | "title">,
): Promise<void> {
  const { fundId, trial, example, round } = record;
  if (fundId === null || trial || (await findTwin(database, record)) !== null) return;
  const other = await decidedBy(database, { fundId, call: round.round, example });
  if (other !== null) throw new Refusal("conflict", callIsDecided(round.round, other));
}

/** Runs a task in a thread when it is its turn. */
async function think<Result>(context: FundContext, task: ReadTask | ExampleTask): Promise<Result> {
  try {
    return await context.readers(() => runInThread<Result>(readingThread, task, { milliseconds: patience }));
  } catch (error) {
    if (error instanceof ThreadTimeout || (error instanceof ThreadFailure && error.outOfMemory))
      throw new Refusal("unusable", `This round is too large for this server: ${error.message}.`);
    throw error;
  }
}

function refuseDeviations(fund: FundDefinition, { round }: CanonicalRound, rule: RoundView["rule"]): void {
  const found = deviations(fund, round, rule);
  if (found.length === 0) return;
  throw new Refusal(
    "unusable",
    "Only a round that keeps to what its call announced counts; send it as a trial, or take these differences out.",
    found.map(({ pointer, detail }) => ({ in: "body", location: { pointer }, code: "deviates", detail })),
  );
}
