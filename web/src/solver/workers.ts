/** The workers of the round pages. Each call starts one; the page holds on to the run and cancels it when it leaves. */
import type { ExplainAnswer, ExplainRequest, ExplainSteps } from "./explain.js";
import type { ReadRequest, ReadResult } from "./read-round.js";
import { type Run, runInWorker } from "./run.js";
import type { WhatIfAnswer, WhatIfProgress, WhatIfRequest } from "./what-if.js";

/** Reads and checks a file with a round. */
export function startReading(request: ReadRequest): Run<ReadResult> {
  return runInWorker(
    () => new Worker(new URL("./read.worker.ts", import.meta.url), { type: "module" }),
    request,
  );
}

/** Works out a round with other limits. */
export function startWhatIf(
  request: WhatIfRequest,
  onProgress: (progress: WhatIfProgress) => void,
): Run<WhatIfAnswer> {
  return runInWorker(
    () => new Worker(new URL("./what-if.worker.ts", import.meta.url), { type: "module" }),
    request,
    onProgress,
  );
}

/** Works out the score and the cost that one application needed. */
export function startExplaining(
  request: ExplainRequest,
  onProgress: (steps: ExplainSteps) => void,
): Run<ExplainAnswer> {
  return runInWorker(
    () => new Worker(new URL("./explain.worker.ts", import.meta.url), { type: "module" }),
    request,
    onProgress,
  );
}
