/** The workers of the round pages. Each call starts one; the page holds on to the run and cancels it when it leaves. */
import type { ReadRequest, ReadResult } from "./read-round.js";
import { type Run, runInWorker } from "./run.js";

/** Reads and checks a file with a round. */
export function startReading(request: ReadRequest): Run<ReadResult> {
  return runInWorker(
    () => new Worker(new URL("./read.worker.ts", import.meta.url), { type: "module" }),
    request,
  );
}
