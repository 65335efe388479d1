/** Decides registered rounds as jobs: puts them in the queue, works on them, and publishes what comes out. */
import { performance } from "node:perf_hooks";
import type { JobControl, JobHandler, Json } from "@voorsprong/store";
import { Refusal } from "../../kernel/refusal.js";
import { ThreadFailure, ThreadTimeout } from "../../kernel/thread.js";
import type { FundContext } from "../context.js";
import { type DecideProgress, decideInWorker } from "./decide-in-worker.js";
import { requestMissingExplanations } from "./explain-round.js";
import { jobView } from "./job-view.js";
import { titlesOf } from "./limits.js";
import { requireRound, roundDocument } from "./read-rounds.js";
import { callDecidedBy, decideJobKind, keptDraw, publishDecision } from "./store/index.js";
import type { JobView } from "./views.js";

/** Progress is written at most this often, in milliseconds. */
const reportEvery = 250;

/**
 * Has a round decided; where a job on it is under way, that one is given.
 *
 * @throws Refusal when there is no such round, or it is decided, or its call is: a decision is published once
 */
export async function requestDecision(
  { store }: FundContext,
  roundId: string,
  { timeLimitSeconds }: { readonly timeLimitSeconds: number },
): Promise<JobView> {
  const round = await requireRound(store.database, roundId);
  if (round.state === "decided")
    throw new Refusal(
      "conflict",
      `Round ${roundId} is decided; its decision is published and stays as it is.`,
    );
  const other = await callDecidedBy(store.database, roundId);
  if (other !== null)
    throw new Refusal(
      "conflict",
      `The call of round ${roundId} is already decided by round ${other}; register this round as a trial.`,
    );
  return jobView(
    await store.jobs.enqueue({ kind: decideJobKind, subject: roundId, payload: { timeLimitSeconds } }),
  );
}

/** @throws Refusal when there is no such job */
export async function requireJob({ store }: FundContext, jobId: string): Promise<JobView> {
  return found(jobId, await store.jobs.get(jobId));
}

/** Cancels a job; a finished one stays as it is. @throws Refusal when there is no such job */
export async function cancelJob({ store }: FundContext, jobId: string): Promise<JobView> {
  return found(jobId, await store.jobs.cancel(jobId));
}

function found(jobId: string, job: Parameters<typeof jobView>[0] | null): JobView {
  if (job === null) throw new Refusal("not-found", `There is no job ${jobId}.`);
  return jobView(job);
}

/** The handler that decides one round. What it throws is told to the user as the job's failure. */
export function decideHandler(context: FundContext): JobHandler {
  const { store, programme } = context;
  return async (job, control) => {
    const { rule, fundId } = await requireRound(store.database, job.subject);
    const { text } = await roundDocument(store.database, job.subject);
    const report = reporter(control);
    const draw = await keptDraw(store.database, job.subject);
    const started = performance.now();
    const { decision, document, figures, registeredHash } = await decideInWorker(text, {
      rule,
      draw,
      titles: titlesOf(programme.funds.find(({ id }) => id === fundId) ?? null),
      timeLimitSeconds: Number(job.payload.timeLimitSeconds ?? 60),
      signal: control.signal,
      onProgress: report,
    }).catch((error: unknown) => {
      throw inWords(error);
    });
    const seconds = (performance.now() - started) / 1000;
    await control.progress({ phase: "publish", objective: objectiveOf(figures), bound: figures.bound });
    await publishDecision(store, {
      roundId: job.subject,
      decision,
      document,
      registeredHash,
      seconds,
      summary: figures as unknown as Json,
      finish: control.finish,
      accompany: (tx) => context.published(tx, { roundId: job.subject, decision, figures }),
    });
    if (rule === "optimal" && decision.outcome.status === "decided") {
      // Where the process ends here, the explanation is asked for when it starts again.
      await requestMissingExplanations(context);
    }
  };
}

const objectiveOf = (figures: { readonly outcome: { readonly objective: number | null } }) =>
  figures.outcome.objective;

/** Writes progress now and then; a report that cannot be written is replaced by the next. */
function reporter(control: JobControl): (progress: DecideProgress) => void {
  let next = 0;
  let phase = "";
  return (progress) => {
    if (progress.phase === phase && performance.now() < next) return;
    phase = progress.phase;
    next = performance.now() + reportEvery;
    control.progress({ ...progress }).catch(() => {});
  };
}

/** Errors of threads in words for a user. */
function inWords(error: unknown): unknown {
  if (error instanceof ThreadTimeout)
    return new Error("No outcome was found within the time limit. Try again with a longer one.", {
      cause: error,
    });
  if (error instanceof ThreadFailure)
    return new Error(`Deciding failed: ${error.message}. The round is open again.`, { cause: error });
  return error;
}
