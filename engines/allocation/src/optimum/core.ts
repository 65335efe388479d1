/**
 * One integer search over some applications, the others fixed, with answers that are exact.
 *
 * A solver accepts what breaks a row by less than its tolerance. Each selection it calls feasible is checked in whole
 * units; one that is not is cut off by a cover, which every selection that meets the row satisfies, and the search is
 * repeated.
 */
import { brokenRows, sumsOf } from "../problem/evaluate.js";
import type { Problem } from "../problem/problem.js";
import type { Solver } from "../solver/load.js";
import { type Cover, programOf } from "./program.js";
import { type Ending, type IntegerLimits, solveInteger } from "./solve.js";

/** A search: which applications are free, what the others are given, what must be beaten. */
export interface CoreSearch {
  /** Ascending. */
  readonly free: readonly number[];
  /** Choices of the applications that are not free. */
  readonly fixed: readonly number[];
  /** Only selections that score at least this in all; absent: any. */
  readonly least?: number;
  /** Rows that take part; absent: all. */
  readonly rows?: ReadonlySet<number>;
  /** Default: scores. */
  readonly aim?: "scores" | "feasibility";
}

/** How a search ended; `optimal` and `infeasible` hold for the free applications under `least`. */
export interface CoreResult {
  readonly ending: Ending;
  readonly selection: readonly number[] | null;
  readonly seconds: number;
}

const MOST_COVERS = 40;

/** Searches a core; `onImproved` is given selections of all choices that may or may not be exactly feasible. */
export function searchCore(
  solver: Solver,
  problem: Problem,
  search: CoreSearch,
  limits: IntegerLimits,
  onImproved: (selection: readonly number[]) => void,
): CoreResult {
  const fixed = sumsOf(problem, search.fixed);
  const fixedScore = search.fixed.reduce((sum, choice) => sum + problem.choices[choice]!.score, 0);
  const covers: Cover[] = [];
  let seconds = 0;
  for (;;) {
    const program = programOf(problem, {
      free: search.free,
      fixed,
      integer: true,
      covers,
      ...(search.rows === undefined ? {} : { rows: search.rows }),
      ...(search.aim === undefined ? {} : { aim: search.aim }),
      ...(search.least === undefined ? {} : { least: search.least - fixedScore }),
    });
    const rest = { ...limits, seconds: Math.max(0.01, limits.seconds - seconds) };
    const run = solveInteger(solver, program, rest, (taken) => onImproved([...search.fixed, ...taken]));
    seconds += run.seconds;
    if (run.taken === null) return { ending: run.ending, selection: null, seconds };
    const selection = [...search.fixed, ...run.taken];
    const broken = brokenRows(problem, sumsOf(problem, selection)).filter(
      (row) => search.rows?.has(row) ?? true,
    );
    if (broken.length === 0) return { ending: run.ending, selection, seconds };
    if (covers.length >= MOST_COVERS || seconds >= limits.seconds)
      return { ending: "limit", selection: null, seconds };
    for (const row of broken) covers.push(coverOf(problem, row, run.taken, program.columns));
  }
}

/** The free choices whose values make a row broken: taken ones that add to it, left ones that would take away. */
function coverOf(problem: Problem, row: number, taken: readonly number[], free: readonly number[]): Cover {
  const weights = new Map<number, bigint>();
  for (const { vector, weight } of problem.rows[row]!.terms) {
    const { indices, values } = problem.vectors[vector]!;
    indices.forEach((choice, k) => {
      weights.set(choice, (weights.get(choice) ?? 0n) + weight * BigInt(values[k]!));
    });
  }
  const isTaken = new Set(taken);
  return {
    taken: taken.filter((choice) => (weights.get(choice) ?? 0n) > 0n),
    left: free.filter((choice) => !isTaken.has(choice) && (weights.get(choice) ?? 0n) < 0n),
  };
}
