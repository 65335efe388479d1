/** Removes personal data that has been kept long enough: when the server starts, and every day. */
import { expireData, type PersonalData } from "@voorsprong/access";
import type { Store } from "@voorsprong/store";
import type { Logger } from "pino";

/** How often, in milliseconds. */
const day = 24 * 3_600_000;

/**
 * Begins; a time that fails is noted and tried again the next day.
 *
 * @returns a function that ends it and waits for what is under way
 */
export function keepRetention(
  { database, now }: Store,
  rooms: readonly PersonalData[],
  logger: Logger,
): () => Promise<void> {
  let last = Promise.resolve();
  const run = () => {
    last = expireData(database, rooms, now()).then(
      (removed) => logger.info({ removed }, "personal data that was kept long enough is removed"),
      (error: unknown) => logger.error({ err: error }, "personal data could not be removed"),
    );
  };
  run();
  const timer = setInterval(run, day);
  return async () => {
    clearInterval(timer);
    await last;
  };
}
