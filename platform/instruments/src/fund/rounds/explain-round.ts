/** Explanations of published decisions as jobs, and what is kept of them. */
import { performance } from "node:perf_hooks";
import type { ExplainProgress } from "@voorsprong/allocation";
import type { JobHandler, Queryable } from "@voorsprong/store";
import { Refusal } from "../../kernel/refusal.js";
import { runInThread, ThreadFailure, ThreadTimeout } from "../../kernel/thread.js";
import type { FundContext } from "../context.js";
import { jobView } from "./job-view.js";
import { titlesOf } from "./limits.js";
import { type KeptDocument, requireRound } from "./read-rounds.js";
import {
  type Explained,
  explainedBy,
  explainJob,
  explainJobKind,
  explainSubject,
  getApplication,
  getDecision,
  getDecisionDocument,
  getExplanation,
  getExplanationDocument,
  keepExplanation,
  roundsToExplain,
} from "./store/index.js";
import type { DecisionFigures } from "./summarise-decision.js";
import type { ExplanationFigures } from "./summarise-explanation.js";
import type { AnswerTask, ExplainingResults, ExplainTask } from "./tasks.js";
import type { ApplicationExplanation, ExplanationSummary, JobView } from "./views.js";

const explainingThread = new URL("./explaining-thread.js", import.meta.url);

/** The longest an explanation may take, in milliseconds; its effort is counted, so this is for the largest rounds. */
const patience = 30 * 60_000;

/** The longest that putting one application in words may take, in milliseconds. */
const patienceOfReader = 60_000;

/**
 * Has a decision explained, or one application of it; where a job on that is under way, that one is given.
 *
 * @throws Refusal when there is no such round or application, when there is nothing to explain (no decision under
 *   `optimal` with an outcome, or an application that is awarded), or when the explanation is there
 */
export async function requestExplanation(context: FundContext, about: Explained): Promise<JobView> {
  const { database, jobs } = context.store;
  await requireExplainable(database, about);
  if ((await getExplanation(database, about)) !== null)
    throw new Refusal(
      "conflict",
      `The explanation of ${nameOf(about)} is there already; the same decision gives the same explanation.`,
    );
  return jobView(await jobs.enqueue({ kind: explainJobKind, subject: explainSubject(about), payload: {} }));
}

/** Has every decision explained that nobody had explained yet, as after an update of the product. */
export async function requestMissingExplanations({ store }: FundContext): Promise<void> {
  for (const subject of await roundsToExplain(store.database))
    await store.jobs.enqueue({ kind: explainJobKind, subject, payload: {} });
}

/** The handler that makes one explanation. What it throws is told to the user as the job's failure. */
export function explainHandler(context: FundContext): JobHandler {
  const { database } = context.store;
  return async ({ subject }, control) => {
    const about = explainedBy(subject);
    const started = performance.now();
    const task: ExplainTask = { kind: "explain", ...(await taskFor(context, about.roundId)), ...about };
    const explained = await think(task, {
      milliseconds: patience,
      signal: control.signal,
      onProgress: ({ done, of }: ExplainProgress) => {
        // A report that cannot be written is replaced by the next.
        control
          .progress({ phase: "explain", objective: null, bound: null, steps: { done, of } })
          .catch(() => {});
      },
    });
    const seconds = (performance.now() - started) / 1000;
    await database.transaction(async (tx) => {
      await keepExplanation(tx, { ...about, ...explained, seconds });
      await control.finish(tx);
    });
  };
}

/** An explanation as it was made. @throws Refusal when it is not there, with the job to look at */
export async function explanationDocument(from: Queryable, about: Explained): Promise<KeptDocument> {
  await requireExplainable(from, about);
  const kept = await getExplanationDocument(from, about);
  if (kept === null) throw await notYet(from, about);
  return kept;
}

/** The explanation of a round in figures. @throws Refusal when it is not there, with the job to look at */
export async function explanationSummary(from: Queryable, roundId: string): Promise<ExplanationSummary> {
  const about = { roundId, applicationId: null };
  await requireExplainable(from, about);
  const kept = await getExplanation(from, about);
  if (kept === null) throw await notYet(from, about);
  const { hash, seconds, summary } = kept;
  return { ...(summary as unknown as ExplanationFigures), roundId, hash, seconds };
}

/**
 * What is known of one application, in words.
 *
 * @throws Refusal when there is no such application, or its round has no outcome under `optimal`
 */
export async function applicationExplanation(
  context: FundContext,
  roundId: string,
  applicationId: string,
): Promise<ApplicationExplanation> {
  const { database } = context.store;
  const about = { roundId, applicationId };
  await requireRoundExplainable(database, roundId);
  await requireApplication(database, about);
  const whole = await getExplanationDocument(database, { roundId, applicationId: null });
  const own = await getExplanationDocument(database, about);
  const task: AnswerTask = {
    kind: "answer",
    ...(await taskFor(context, roundId)),
    applicationId,
    explanations: [whole, own].flatMap((kept) => kept?.text ?? []),
  };
  const answers = await context.readers(() => think(task, { milliseconds: patienceOfReader }));
  return { ...answers, exact: own !== null, jobId: await explainJob(database, about) };
}

async function taskFor({ store, programme }: FundContext, roundId: string) {
  const { fundId } = await requireRound(store.database, roundId);
  const fund = programme.funds.find(({ id }) => id === fundId) ?? null;
  const decision = (await getDecisionDocument(store.database, roundId)) ?? "";
  return { decision, titles: titlesOf(fund) };
}

type Limits = Parameters<typeof runInThread<unknown, ExplainProgress>>[2];

/** Does a task in a thread, with its failures in words for a user. */
async function think<Task extends ExplainTask | AnswerTask>(
  task: Task,
  limits: Limits,
): Promise<ExplainingResults[Task["kind"]]> {
  try {
    return await runInThread<ExplainingResults[Task["kind"]], ExplainProgress>(
      explainingThread,
      task,
      limits,
    );
  } catch (error) {
    if (error instanceof ThreadTimeout)
      throw new Error("The explanation took too long. The decision stands as it was published.", {
        cause: error,
      });
    if (error instanceof ThreadFailure)
      throw new Error(`Explaining failed: ${error.message}. The decision stands as it was published.`, {
        cause: error,
      });
    throw error;
  }
}

/** @throws Refusal when there is nothing to explain */
async function requireExplainable(from: Queryable, about: Explained): Promise<void> {
  await requireRoundExplainable(from, about.roundId);
  if (about.applicationId === null) return;
  const { funded } = await requireApplication(from, about);
  if (funded)
    throw new Refusal(
      "not-found",
      `Application ${about.applicationId} is awarded; it needs no other score or cost.`,
    );
}

async function requireRoundExplainable(from: Queryable, roundId: string): Promise<void> {
  const { rule } = await requireRound(from, roundId);
  const decision = await getDecision(from, roundId);
  if (decision === null) throw new Refusal("not-found", `Round ${roundId} is not decided yet.`);
  const { outcome } = decision.summary as unknown as DecisionFigures;
  if (rule !== "optimal")
    throw new Refusal(
      "not-found",
      `Only decisions under "optimal" have an explanation; round ${roundId} is decided under "${rule}".`,
    );
  if (outcome.status !== "decided")
    throw new Refusal(
      "not-found",
      `Round ${roundId} has no outcome to explain; its limits cannot hold together.`,
    );
}

async function requireApplication(from: Queryable, { roundId, applicationId }: Explained) {
  const application = await getApplication(from, roundId, applicationId ?? "");
  if (application === null)
    throw new Refusal("not-found", `Round ${roundId} has no application ${applicationId}.`);
  return application;
}

async function notYet(from: Queryable, about: Explained): Promise<Refusal> {
  const job = await explainJob(from, about);
  return new Refusal(
    "not-found",
    job === null
      ? `The explanation of ${nameOf(about)} is not there; ask for it with POST on this path.`
      : `The explanation of ${nameOf(about)} is not there yet; job ${job} makes it, see /jobs/${job}.`,
  );
}

function nameOf({ roundId, applicationId }: Explained): string {
  return applicationId === null ? `round ${roundId}` : `application ${applicationId} of round ${roundId}`;
}
