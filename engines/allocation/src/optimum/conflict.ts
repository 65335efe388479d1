/**
 * Why no selection meets all limits: a small set of rows that cannot hold together.
 *
 * Where already the relaxation is infeasible, Farkas' lemma gives multipliers whose bound with a zero objective is
 * negative; checked in exact integers they are a proof. They are found as the duals of the elastic program, which
 * minimises the sum of what the limits are missed by and always has a solution. A deletion filter (Chinneck and
 * Dravnieks, ORSA Journal on Computing 3, 1991) makes the set small: a row is left out when the rest still conflicts.
 */
import type { Multipliers } from "../model/decision.js";
import type { Problem } from "../problem/problem.js";
import type { Solver } from "../solver/load.js";
import { boundOf, publishMultipliers } from "./bound.js";
import { searchCore } from "./core.js";
import { programOf } from "./program.js";
import { multipliersOf } from "./relaxation.js";
import { solveRelaxed } from "./solve.js";
import type { Timer } from "./timer.js";

/** A conflict that the relaxation shows, with its proof. */
export interface RelaxedConflict {
  readonly conflict: readonly string[];
  readonly ray: Multipliers | null;
}

/** Seconds a filter may take: a small conflict is a courtesy, not worth a round's whole time. */
const FILTER_SECONDS = 10;
/** Sums of misses below this are rounding noise of the solver. */
const MISS = 1e-7;
const RAY_LENGTH = 2 ** 40;

/** The conflict of an infeasible relaxation; null where the elastic program finds nothing amiss. */
export function conflictOfRelaxation(solver: Solver, problem: Problem, timer: Timer): RelaxedConflict | null {
  const seconds = Math.min(FILTER_SECONDS, timer.left());
  let spent = 0;
  const attempt = (rows: ReadonlySet<number>) => {
    const result = missOf(solver, problem, rows, Math.max(0.1, seconds - spent));
    spent += result.seconds;
    timer.spend(result.seconds);
    return result;
  };
  const all = new Set(problem.rows.keys());
  let found = attempt(all);
  if (found.miss <= MISS) return null;
  let kept = supportOf(problem, found.rows);
  for (const row of [...kept]) {
    if (spent >= seconds) break;
    if (!kept.has(row)) continue;
    const without = new Set(kept);
    without.delete(row);
    const rest = attempt(without);
    if (rest.miss <= MISS) continue;
    found = rest;
    kept = supportOf(problem, rest.rows);
  }
  const multipliers = { denominator: found.denominator, rows: found.rows };
  const bound = boundOf(problem, multipliers, 0);
  const ray = bound.total < 0n ? publishMultipliers(problem, multipliers, bound.total) : null;
  return { conflict: [...kept].sort((a, b) => a - b).map((row) => problem.rows[row]!.id), ray };
}

/**
 * The conflict of a round whose relaxation has solutions but that no selection meets, as far as time allows.
 * Groups of rows are left out together first, single limits after that.
 */
export function conflictOfSelections(solver: Solver, problem: Problem, timer: Timer): readonly string[] {
  const free = problem.round.applications.map((_, i) => i);
  const seconds = Math.min(FILTER_SECONDS, Math.max(1, timer.left()));
  let spent = 0;
  let kept: ReadonlySet<number> = new Set(problem.rows.keys());
  const tryWithout = (rows: readonly number[]) => {
    if (spent >= seconds) return;
    const without = new Set([...kept].filter((row) => !rows.includes(row)));
    const limits = { seconds: Math.max(0.1, seconds - spent) };
    const search = { free, fixed: [], rows: without };
    const result = searchCore(solver, problem, search, limits, () => {});
    spent += result.seconds;
    if (result.ending === "infeasible") kept = without;
  };
  const rows = [...problem.rows.keys()];
  const isStructure = (row: number) => problem.rows[row]!.gauge === null;
  tryWithout(rows.filter(isStructure));
  if (rows.some((row) => kept.has(row) && isStructure(row))) halve(rows.filter(isStructure), tryWithout);
  for (const row of rows) if (kept.has(row) && !isStructure(row)) tryWithout([row]);
  timer.spend(spent);
  return [...kept].sort((a, b) => a - b).map((row) => problem.rows[row]!.id);
}

/** Tries both halves of a list, then their halves, down to single rows. */
function halve(rows: readonly number[], tryWithout: (rows: readonly number[]) => void): void {
  if (rows.length < 2) return;
  const middle = rows.length >> 1;
  for (const half of [rows.slice(0, middle), rows.slice(middle)]) {
    tryWithout(half);
    halve(half, tryWithout);
  }
}

function missOf(solver: Solver, problem: Problem, rows: ReadonlySet<number>, seconds: number) {
  const free = problem.round.applications.map((_, i) => i);
  const fixed = new Float64Array(problem.vectors.length);
  const program = programOf(problem, { free, fixed, integer: false, rows, elastic: true });
  const solution = solveRelaxed(solver, program, seconds);
  const optimal = solution.ending === "optimal";
  const duals = optimal ? solution.duals : new Float64Array(program.model.numRows);
  // A ray proves the same at any length; a long one loses nothing in rounding.
  const multipliers = multipliersOf(problem, program, duals, RAY_LENGTH);
  return { ...multipliers, miss: optimal ? -solution.objective : 0, seconds: solution.seconds };
}

function supportOf(problem: Problem, rows: readonly bigint[]): ReadonlySet<number> {
  return new Set([...problem.rows.keys()].filter((row) => rows[row]! > 0n));
}
