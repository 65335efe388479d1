/**
 * Runs one request in a Web Worker of its own: the page stays responsive, and cancelling is ending the worker,
 * which stops even a solver that does not look up.
 */

/** What a worker sends back. */
export type Reply<Progress, Result> =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "result"; readonly result: Result }
  | { readonly kind: "failed"; readonly message: string };

/** The run was cancelled by whoever started it. */
export class Cancelled extends Error {
  constructor() {
    super("cancelled");
    this.name = "Cancelled";
  }
}

/** A request under way. */
export interface Run<Result> {
  /** Rejects with `Cancelled` after `cancel`, and with an `Error` that says what went wrong otherwise. */
  readonly result: Promise<Result>;
  /** Ends the worker at once. Without effect when the result is there. */
  cancel(): void;
}

/**
 * Starts a worker, gives it one request and ends it after its answer.
 * @param start makes the worker; written at the call site so that the bundler finds the worker's file
 */
export function runInWorker<Request, Progress, Result>(
  start: () => Worker,
  request: Request,
  onProgress: (progress: Progress) => void = () => {},
): Run<Result> {
  const worker = start();
  let cancel = () => {};
  const result = new Promise<Result>((resolve, reject) => {
    const settle = (act: () => void) => {
      worker.terminate();
      act();
    };
    cancel = () => settle(() => reject(new Cancelled()));
    worker.onmessage = ({ data }: MessageEvent<Reply<Progress, Result>>) => {
      if (data.kind === "progress") onProgress(data.progress);
      else if (data.kind === "result") settle(() => resolve(data.result));
      else settle(() => reject(new Error(data.message)));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      settle(() => reject(new Error(event.message || "the worker stopped")));
    };
    worker.postMessage(request);
  });
  return { result, cancel: () => cancel() };
}
