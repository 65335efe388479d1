/**
 * Why no selection meets all limits: a small set of rows that cannot hold together, with its proof.
 *
 * QuickXplain (Junker, AAAI 2004) finds it with few checks. Each check is an exact search for any selection that keeps
 * some of the rows.
 */
import type { Solved, TreeCertificate } from "../exact/index.js";
import type { Multipliers } from "../model/decision.js";
import type { Problem } from "../problem/problem.js";
import { boundOf, groupingOf, publishMultipliers } from "./bound.js";
import { rayMultipliers } from "./multipliers.js";
import { proveConflict, rowsOfTree } from "./prove.js";
import type { Timer } from "./timer.js";

/** Rows that cannot hold together; a ray where already the relaxation shows it, else a tree. */
export interface Conflict {
  readonly conflict: readonly string[];
  readonly ray: Multipliers | null;
  readonly tree: TreeCertificate | null;
}

/** Checks a search for a small conflict may take; counted, not timed, so that it repeats exactly. */
const MOST_CHECKS = 80;
const CHECK_NODES = 1_000;

/** The conflict of a round that the exact search found infeasible. */
export function conflictOf(problem: Problem, infeasible: Solved, timer: Timer): Conflict {
  const rows = smallestConflict(problem, rowsOfTree(infeasible.certificate, problem.rows.length), timer);
  const proof = proveConflict(problem, new Set(rows), timer) ?? infeasible;
  return published(problem, proof);
}

function published(problem: Problem, { certificate, root }: Solved): Conflict {
  const rows = rowsOfTree(certificate, problem.rows.length);
  const conflict = rows.map((row) => problem.rows[row]!.id);
  if (root.ray !== true) return { conflict, ray: null, tree: certificate };
  const grouping = groupingOf(
    problem,
    certificate.absorbed.map((row) => problem.rows[row]!.id),
  );
  const multipliers = rayMultipliers(problem, root);
  const { total } = boundOf(problem, grouping, multipliers, 0);
  return { conflict, ray: publishMultipliers(problem, grouping, multipliers, total), tree: null };
}

function smallestConflict(problem: Problem, candidates: readonly number[], timer: Timer): readonly number[] {
  let checks = 0;
  const conflicts = (rows: readonly number[]) => {
    if (checks >= MOST_CHECKS || timer.left() <= 0) return false;
    checks += 1;
    return proveConflict(problem, new Set(rows), timer, CHECK_NODES) !== null;
  };
  // One limit whose own two sides no selection meets is the plainest conflict there can be.
  const sides = new Map<number, number[]>();
  for (const row of candidates) {
    const { source, gauge } = problem.rows[row]!;
    if (gauge !== null && "constraint" in source)
      sides.set(source.constraint, [...(sides.get(source.constraint) ?? []), row]);
  }
  const alone = [...sides.values()].find((rows) => rows.length === 2 && conflicts(rows));
  return alone ?? smallConflict([], false, candidates, conflicts);
}

/**
 * From `candidates` that conflict together with `background`, a small part that still does; without anything
 * superfluous as long as every check gives an answer.
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
