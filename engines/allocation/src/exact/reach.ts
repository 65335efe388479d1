/** The question whether a value can be reached with some states. */
import { buildModel } from "./model.js";
import type { Prepared } from "./prepared.js";
import { Search } from "./search.js";

/** What is asked. */
export interface ReachTask {
  readonly prepared: Prepared;
  /** Per state of `prepared.groups` whether it may be chosen; at least one per group. */
  readonly open: Uint8Array;
  /** Of the scores. */
  readonly granularity: number;
  /** A multiple of the granularity. */
  readonly target: number;
  /** Linear programs that may be solved. */
  readonly nodeLimit: number;
}

/** The answer. */
export interface Reached {
  /** A selection worth the target or more: 1 for chosen columns. */
  readonly found: Uint8Array | null;
  /** Whether the search came to its end: without a selection its tree is the proof that there is none. */
  readonly isDone: boolean;
  readonly search: Search;
}

/** Looks for any selection of the open states that is worth the target. */
export function reach({ prepared, open, granularity, target, nodeLimit }: ReachTask): Reached {
  let found: Uint8Array | null = null;
  const search = new Search(buildModel(prepared, open, granularity), {
    granularity,
    incumbent: target - granularity,
    order: "deepest",
    stop: ({ nodes }) => found !== null || nodes >= nodeLimit,
    onSolution: (chosen) => {
      found ??= chosen;
    },
  });
  const isDone = search.run();
  return { found, isDone, search };
}
