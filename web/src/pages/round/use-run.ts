/** A worker's run as the state of a page: at most one at a time, ended when the page is left. */
import { useCallback, useEffect, useRef, useState } from "react";
import { Cancelled, type Run } from "../../solver/run.js";

/** How a run stands. */
export type RunState<Result> =
  | { readonly state: "idle" }
  | { readonly state: "running" }
  | { readonly state: "done"; readonly result: Result }
  | { readonly state: "failed"; readonly message: string };

/** A run with its state. */
export interface Running<Result, Progress> {
  readonly run: RunState<Result>;
  /** The last report of the run; null before the first. */
  readonly progress: Progress | null;
  /** Ends the run before it and follows this one. */
  readonly start: (begin: (onProgress: (progress: Progress) => void) => Run<Result>) => void;
  /** Ends the run; the state is idle again. */
  readonly cancel: () => void;
}

/** @param onDone hears of each result, for reading it out */
export function useRun<Result, Progress = never>(
  onDone: (result: Result) => void,
): Running<Result, Progress> {
  const [run, setRun] = useState<RunState<Result>>({ state: "idle" });
  const [progress, setProgress] = useState<Progress | null>(null);
  const current = useRef<Run<Result> | null>(null);
  const listener = useRef(onDone);
  useEffect(() => {
    listener.current = onDone;
  });
  const cancel = useCallback(() => {
    current.current?.cancel();
    current.current = null;
    setRun({ state: "idle" });
  }, []);
  const start = useCallback((begin: (onProgress: (progress: Progress) => void) => Run<Result>) => {
    current.current?.cancel();
    setProgress(null);
    setRun({ state: "running" });
    const next = begin((report) => setProgress(() => report));
    current.current = next;
    next.result.then(
      (result) => {
        if (current.current !== next) return;
        setRun({ state: "done", result });
        listener.current(result);
      },
      (error: unknown) => {
        if (error instanceof Cancelled || current.current !== next) return;
        setRun({ state: "failed", message: error instanceof Error ? error.message : String(error) });
      },
    );
  }, []);
  useEffect(() => () => current.current?.cancel(), []);
  return { run, progress, start, cancel };
}
