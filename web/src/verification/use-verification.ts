/** A check under way and its result, for a page. */
import { useCallback, useEffect, useRef, useState } from "react";
import { type Run, runInWorker } from "../solver/run.js";
import type { Verification } from "./verify-text.js";

/** How a check stands. */
export type VerificationState =
  | { readonly state: "idle" }
  | { readonly state: "busy" }
  | { readonly state: "done"; readonly result: Verification }
  | { readonly state: "failed"; readonly error: unknown };

function verifyInWorker(source: string): Run<Verification> {
  return runInWorker<string, never, Verification>(
    () => new Worker(new URL("./verify.worker.ts", import.meta.url), { type: "module" }),
    source,
  );
}

/**
 * Checks texts in a worker of this browser; nothing is sent anywhere.
 * @returns how the check stands, and a function that starts one: it ends an earlier check that still runs. `source`
 * may be a promise, for instance of a file that is read or fetched.
 */
export function useVerification(): [VerificationState, (source: string | Promise<string>) => void] {
  const [state, setState] = useState<VerificationState>({ state: "idle" });
  const current = useRef<{ readonly cancel: () => void } | null>(null);
  useEffect(() => () => current.current?.cancel(), []);
  const start = useCallback((source: string | Promise<string>) => {
    current.current?.cancel();
    let run: Run<Verification> | null = null;
    let cancelled = false;
    const mine = {
      cancel() {
        cancelled = true;
        run?.cancel();
      },
    };
    current.current = mine;
    setState({ state: "busy" });
    const check = async () => {
      const text = await source;
      if (cancelled) return;
      run = verifyInWorker(text);
      const result = await run.result;
      if (!cancelled) setState({ state: "done", result });
    };
    check().catch((error: unknown) => {
      if (!cancelled) setState({ state: "failed", error });
    });
  }, []);
  return [state, start];
}
