/** Saves a review while it is written: one save at a time, the newest words last, never over those of another window. */
import type { OwnReviewView } from "@voorsprong/server/contract";
import { useCallback, useEffect, useRef, useState } from "react";
import { ApiProblem, sendJson } from "../../../api/client.js";

/** What a reviewer fills in. */
export type Draft = Pick<OwnReviewView, "scores" | "reasons" | "classes">;

/** Where saving stands. `stale`: another window saved meanwhile, so nothing is saved from here any more. */
export type SaveState =
  | { readonly kind: "saved"; readonly at: Date | null }
  | { readonly kind: "unsaved" }
  | { readonly kind: "saving" }
  | { readonly kind: "stale" }
  | { readonly kind: "failed"; readonly error: unknown };

/** How long after the last change a save begins, in milliseconds. */
const pause = 700;

/** What saving gives the page. */
export interface Autosave {
  readonly state: SaveState;
  /** Takes a change; it is saved soon. */
  change(draft: Draft): void;
  /** Saves at once what is not saved yet; gives the revision that then stands, or null when it could not. */
  flush(): Promise<number | null>;
}

/** Saves drafts of a review. */
export function useAutosave(review: OwnReviewView): Autosave {
  const [state, setState] = useState<SaveState>({
    kind: "saved",
    at: review.changedAt === null ? null : new Date(review.changedAt),
  });
  const revision = useRef(review.revision);
  const waiting = useRef<Draft | null>(null);
  const running = useRef<Promise<number | null> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isStale = useRef(false);
  const { applicationId } = review;

  const run = useCallback(async (): Promise<number | null> => {
    while (waiting.current !== null && !isStale.current) {
      const draft = waiting.current;
      waiting.current = null;
      setState({ kind: "saving" });
      try {
        const saved = await sendJson<{ revision: number }>("PUT", `/reviews/${applicationId}`, {
          revision: revision.current,
          ...draft,
        });
        revision.current = saved.revision;
        setState(waiting.current === null ? { kind: "saved", at: new Date() } : { kind: "unsaved" });
      } catch (error) {
        if (error instanceof ApiProblem && error.problem.status === 409) {
          isStale.current = true;
          setState({ kind: "stale" });
          return null;
        }
        // What was typed meanwhile is newer than what could not be saved.
        waiting.current ??= draft;
        setState({ kind: "failed", error });
        return null;
      }
    }
    return isStale.current ? null : revision.current;
  }, [applicationId]);

  const flush = useCallback((): Promise<number | null> => {
    clearTimeout(timer.current);
    const next = (running.current ?? Promise.resolve(null)).then(run);
    running.current = next;
    return next;
  }, [run]);

  const change = useCallback(
    (draft: Draft) => {
      if (isStale.current) return;
      waiting.current = draft;
      setState((before) => (before.kind === "saving" ? before : { kind: "unsaved" }));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), pause);
    },
    [flush],
  );

  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (waiting.current !== null) event.preventDefault();
    };
    const hide = () => {
      if (document.visibilityState === "hidden") void flush();
    };
    window.addEventListener("beforeunload", leave);
    document.addEventListener("visibilitychange", hide);
    return () => {
      window.removeEventListener("beforeunload", leave);
      document.removeEventListener("visibilitychange", hide);
      void flush();
    };
  }, [flush]);

  return { state, change, flush };
}
