/** What the search for the optimum has found, in a form that can be sent to another thread and kept. */
import type { TreeCertificate } from "../exact/index.js";
import type { Multipliers, Ties } from "../model/decision.js";

/** An awarded choice: application id, and option id or null for the full award. */
export type AwardedChoice = readonly [application: string, option: string | null];

/** What is known of the best outcome of a round. */
export interface Finding {
  /** The best feasible selection found; null while there is none. */
  readonly incumbent: readonly AwardedChoice[] | null;
  /** Multipliers that bound every feasible outcome; null before the relaxation is solved, and where it has no solution. */
  readonly root: Multipliers | null;
  /** A tree that proves a smaller bound than the root; null where there is none. */
  readonly tree: TreeCertificate | null;
  /** Set when no selection meets all limits; the ray or the tree proves it. */
  readonly infeasible: {
    readonly conflict: readonly string[];
    readonly ray: Multipliers | null;
    readonly tree: TreeCertificate | null;
  } | null;
  /** How the tie-break chose the incumbent; absent while it was not carried out. */
  readonly ties?: Ties;
}

/** What the search does. */
export type Phase = "bound" | "search" | "conflict" | "explanation";

/** A report of the search, given after each step and each better outcome. */
export interface Progress {
  readonly phase: Phase;
  /** Score units of the best outcome so far. */
  readonly objective: number | null;
  /** No outcome scores more than this, in score units. */
  readonly bound: number | null;
  /** Enough to publish a decision, should the search be stopped now; see `assembleDecision`. */
  readonly finding: Finding;
}
