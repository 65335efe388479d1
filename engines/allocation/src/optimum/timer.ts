/** Keeps a time limit without a clock of its own. */

/** Seconds that are left, and seconds spent. */
export interface Timer {
  /** At least 0. */
  left(): number;
  /** The caller's clock in seconds; without one only what is reported as spent counts. */
  readonly clock: (() => number) | undefined;
  /** Reports seconds that were spent, counted in steps. */
  spend(seconds: number): void;
}

/**
 * A timer for a limit in seconds.
 *
 * @param elapsed seconds since the start by the caller's clock; without it only what is reported as
 *   spent counts
 */
export function timerOf(limit: number, elapsed?: () => number): Timer {
  let spent = 0;
  return {
    clock: elapsed,
    left: () => Math.max(0, limit - (elapsed === undefined ? spent : Math.max(spent, elapsed()))),
    spend: (seconds) => {
      spent += seconds;
    },
  };
}
