/** What the exact search may be told, what it tells on the way, and what it gives. */
import type { ScaledVector, TreeCertificate } from "./certificate.js";

/** What the search may be told. */
export interface SolveOptions {
  /** A feasible selection (1 for chosen columns) to improve on. An infeasible one is ignored. */
  readonly start?: Uint8Array;
  /**
   * Only selections worth at least this count, a multiple of the granularity; for instance to show that an outcome
   * cannot be reached in another way. With it there is no start.
   */
  readonly target?: number;
  /** Stop at the first selection that counts; the search goes deep instead of wide, and straight at the whole. */
  readonly enough?: boolean;
  /**
   * Per state of `prepared.groups` whether it may be chosen, at least one per group; what is proven then holds for
   * those states. Absent: every state.
   */
  readonly open?: Uint8Array;
  /** The clock, in milliseconds; needed for a time limit. */
  readonly now?: () => number;
  /** Milliseconds after which the search stops and reports what it has. */
  readonly timeLimit?: number;
  /** Nodes after which the last search stops; the same on every machine. */
  readonly nodeLimit?: number;
  /**
   * About how many bytes of JSON the tree of a stopped search may take; 4 MB when absent. A finished proof may be four
   * times as large; a search whose tree outgrows that is stopped.
   */
  readonly mostBytes?: number;
  /** Whether to strengthen the root by cuts: where they pay (the default), wherever one is violated, or never. */
  readonly cuts?: "auto" | "always" | "never";
  /** Told of the root once it is solved: its multipliers already bound every selection. */
  readonly onRoot?: (root: ScaledVector) => void;
  /** Told of every better selection: its columns, ascending. */
  readonly onSolution?: (columns: Int32Array) => void;
  /** Called often. False stops the search as a limit does. */
  readonly onProgress?: (progress: Progress) => boolean;
}

/** How far the search has come. */
export interface Progress {
  /** Value of the best solution so far; null before there is one. */
  readonly value: number | null;
  /** No solution scores more. */
  readonly bound: number;
  /** Linear programs solved. */
  readonly nodes: number;
  /** Groups with a choice that the root could not decide. */
  readonly undecided: number;
}

/** The outcome. */
export interface Solved {
  /**
   * "optimal": the best selection, proven. "infeasible": none is allowed. "none": none reaches the target. "enough":
   * the first that counts. "limit": stopped early; `bound` holds all the same.
   */
  readonly status: "optimal" | "infeasible" | "none" | "enough" | "limit";
  /** Chosen columns, ascending; null when no solution is known. */
  readonly columns: Int32Array | null;
  readonly value: number | null;
  /** No solution scores more, proven by the certificate. Null when there is no solution. */
  readonly bound: number | null;
  readonly certificate: TreeCertificate;
  /** Multipliers of the root without cuts, or a ray where the relaxation has no solution. */
  readonly root: ScaledVector;
  readonly nodes: number;
}
