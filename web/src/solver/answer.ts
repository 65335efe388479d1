/** The worker's side of `run.ts`: answers the one request this worker is started for. */
import type { Reply } from "./run.js";

/**
 * @param work does the work; what it throws is sent as text, because errors lose their class between threads
 */
export function answer<Request, Progress, Result>(
  work: (request: Request, report: (progress: Progress) => void) => Result | Promise<Result>,
): void {
  const send = (reply: Reply<Progress, Result>) => self.postMessage(reply);
  self.onmessage = async ({ data }: MessageEvent<Request>) => {
    try {
      const result = await work(data, (progress) => send({ kind: "progress", progress }));
      send({ kind: "result", result });
    } catch (error) {
      send({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  };
}
