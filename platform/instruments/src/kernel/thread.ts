/**
 * Heavy thinking in a thread of its own, so that the process stays responsive and outlives whatever happens there:
 * work that takes too long is ended, work that takes too much memory ends its thread and nothing else.
 */
import { Worker } from "node:worker_threads";
import type { InputError } from "./refusal.js";
import { Refusal, type RefusalKind } from "./refusal.js";

/** What a thread tells its host. */
export type ThreadMessage =
  | { readonly type: "progress"; readonly value: unknown }
  | { readonly type: "result"; readonly value: unknown }
  | {
      readonly type: "refusal";
      readonly kind: RefusalKind;
      readonly message: string;
      readonly errors: readonly InputError[];
    }
  | { readonly type: "error"; readonly message: string; readonly stack: string };

/** How a thread may be used. */
export interface ThreadLimits<Progress> {
  /** The thread is ended after this many milliseconds. */
  readonly milliseconds: number;
  /** The most JavaScript heap it may use, in MB; WebAssembly memory comes beside it. Default 4,096. */
  readonly heapMegabytes?: number | undefined;
  /** Ends the thread; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** The thread was ended because its time was up. */
export class ThreadTimeout extends Error {
  override readonly name = "ThreadTimeout";
}

/** The thread ended without a result: it ran out of memory, or its program failed. */
export class ThreadFailure extends Error {
  override readonly name = "ThreadFailure";
  /** Whether it needed more memory than a thread may use. */
  get outOfMemory(): boolean {
    const { cause } = this;
    return cause instanceof Error && "code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY";
  }
}

/**
 * Does one task in a new thread.
 *
 * @param program the module that calls `serveTask`
 * @param task what is to be done; it is copied into the thread
 * @throws Refusal when the task says no; ThreadTimeout; ThreadFailure; the signal's reason when aborted
 */
export function runInThread<Result, Progress = never>(
  program: URL,
  task: unknown,
  { milliseconds, heapMegabytes = 4_096, signal, onProgress }: ThreadLimits<Progress>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const worker = new Worker(program, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
      // What libraries print belongs to nobody: a command's standard output holds its answer only.
      stdout: true,
      stderr: true,
    });
    const timer = setTimeout(
      () => settle(() => reject(new ThreadTimeout(`ended after ${milliseconds} ms`))),
      milliseconds,
    );
    const abort = () => settle(() => reject(signal?.reason));
    let settled = false;
    function settle(outcome: () => void): void {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      // Outcome after the end: the memory of the thread is then free for what its owner does next.
      void worker.terminate().finally(outcome);
    }

    signal?.addEventListener("abort", abort);
    worker.on("message", (message: ThreadMessage) => {
      if (settled) return;
      if (message.type === "progress") onProgress?.(message.value as Progress);
      else if (message.type === "result") settle(() => resolve(message.value as Result));
      else if (message.type === "refusal")
        settle(() => reject(new Refusal(message.kind, message.message, message.errors)));
      else settle(() => reject(new ThreadFailure(message.message, { cause: message.stack })));
    });
    worker.on("error", (error: Error & { code?: string }) => {
      const reason =
        error.code === "ERR_WORKER_OUT_OF_MEMORY"
          ? "this needs more memory than a task may use"
          : error.message;
      settle(() => reject(new ThreadFailure(reason, { cause: error })));
    });
    worker.on("exit", (code) =>
      settle(() => reject(new ThreadFailure(`the thread ended without an answer (code ${code})`))),
    );
  });
}
