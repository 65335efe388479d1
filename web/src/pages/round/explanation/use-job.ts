/** A job on the server as the state of a page: followed while it runs, asked for, and stopped. */
import { type UseMutationResult, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { JobView } from "@voorsprong/server/contract";
import { useEffect, useRef } from "react";
import { isContactLost, sendJson } from "../../../api/client.js";
import { jobQuery } from "../../../api/queries.js";
import { isRunning } from "../overview/use-decision-job.js";

/** How often a running job is asked for news, in milliseconds. */
const INTERVAL = 700;

/** A job with what can be done about it. */
export interface FollowedJob {
  readonly job: JobView | undefined;
  /** The server does not answer: `job` is what was last heard, and the page keeps asking. */
  readonly lost: boolean;
  readonly start: UseMutationResult<JobView, Error, void>;
  readonly cancel: UseMutationResult<JobView, Error, void>;
}

/**
 * Follows a job.
 * @param jobId the newest job, as the page last read it; null when there is none
 * @param path where one is asked for, below the API
 * @param onStarted hears of a job that was asked for here, so that `jobId` can become its id
 * @param onDone hears when a job that was seen at work is done
 */
export function useJob(
  jobId: string | null,
  path: string,
  onStarted: (job: JobView) => void,
  onDone: () => void,
): FollowedJob {
  const queries = useQueryClient();
  const { data: job, error } = useQuery({
    ...jobQuery(jobId ?? ""),
    enabled: jobId !== null,
    staleTime: 0,
    refetchInterval: ({ state }) => (isRunning(state.data) || isContactLost(state.error) ? INTERVAL : false),
    // Short waits: a reader soon hears that contact is lost, and soon sees that it is back.
    retry: (failures, reason) => failures < 2 && isContactLost(reason),
    retryDelay: INTERVAL,
  });
  const keep = (known: JobView) => queries.setQueryData(jobQuery(known.id).queryKey, known);
  const start = useMutation({
    mutationFn: () => sendJson<JobView>("POST", path),
    onSuccess: (started) => {
      keep(started);
      onStarted(started);
    },
  });
  const cancel = useMutation({
    mutationFn: () => sendJson<JobView>("DELETE", `/jobs/${encodeURIComponent(jobId ?? "")}`),
    onSuccess: keep,
  });
  const watched = useRef(false);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  const state = job?.state;
  useEffect(() => {
    if (state === "queued" || state === "running") watched.current = true;
    else if (state === "done" && watched.current) {
      watched.current = false;
      done.current();
    }
  }, [state]);
  return { job, lost: isContactLost(error), start, cancel };
}
