/** The call that is being made: what is typed, and whether it is kept. A draft is kept a moment after every change. */
import { useQueryClient } from "@tanstack/react-query";
import type { CallDefinition } from "@voorsprong/call-form";
import type { CallView } from "@voorsprong/server/contract";
import { useCallback, useEffect, useRef, useState } from "react";
import { ApiProblem, sendJson } from "../../../api/client.js";
import { callQuery } from "../../../api/queries.js";

/** Where keeping stands. `conflict`: somebody else changed the draft meanwhile. */
export type Keeping = "kept" | "changed" | "keeping" | "failed" | "conflict";

/** The draft on this page. */
export interface Draft {
  readonly definition: CallDefinition;
  readonly keeping: Keeping;
  readonly change: (definition: CallDefinition) => void;
  /** Keeps what is not kept yet. @returns the revision that is kept; null when it could not be kept */
  readonly keep: () => Promise<number | null>;
}

/** How long typing rests before it is kept, in milliseconds. */
const REST = 800;

/** A published call is changed on this page only, until it is published as an amendment. */
export function useDraft(call: CallView): Draft {
  const isDraft = call.state === "draft";
  const queries = useQueryClient();
  const [definition, setDefinition] = useState(() => call.definition as unknown as CallDefinition);
  const [keeping, setKeeping] = useState<Keeping>("kept");
  const latest = useRef({ definition, changed: false, revision: call.revision });
  const running = useRef<Promise<number | null> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const send = useCallback(async (): Promise<number | null> => {
    const now = latest.current;
    while (now.changed) {
      now.changed = false;
      setKeeping("keeping");
      try {
        const body = { definition: now.definition, revision: now.revision };
        const kept = await sendJson<CallView>("PUT", `/calls/${encodeURIComponent(call.id)}`, body);
        now.revision = kept.revision;
        queries.setQueryData(callQuery(call.id).queryKey, kept);
      } catch (error) {
        now.changed = true;
        const conflict = error instanceof ApiProblem && error.problem.status === 409;
        setKeeping(conflict ? "conflict" : "failed");
        return null;
      }
    }
    setKeeping("kept");
    return now.revision;
  }, [call.id, queries]);

  const keep = useCallback((): Promise<number | null> => {
    clearTimeout(timer.current);
    running.current ??= send().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [send]);

  const change = useCallback(
    (next: CallDefinition) => {
      setDefinition(next);
      latest.current.definition = next;
      if (!isDraft) return;
      latest.current.changed = true;
      setKeeping((state) => (state === "conflict" ? state : "changed"));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void keep(), REST);
    },
    [isDraft, keep],
  );

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (latest.current.changed) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("beforeunload", warn);
      // Leaving for another page of the site: what was typed last is kept too.
      if (latest.current.changed) void keep();
    };
  }, [keep]);

  return { definition, keeping, change, keep };
}
