/** Lets only so much happen at once, and so much wait; the rest is told to come back. */
import { Refusal } from "./refusal.js";

/** Runs work when it is its turn. */
export type Limiter = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * A limiter for work that takes memory and a processor.
 *
 * @param atOnce how many run at the same time
 * @param waiting how many may wait; one more is refused as `busy`
 */
export function limiter(atOnce: number, waiting: number): Limiter {
  let running = 0;
  const queue: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnce) {
      if (queue.length >= waiting) throw new Refusal("busy", "The server is busy; try again in a minute.");
      await new Promise<void>((turn) => queue.push(turn));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
