/** Runs one claimed job: keeps its lease, passes interruptions on, and writes how it ended. */
import type { Database, Logger, Transaction } from "./database.js";
import { endJob, finishJob, type Lease, releaseJob, renewLease, reportProgress } from "./job-table.js";
import type { JobTransport } from "./job-transport.js";
import { type Job, JobInterrupted } from "./jobs.js";

/** What a handler can do beside its work. */
export interface JobControl {
  /** Aborted with a `JobInterrupted` as reason when the work should end. */
  readonly signal: AbortSignal;
  /** Shows how far the work is; nothing happens when the job is no longer this worker's. */
  progress(progress: NonNullable<Job["progress"]>): Promise<void>;
  /**
   * Marks the job done in the transaction that writes its result, so that the two happen together or not at all.
   * A handler that does not call it is done when it returns.
   * @throws JobInterrupted when the job was cancelled or lost; let it roll the transaction back
   */
  finish(tx: Transaction): Promise<void>;
}

/** Does a job. What it throws is the job's failure, in words for a user; after an abort it should throw soon. */
export type JobHandler = (job: Job, control: JobControl) => Promise<void>;

/** A job that this process works on. */
export interface RunningJob {
  interrupt(reason: JobInterrupted): void;
}

/** What running a job needs of its queue. */
export interface JobSurroundings {
  readonly database: Database;
  readonly transport: JobTransport;
  readonly logger: Logger;
  readonly leaseSeconds: number;
  /** The jobs this process works on, by id. */
  readonly running: Map<string, RunningJob>;
}

/** Writes how a job ended that did not finish. */
async function settle(
  { database, transport, logger }: JobSurroundings,
  job: Job,
  lease: Lease,
  error: unknown,
): Promise<void> {
  if (error instanceof JobInterrupted) {
    if (error.reason === "cancelled") await endJob(database, lease, "cancelled", null);
    if (error.reason !== "stopping") return;
    await database.transaction(async (tx) => {
      if (await releaseJob(tx, lease)) await transport.send(tx, job.kind, job.id);
    });
    return;
  }
  logger.error({ error, job: job.id, kind: job.kind, subject: job.subject }, "a job failed");
  await endJob(database, lease, "failed", error instanceof Error ? error.message : String(error));
}

/** Runs a job to its end; never throws. */
export async function runJob(
  surroundings: JobSurroundings,
  { job, lease }: { job: Job; lease: Lease },
  handler: JobHandler,
): Promise<void> {
  const { database, logger, leaseSeconds, running } = surroundings;
  const abort = new AbortController();
  const interrupt = (reason: JobInterrupted) => abort.abort(reason);
  const renew = async () => {
    const { held, cancelRequested } = await renewLease(database, lease, leaseSeconds);
    if (!held) interrupt(new JobInterrupted("lost"));
    else if (cancelRequested) interrupt(new JobInterrupted("cancelled"));
  };
  const heartbeat = setInterval(
    () => {
      // A lease that could not be renewed is either renewed next time or lost, and then the finish is refused.
      renew().catch((error: unknown) => logger.warn({ error, job: job.id }, "a lease could not be renewed"));
    },
    Math.min(leaseSeconds / 5, 2) * 1000,
  );
  running.set(job.id, { interrupt });
  try {
    await handler(job, {
      signal: abort.signal,
      progress: (progress) => reportProgress(database, lease, progress),
      finish: (tx) => finishJob(tx, lease),
    });
    await endJob(database, lease, "done", null);
  } catch (error) {
    // After an abort, what the handler throws is a consequence of it.
    await settle(surroundings, job, lease, abort.signal.reason ?? error).catch((reason: unknown) =>
      logger.error({ error: reason, job: job.id }, "the end of a job could not be written"),
    );
  } finally {
    clearInterval(heartbeat);
    running.delete(job.id);
  }
}
