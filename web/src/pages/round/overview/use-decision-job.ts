/** A decision under way: starts it, follows it, cancels it, and finds it again when the page is opened later. */
import { type UseMutationResult, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { JobView, RoundView } from "@voorsprong/server/contract";
import { useEffect, useState } from "react";
import { ApiProblem, isContactLost, sendJson } from "../../../api/client.js";
import { jobQuery, roundQuery } from "../../../api/queries.js";
import { appendPoint, type GapPoint, wholeBound } from "../../../charts/gap-line.js";

/** How often a running job is asked for news, in milliseconds. */
const INTERVAL = 500;

/** Whether a job still has something to report. */
export function isRunning(job: JobView | undefined): boolean {
  return job?.state === "queued" || job?.state === "running";
}

/** What the page knows of the newest job on a round. */
export interface DecisionJob {
  readonly job: JobView | undefined;
  /** The server does not answer: `job` is what was last heard, and the page keeps asking. */
  readonly lost: boolean;
  /** The progress this page has seen, for the picture. */
  readonly points: readonly GapPoint[];
  /** Whether this page saw the job at work, so that its end is news. */
  readonly watched: boolean;
  /** Seconds since the job started, by the server's own moments and this page's watching. */
  readonly seconds: number;
  readonly start: UseMutationResult<JobView, Error, number>;
  readonly cancel: UseMutationResult<JobView, Error, void>;
}

/** Follows the newest job on a round; when it ends, everything read of the round is read again. */
export function useDecisionJob(round: RoundView): DecisionJob {
  const queries = useQueryClient();
  const id = round.jobId;
  const { data: job, error } = useQuery({
    ...jobQuery(id ?? ""),
    enabled: id !== null,
    staleTime: 0,
    refetchInterval: ({ state }) => (isRunning(state.data) || isContactLost(state.error) ? INTERVAL : false),
    // Short waits: a reader soon hears that contact is lost, and soon sees that it is back.
    retry: (failures, reason) => failures < 2 && isContactLost(reason),
    retryDelay: INTERVAL,
  });
  const start = useMutation({
    mutationFn: (timeLimitSeconds: number) =>
      sendJson<JobView>("POST", `/rounds/${encodeURIComponent(round.id)}/jobs`, { timeLimitSeconds }),
    onSuccess: async (started) => {
      const key = roundQuery(round.id).queryKey;
      await queries.cancelQueries({ queryKey: key });
      queries.setQueryData(jobQuery(started.id).queryKey, started);
      queries.setQueryData(key, (last) => last && { ...last, state: "deciding" as const, jobId: started.id });
    },
    // Someone else was first: what this page knew of the round is old.
    onError: (reason) =>
      reason instanceof ApiProblem && reason.problem.status === 409
        ? queries.invalidateQueries({ queryKey: roundQuery(round.id).queryKey })
        : undefined,
  });
  const cancel = useMutation({
    mutationFn: () => sendJson<JobView>("DELETE", `/jobs/${encodeURIComponent(id ?? "")}`),
    onSuccess: (cancelled) => queries.setQueryData(jobQuery(cancelled.id).queryKey, cancelled),
  });
  const ended = job !== undefined && !isRunning(job);
  const jobId = job?.id;
  useEffect(() => {
    if (!ended || jobId === undefined) return;
    for (const name of [
      "round",
      "rounds",
      "applications",
      "application",
      "decision-summary",
      "fund",
      "accord",
    ]) {
      void queries.invalidateQueries({ queryKey: [name] });
    }
  }, [ended, jobId, queries]);
  const [watched, setWatched] = useState(false);
  if (isRunning(job) && !watched) setWatched(true);
  const { points, seconds } = useProgress(job);
  return { job, lost: isContactLost(error), watched, points, seconds, start, cancel };
}

/** Keeps what a job reported while this page watched, with the second at which it was seen. */
function useProgress(job: JobView | undefined): { points: readonly GapPoint[]; seconds: number } {
  const [seen, setSeen] = useState<{ id: string | null; points: readonly GapPoint[]; seconds: number }>({
    id: null,
    points: [],
    seconds: 0,
  });
  useEffect(() => {
    if (job?.startedAt == null) return;
    const seconds = Math.max(0, (Date.now() - Date.parse(job.startedAt)) / 1000);
    const { objective } = job.progress;
    const bound = wholeBound(job.progress.bound, objective);
    setSeen((last) => ({
      id: job.id,
      points: appendPoint(last.id === job.id ? last.points : [], { seconds, objective, bound }),
      seconds,
    }));
  }, [job]);
  return seen.id === job?.id ? seen : { points: [], seconds: 0 };
}
