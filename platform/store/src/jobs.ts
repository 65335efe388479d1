/** Jobs: long work that a user asked for, with its state, progress and result. */

import type { Json } from "./storable.js";

/**
 * `queued` waits for a worker, also again after its worker died. `running` has a worker whose lease is kept alive.
 * The other three are final.
 */
export type JobState = "queued" | "running" | "done" | "failed" | "cancelled";

/** A job as it stands. */
export interface Job {
  readonly id: string;
  /** What is to be done, for instance `fund.decide`; a worker names the kinds it can do. */
  readonly kind: string;
  /** Id of what it is done to, for instance the round. */
  readonly subject: string;
  /** What the worker needs to know beside the subject. */
  readonly payload: { readonly [name: string]: Json };
  readonly state: JobState;
  /** What the worker last reported; null before its first report. */
  readonly progress: { readonly [name: string]: Json } | null;
  /** A user asked to stop it; the worker will. */
  readonly cancelRequested: boolean;
  /** How many workers have begun it. */
  readonly attempts: number;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  /** Why it failed, in words for a user; null unless `failed`. */
  readonly failure: string | null;
}

/** A job to be put in the queue. */
export type NewJob = Pick<Job, "kind" | "subject" | "payload">;

/** The columns of table `jobs` under the names of `Job`. */
export const jobColumns = `id, kind, subject, payload, state, progress, cancel_requested AS "cancelRequested", attempts,
  created_at AS "createdAt", started_at AS "startedAt", finished_at AS "finishedAt", failure`;

/** Why a handler's signal was aborted, or its finish refused. */
export class JobInterrupted extends Error {
  override readonly name = "JobInterrupted";
  /**
   * @param reason `cancelled`: a user asked for it. `lost`: the worker did not keep its lease and another may have the
   * job. `stopping`: this process is going down and the job goes back to the queue.
   */
  constructor(readonly reason: "cancelled" | "lost" | "stopping") {
    super(`the job was interrupted: ${reason}`);
  }
}
