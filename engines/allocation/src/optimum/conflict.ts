/**
 * Why no selection meets all limits: a small set of rows that cannot hold together.
 *
 * Where already the relaxation is infeasible, Farkas' lemma gives multipliers whose bound with a zero objective is
 * negative; checked in exact integers they are a proof. They are found as the duals of the elastic program, which
 * minimises the sum of what the limits are missed by and always has a solution. A deletion filter (Chinneck and
 * Dravnieks, ORSA Journal on Computing 3, 1991) makes the set small: a row is left out when the rest still conflicts.
 * Where only whole choices conflict, QuickXplain finds a small set with few checks.
 */
import type { Multipliers } from "../model/decision.js";
import type { Problem } from "../problem/problem.js";
import type { Solver } from "../solver/load.js";
import { boundOf, publishMultipliers } from "./bound.js";
import { searchCore } from "./core.js";
import { programOf } from "./program.js";
import { multipliersOf, zeroMultipliers } from "./relaxation.js";
import { solveRelaxed } from "./solve.js";
import type { Timer } from "./timer.js";

/** A conflict that the relaxation shows, with its proof. */
export interface RelaxedConflict {
  readonly conflict: readonly string[];
  readonly ray: Multipliers;
}

/** Checks a search for a small conflict may take; counted, not timed, so that it repeats exactly. */
const MOST_CHECKS = 80;
const CHECK_NODES = 1000;
/** Sums of misses below this are rounding noise of the solver. */
const MISS = 1e-7;
const RAY_LENGTH = 2 ** 40;

/** The conflict of an infeasible relaxation; null where no ray passes the exact check. */
export function conflictOfRelaxation(solver: Solver, problem: Problem, timer: Timer): RelaxedConflict | null {
  const attempt = (rows: ReadonlySet<number>) => {
    const result = missOf(solver, problem, rows, Math.max(1, timer.left()));
    timer.spend(result.seconds);
    return result;
  };
  let found = attempt(new Set(problem.rows.keys()));
  if (found.miss <= MISS) return null;
  let kept = supportOf(problem, found.rows);
  for (const row of [...kept].slice(0, MOST_CHECKS)) {
    if (timer.left() <= 0) break;
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
  if (bound.total >= 0n) return null;
  return { conflict: namesOf(problem, kept), ray: publishMultipliers(problem, multipliers, bound.total) };
}

/** One row that no selection meets, with its proof; it needs no solver. Null when every row can be met by itself. */
export function conflictOfRow(problem: Problem, timer: Timer): RelaxedConflict | null {
  for (const [row, { id, rhs }] of problem.rows.entries()) {
    if (rhs >= 0n) continue;
    const { denominator, rows } = zeroMultipliers(problem);
    const multipliers = { denominator, rows: rows.map((zero, r) => (r === row ? denominator : zero)) };
    const { total } = boundOf(problem, multipliers, 0);
    if (total < 0n) return { conflict: [id], ray: publishMultipliers(problem, multipliers, total) };
    if (timer.left() <= 0) break;
  }
  return null;
}

/** The conflict of a round whose relaxation has solutions but that no selection meets. */
export function conflictOfSelections(solver: Solver, problem: Problem, timer: Timer): readonly string[] {
  const free = problem.round.applications.map((_, i) => i);
  let checks = 0;
  const conflicts = (rows: readonly number[]) => {
    if (checks >= MOST_CHECKS || timer.left() <= 0) return false;
    checks += 1;
    const search = { free, fixed: [], rows: new Set(rows), aim: "feasibility" } as const;
    const result = searchCore(
      solver,
      problem,
      search,
      { seconds: timer.left(), nodes: CHECK_NODES },
      () => {},
    );
    timer.spend(result.seconds);
    return result.ending === "infeasible";
  };
  // One limit whose own two sides no selection meets is the plainest conflict there can be.
  const sides = new Map<number, number[]>();
  problem.rows.forEach(({ source, gauge }, row) => {
    if (gauge === null || !("constraint" in source)) return;
    sides.set(source.constraint, [...(sides.get(source.constraint) ?? []), row]);
  });
  const alone = [...sides.values()].find((rows) => rows.length === 2 && conflicts(rows));
  return namesOf(problem, new Set(alone ?? smallConflict([], false, [...problem.rows.keys()], conflicts)));
}

/**
 * QuickXplain (Junker, AAAI 2004): from `candidates` that conflict together with `background`, a small part that still
 * does; without anything superfluous as long as every check gives an answer.
 */
function smallConflict(
  background: readonly number[],
  isNew: boolean,
  candidates: readonly number[],
  conflicts: (rows: readonly number[]) => boolean,
): readonly number[] {
  if (isNew && conflicts(background)) return [];
  if (candidates.length <= 1) return candidates;
  const middle = candidates.length >> 1;
  const [first, second] = [candidates.slice(0, middle), candidates.slice(middle)];
  const fromSecond = smallConflict([...background, ...first], true, second, conflicts);
  const fromFirst = smallConflict([...background, ...fromSecond], fromSecond.length > 0, first, conflicts);
  return [...fromFirst, ...fromSecond];
}

function namesOf(problem: Problem, rows: ReadonlySet<number>): readonly string[] {
  return [...rows].sort((a, b) => a - b).map((row) => problem.rows[row]!.id);
}

function missOf(solver: Solver, problem: Problem, rows: ReadonlySet<number>, seconds: number) {
  const free = problem.round.applications.map((_, i) => i);
  const fixed = new Float64Array(problem.vectors.length);
  const program = programOf(problem, { free, fixed, integer: false, rows, aim: "misses" });
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
