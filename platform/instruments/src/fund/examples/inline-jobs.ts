/** A job queue that does each job at once, for examples that play months in a few seconds. */
import { randomUUID } from "node:crypto";
import type { Job, JobHandler, JobQueue } from "@voorsprong/store";

/**
 * Makes the queue: what is added is done before `enqueue` returns, and nothing is kept.
 * @param signal passed to the handlers
 * @param now the clock that dates the jobs
 */
export function inlineJobs(signal: AbortSignal, now: () => Date): JobQueue {
  const handlers = new Map<string, JobHandler>();
  return {
    async start() {},
    async enqueue(wanted) {
      const at = now();
      const job: Job = {
        ...wanted,
        id: randomUUID(),
        state: "running",
        progress: null,
        cancelRequested: false,
        attempts: 1,
        createdAt: at,
        startedAt: at,
        finishedAt: null,
        failure: null,
      };
      // What nobody works on here is done by the real queue's own look for what is missing.
      await handlers.get(wanted.kind)?.(job, { signal, async progress() {}, async finish() {} });
      return { ...job, state: "done", finishedAt: now() };
    },
    get: async () => null,
    cancel: async () => null,
    async work(kind, handler) {
      handlers.set(kind, handler);
    },
    async stop() {},
  };
}
