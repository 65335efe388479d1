/** The side of a thread that does the work; see thread.ts for its host. */
import { parentPort, workerData } from "node:worker_threads";
import { Refusal } from "./refusal.js";
import type { ThreadMessage } from "./thread.js";

/**
 * Does the task this thread was started for and answers its host. Every error is told: a refusal as such, anything
 * else as a failure.
 *
 * @throws Error outside a thread
 */
export async function serveTask<Task, Result, Progress>(
  work: (task: Task, onProgress: (progress: Progress) => void) => Promise<Result> | Result,
): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error("this module is the program of a thread");
  const say = (message: ThreadMessage) => port.postMessage(message);
  try {
    say({
      type: "result",
      value: await work(workerData as Task, (value) => say({ type: "progress", value })),
    });
  } catch (error) {
    if (error instanceof Refusal) {
      say({ type: "refusal", kind: error.kind, message: error.message, errors: error.errors });
    } else {
      const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
      say({ type: "error", message, stack });
    }
  }
}
