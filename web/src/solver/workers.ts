/** The workers of the site. Each call starts one; the pages hold on to the run and cancel it when they leave. */
import type { ReadRequest, ReadResult } from "./read-round.js";
import { type Run, runInWorker } from "./run.js";
import type { VerifyRequest, VerifyResult } from "./verify-document.js";

/** Reads and checks a file with a round. */
export function startReading(request: ReadRequest): Run<ReadResult> {
  return runInWorker(
    () => new Worker(new URL("./read.worker.ts", import.meta.url), { type: "module" }),
    request,
  );
}

/** Checks a decision or a ledger export. */
export function startVerifying(request: VerifyRequest): Run<VerifyResult> {
  return runInWorker(
    () => new Worker(new URL("./verify.worker.ts", import.meta.url), { type: "module" }),
    request,
  );
}
