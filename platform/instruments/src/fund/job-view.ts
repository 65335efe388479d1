/** A job of the queue as it goes over the wire. */
import type { Job } from "@voorsprong/store";
import { JobView } from "./views.js";

type Progress = JobView["progress"];

const reported = JobView.shape.progress;

/** How a job stands, in the words of the wire. */
export function jobView(job: Job): JobView {
  return {
    id: job.id,
    roundId: job.subject,
    state: job.state,
    progress: progressOf(job),
    createdAt: job.createdAt.toISOString(),
    startedAt: job.startedAt?.toISOString() ?? null,
    finishedAt: job.finishedAt?.toISOString() ?? null,
    failure: job.failure,
  };
}

function progressOf({ state, progress }: Job): Progress {
  const { data: last } = reported.safeParse(progress);
  const figures = { objective: last?.objective ?? null, bound: last?.bound ?? null };
  if (state === "queued") return { phase: "waiting", objective: null, bound: null };
  if (state === "running") return { phase: last?.phase ?? "reading", ...figures };
  return { phase: "finished", ...figures };
}
