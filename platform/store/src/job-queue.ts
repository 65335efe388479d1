/**
 * The job queue: pg-boss carries job ids to workers (`FOR UPDATE SKIP LOCKED`), the table `jobs` says whose a job is.
 *
 * pg-boss 10 has no heartbeat, and its expiry counts from the start of a job: a short one would end long work, a long
 * one would leave the job of a killed worker lying. So a worker holds a job by a lease in `jobs` that it renews
 * (job-table.ts). When the lease runs out, any process with workers puts the job back. On PGlite, which one process
 * owns, every job found running at the start is put back at once.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Database, Logger } from "./database.js";
import { type JobHandler, type RunningJob, runJob } from "./job-runner.js";
import { addJob, claimJob, readJob, requestCancel, takeOrphans } from "./job-table.js";
import { type JobTransport, openTransport } from "./job-transport.js";
import { type Job, JobInterrupted, type NewJob } from "./jobs.js";

/** Times of the queue; the defaults suit the product. */
export interface JobQueueOptions {
  /** A worker that does not renew its lease for this long is taken for dead. Default 15. */
  readonly leaseSeconds?: number;
  /** How often a worker looks for jobs that other processes added. Default 1. */
  readonly pollSeconds?: number;
}

/** The queue of one process. */
export interface JobQueue {
  /** Makes the queue ready and takes back what dead workers held; `enqueue` and `work` need it first. */
  start(): Promise<void>;
  /** Adds a job; where one of this kind on this subject is queued or running, that one is given instead. */
  enqueue(job: NewJob): Promise<Job>;
  /** Gives a job, or null. */
  get(id: string): Promise<Job | null>;
  /** Cancels a job: at once when it waits, soon when it runs. Null when there is none; a finished job stays as it is. */
  cancel(id: string): Promise<Job | null>;
  /**
   * Works on jobs of a kind in this process.
   * @param concurrency how many at the same time, default 1
   */
  work(kind: string, handler: JobHandler, options?: { concurrency?: number }): Promise<void>;
  /** Stops working: handlers are interrupted and their jobs go back to the queue. Returns when they have ended. */
  stop(): Promise<void>;
}

/** Makes the queue of a database; nothing happens before `start`. */
export function createJobQueue(database: Database, logger: Logger, options: JobQueueOptions = {}): JobQueue {
  const leaseSeconds = options.leaseSeconds ?? 15;
  const pollMilliseconds = (options.pollSeconds ?? 1) * 1000;
  const running = new Map<string, RunningJob>();
  const loops: Promise<void>[] = [];
  let alarm = new AbortController();
  let transport: JobTransport | null = null;
  let sweep: NodeJS.Timeout | undefined;
  let stopping = false;

  function started(): JobTransport {
    if (transport === null) throw new Error("the job queue is not started");
    return transport;
  }

  function wakeWorkers(): void {
    alarm.abort();
    alarm = new AbortController();
  }

  async function recover(orphans: "expired" | "all"): Promise<void> {
    const recovered = await database.transaction(async (tx) => {
      const jobs = await takeOrphans(tx, orphans);
      for (const job of jobs) await started().send(tx, job.kind, job.id);
      return jobs;
    });
    for (const { id, kind, subject } of recovered) {
      logger.warn({ job: id, kind, subject }, "a job lost its worker and is queued again");
    }
    if (recovered.length > 0) wakeWorkers();
  }

  const claimNext = (kind: string) =>
    database.transaction(async (tx) => {
      const id = await started().take(tx, kind);
      return id === null ? "empty" : ((await claimJob(tx, id, leaseSeconds)) ?? "gone");
    });

  async function workLoop(kind: string, handler: JobHandler): Promise<void> {
    while (!stopping) {
      // Taken before looking, so that a job added meanwhile does not wait for the next look.
      const { signal } = alarm;
      const claimed = await claimNext(kind).catch((error: unknown) => {
        logger.error({ error, kind }, "looking for a job failed; it is tried again");
        return "empty" as const;
      });
      if (claimed === "empty") await sleep(pollMilliseconds, undefined, { signal }).catch(() => {});
      else if (claimed !== "gone") {
        await runJob({ database, transport: started(), logger, leaseSeconds, running }, claimed, handler);
      }
    }
  }

  return {
    async start() {
      transport = await openTransport(database, logger);
      if (database.kind === "pglite") await recover("all");
    },
    async enqueue(job) {
      await started().prepare(job.kind);
      const stored = await database.transaction(async (tx) => {
        const { job: row, added } = await addJob(tx, job);
        if (added) await started().send(tx, row.kind, row.id);
        return row;
      });
      wakeWorkers();
      return stored;
    },
    get: (id) => readJob(database, id),
    async cancel(id) {
      const job = await requestCancel(database, id);
      if (job?.state === "running") running.get(id)?.interrupt(new JobInterrupted("cancelled"));
      return job;
    },
    async work(kind, handler, { concurrency = 1 } = {}) {
      await started().prepare(kind);
      for (let worker = 0; worker < concurrency; worker++) loops.push(workLoop(kind, handler));
      if (database.kind === "postgresql" && sweep === undefined) {
        const sweepNow = () =>
          recover("expired").catch((error: unknown) =>
            logger.error({ error }, "looking for lost jobs failed"),
          );
        sweep = setInterval(sweepNow, (leaseSeconds * 1000) / 2);
        await sweepNow();
      }
    },
    async stop() {
      stopping = true;
      clearInterval(sweep);
      for (const job of running.values()) job.interrupt(new JobInterrupted("stopping"));
      wakeWorkers();
      await Promise.all(loops);
      await transport?.close();
      transport = null;
    },
  };
}
