/** A job of the queue as it goes over the wire. */
import type { Job } from "@voorsprong/store";
import { decideJobKind, explainedBy } from "./store/index.js";
import { JobView } from "./views.js";

type Progress = JobView["progress"];

const reported = JobView.shape.progress;

/** How a job stands, in the words of the wire. */
export function jobView(job: Job): JobView {
  return {
    id: job.id,
    ...aboutOf(job),
    state: job.state,
    progress: progressOf(job),
    createdAt: job.createdAt.toISOString(),
    startedAt: job.startedAt?.toISOString() ?? null,
    finishedAt: job.finishedAt?.toISOString() ?? null,
    failure: job.failure,
  };
}

function aboutOf({ kind, subject }: Job): Pick<JobView, "kind" | "roundId" | "applicationId"> {
  if (kind === decideJobKind) return { kind: "decide", roundId: subject, applicationId: null };
  return { kind: "explain", ...explainedBy(subject) };
}

function progressOf({ state, progress }: Job): Progress {
  const { data: last } = reported.safeParse({ steps: null, ...progress });
  const figures = {
    objective: last?.objective ?? null,
    bound: last?.bound ?? null,
    steps: last?.steps ?? null,
  };
  if (state === "queued") return { phase: "waiting", objective: null, bound: null, steps: null };
  if (state === "running") return { phase: last?.phase ?? "reading", ...figures };
  return { phase: "finished", ...figures };
}
