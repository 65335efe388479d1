/**
 * The exact search on a compiled round: our own branch and bound, whose tree anyone can check (docs/adr/0008-own-tree.md).
 */
import {
  type ScaledVector,
  type Solved,
  type SolveOptions,
  solve,
  type TreeCertificate,
} from "../exact/index.js";
import type { Problem } from "../problem/problem.js";
import { chosenOf, programOf, programOfRows } from "./program.js";
import type { Timer } from "./timer.js";

/** Linear programs the search may solve for each second of a caller without a clock. */
const NODES_PER_SECOND = 2_000;

/** What the exact search is told. */
export interface ProvingOptions {
  readonly timer: Timer;
  /** A feasible selection to improve on. */
  readonly start: readonly number[] | null;
  readonly onRoot?: (root: ScaledVector) => void;
  readonly onSolution?: (selection: readonly number[]) => void;
  readonly onProgress?: (objective: number | null, bound: number) => void;
}

/** Searches and proves; a limit ends it with what is proven by then. */
export function prove(problem: Problem, options: ProvingOptions): Solved {
  const { timer, start, onRoot, onSolution, onProgress } = options;
  return timed(timer, timer.left(), (limits) =>
    solve(programOf(problem), {
      ...limits,
      ...(start === null ? {} : { start: chosenOf(problem, start) }),
      ...(onRoot === undefined ? {} : { onRoot }),
      onSolution: (columns) => onSolution?.([...columns]),
      onProgress({ value, bound }) {
        onProgress?.(value, bound);
        return true;
      },
    }),
  );
}

/**
 * Whether these rows alone allow no selection: the proof, or null when they allow one or the limit ended the search.
 *
 * @param rows indices of rows; no other row is used
 * @param nodes nodes after which it is given up
 */
export function proveConflict(
  problem: Problem,
  rows: ReadonlySet<number>,
  timer: Timer,
  nodes = Number.POSITIVE_INFINITY,
): Solved | null {
  const solved = timed(timer, Math.max(1, timer.left()), ({ nodeLimit, ...clock }) => {
    const limit = Math.min(nodes, nodeLimit ?? nodes);
    return solve(programOfRows(problem, rows), {
      ...clock,
      ...(limit === Number.POSITIVE_INFINITY ? {} : { nodeLimit: limit }),
      enough: true,
    });
  });
  if (solved.status !== "infeasible") return null;
  const { certificate } = solved;
  // Rows without terms are absorbed as well; they say nothing.
  const absorbed = certificate.absorbed.filter((row) => rows.has(row));
  return { ...solved, certificate: { ...certificate, absorbed } };
}

/**
 * The rows a certificate rests on, ascending: those it absorbed, those its vectors name and those its cuts follow from.
 *
 * @param count rows of the program; larger numbers are cuts
 */
export function rowsOfTree(
  { absorbed, vectors, cuts = [] }: TreeCertificate,
  count: number,
): readonly number[] {
  const named = vectors.flatMap(({ rows }) => rows.filter((row) => row < count));
  return [...new Set([...absorbed, ...named, ...cuts.map(({ row }) => row)])].sort((a, b) => a - b);
}

/** Runs a search within the timer: by the caller's clock, or else by nodes, which are reported as time spent. */
function timed(
  timer: Timer,
  seconds: number,
  search: (limits: Pick<SolveOptions, "now" | "timeLimit" | "nodeLimit">) => Solved,
): Solved {
  const { clock } = timer;
  if (clock !== undefined) return search({ now: () => 1000 * clock(), timeLimit: 1000 * seconds });
  const solved = search({ nodeLimit: Math.ceil(seconds * NODES_PER_SECOND) });
  timer.spend(Math.min(seconds, solved.nodes / NODES_PER_SECOND));
  return solved;
}
