/**
 * The table `jobs`, which is the truth about a job: pg-boss only carries its id to a worker.
 *
 * A worker owns a job through a lease that it renews. Every change by a worker names its lease (`worker`), so one that
 * was thought dead and comes back can change nothing. Leases run on the database's clock, which all processes share.
 */
import { randomUUID } from "node:crypto";
import type { Queryable, Transaction } from "./database.js";
import { type Job, JobInterrupted, jobColumns, type NewJob } from "./jobs.js";

/** After this many workers that died on a job, it fails: it is likely the job that kills them. */
export const mostAttempts = 3;

/** A worker's hold on one job. */
export interface Lease {
  readonly jobId: string;
  readonly worker: string;
}

/** Gives a job by id, or null. */
export async function readJob(from: Queryable, id: string): Promise<Job | null> {
  const [job] = await from.query<Job>(`SELECT ${jobColumns} FROM jobs WHERE id::text = $1`, [id]);
  return job ?? null;
}

/** Adds a job; where one of this kind on this subject is queued or running, that one is given instead. */
export async function addJob(tx: Transaction, job: NewJob): Promise<{ job: Job; added: boolean }> {
  const id = randomUUID();
  // The update changes nothing; it makes the row that was in the way come back.
  const [row] = await tx.query<Job>(
    `INSERT INTO jobs (id, kind, subject, payload) VALUES ($1::uuid, $2, $3, $4::jsonb)
     ON CONFLICT (kind, subject) WHERE state IN ('queued', 'running') DO UPDATE SET kind = EXCLUDED.kind
     RETURNING ${jobColumns}`,
    [id, job.kind, job.subject, JSON.stringify(job.payload)],
  );
  return { job: row!, added: row!.id === id };
}

/** Takes a queued job for a worker; null when it is no longer queued. */
export async function claimJob(from: Queryable, id: string, leaseSeconds: number) {
  const worker = randomUUID();
  const [job] = await from.query<Job>(
    `UPDATE jobs SET state = 'running', worker = $2::uuid, attempts = attempts + 1,
       started_at = coalesce(started_at, now()), lease_until = now() + $3::float8 * interval '1 second'
     WHERE id = $1::uuid AND state = 'queued' RETURNING ${jobColumns}`,
    [id, worker, leaseSeconds],
  );
  return job === undefined ? null : { job, lease: { jobId: id, worker } satisfies Lease };
}

/** Renews a lease; tells whether it still held, and whether a user asked to cancel. */
export async function renewLease(from: Queryable, { jobId, worker }: Lease, leaseSeconds: number) {
  const [row] = await from.query<{ cancelRequested: boolean }>(
    `UPDATE jobs SET lease_until = now() + $3::float8 * interval '1 second'
     WHERE id = $1::uuid AND worker = $2::uuid AND state = 'running'
     RETURNING cancel_requested AS "cancelRequested"`,
    [jobId, worker, leaseSeconds],
  );
  return row === undefined ? { held: false, cancelRequested: false } : { held: true, ...row };
}

/** Writes what a worker reports; nothing when its lease is lost. */
export async function reportProgress(from: Queryable, { jobId, worker }: Lease, progress: Job["progress"]) {
  await from.query(
    "UPDATE jobs SET progress = $3::jsonb WHERE id = $1::uuid AND worker = $2::uuid AND state = 'running'",
    [jobId, worker, JSON.stringify(progress)],
  );
}

/**
 * Marks a job done in the transaction that writes its result.
 * @throws JobInterrupted when the lease is lost or a user cancelled; the transaction must then be rolled back
 */
export async function finishJob(tx: Transaction, { jobId, worker }: Lease): Promise<void> {
  const [row] = await tx.query<{ cancelled: boolean }>(
    `SELECT cancel_requested AS cancelled FROM jobs
     WHERE id = $1::uuid AND worker = $2::uuid AND state = 'running' FOR UPDATE`,
    [jobId, worker],
  );
  if (row === undefined) throw new JobInterrupted("lost");
  if (row.cancelled) throw new JobInterrupted("cancelled");
  await tx.query(
    "UPDATE jobs SET state = 'done', finished_at = now(), worker = NULL, lease_until = NULL WHERE id = $1::uuid",
    [jobId],
  );
}

/** Ends a job; nothing when its lease is lost or it has ended already. */
export async function endJob(
  from: Queryable,
  { jobId, worker }: Lease,
  state: "done" | "failed" | "cancelled",
  failure: string | null,
): Promise<void> {
  await from.query(
    `UPDATE jobs SET state = $3, failure = $4, finished_at = now(), worker = NULL, lease_until = NULL
     WHERE id = $1::uuid AND worker = $2::uuid AND state = 'running'`,
    [jobId, worker, state, failure],
  );
}

/** Puts a job back because its worker goes down in order; that is no failed attempt. Tells whether it was its own. */
export async function releaseJob(tx: Transaction, { jobId, worker }: Lease): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE jobs SET state = 'queued', attempts = attempts - 1, worker = NULL, lease_until = NULL
     WHERE id = $1::uuid AND worker = $2::uuid AND state = 'running' AND NOT cancel_requested RETURNING id`,
    [jobId, worker],
  );
  return rows.length > 0;
}

/**
 * Cancels: at once when no worker has it, else by asking its worker.
 * @returns the job as it then stands, or null when there is none
 */
export async function requestCancel(from: Queryable, id: string): Promise<Job | null> {
  const [job] = await from.query<Job>(
    `UPDATE jobs SET cancel_requested = true,
       finished_at = CASE WHEN state = 'queued' THEN now() END,
       state = CASE WHEN state = 'queued' THEN 'cancelled' ELSE state END
     WHERE id::text = $1 AND state IN ('queued', 'running') RETURNING ${jobColumns}`,
    [id],
  );
  return job ?? readJob(from, id);
}

/**
 * Takes the jobs of dead workers from them: back to the queue, or to an end when a user had cancelled them or too many
 * workers died on them.
 *
 * @param orphans `expired`: leases that ran out. `all`: every running job, for a database that no other process shares
 * @returns the jobs that are queued again and must be carried to a worker
 */
export async function takeOrphans(tx: Transaction, orphans: "expired" | "all"): Promise<Job[]> {
  const rows = await tx.query<Job>(
    `UPDATE jobs SET worker = NULL, lease_until = NULL,
       state = CASE WHEN cancel_requested THEN 'cancelled' WHEN attempts >= $2::int THEN 'failed' ELSE 'queued' END,
       finished_at = CASE WHEN cancel_requested OR attempts >= $2::int THEN now() END,
       failure = CASE WHEN attempts >= $2::int AND NOT cancel_requested
         THEN 'the server stopped unexpectedly ' || attempts || ' times while it worked on this' END
     WHERE state = 'running' AND ($1::boolean OR lease_until < now()) RETURNING ${jobColumns}`,
    [orphans === "all", mostAttempts],
  );
  return rows.filter((job) => job.state === "queued");
}
