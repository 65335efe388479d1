/**
 * What deviating from the relaxation costs, per application: the key to a small core.
 *
 * With multipliers of bound U, any outcome in which application i has another choice than the relaxation gave it
 * scores at most U - regret_i; where that is below the best outcome so far, the application is settled.
 *
 * A tight at-most-one list has a multiplier that makes the reduced score of its winner zero, so that every such
 * winner would look undecided. Treating the list as one block, as options of one application are, keeps both the
 * bound and the differences within the list.
 */
import type { Problem } from "../problem/problem.js";
import type { Bound, IntegerMultipliers } from "./bound.js";

/** The relaxation's verdict on all applications. */
export interface Verdict {
  /** The bound with lists as blocks, in score units, as a floating-point figure; at most the published one. */
  readonly bound: number;
  /** Per application the choice it is given when it is not in the core; -1 for none. */
  readonly given: Int32Array;
  /** Per application the least loss when it gets anything else; 0 where the relaxation split it. */
  readonly regret: Float64Array;
  /** Applications, those to be decided first. */
  readonly order: readonly number[];
}

const SPLIT = 1e-6;

/** Judges all applications by a bound and the relaxation it came from. */
export function judge(
  problem: Problem,
  multipliers: IntegerMultipliers,
  bound: Bound,
  parts: Float64Array,
): Verdict {
  const toFloat = (value: bigint) => ratio(value, multipliers.denominator);
  const count = problem.round.applications.length;
  const { group, credit, released } = groupsOf(problem, multipliers, toFloat);
  const reduced = bound.reduced.map(toFloat);
  const worth = (choice: number) => reduced[choice]! + credit[problem.choices[choice]!.application]!;
  const tops = new Map<number, { best: number; owner: number; second: number }>();
  for (let i = 0; i < count; i += 1) {
    let own = Number.NEGATIVE_INFINITY;
    for (let j = problem.blocks[i]!; j < problem.blocks[i + 1]!; j += 1) own = Math.max(own, worth(j));
    const top = tops.get(group[i]!) ?? { best: 0, owner: -1, second: 0 };
    if (own > top.best) tops.set(group[i]!, { best: own, owner: i, second: top.best });
    else tops.set(group[i]!, { ...top, second: Math.max(top.second, own) });
  }
  const rows = bound.total - bound.best.reduce((sum, best) => (best > 0n ? sum + best : sum), 0n);
  const total = [...tops.values()].reduce((sum, { best }) => sum + best, toFloat(rows - released));
  const given = new Int32Array(count).fill(-1);
  const regret = new Float64Array(count);
  for (let i = 0; i < count; i += 1) {
    const { best, owner, second } = tops.get(group[i]!)!;
    let split = false;
    for (let j = problem.blocks[i]!; j < problem.blocks[i + 1]!; j += 1) {
      if (parts[j]! > 1 - SPLIT) given[i] = j;
      else if (parts[j]! > SPLIT) split = true;
    }
    if (split) continue;
    const without = owner === i ? second : best;
    let least = given[i]! < 0 ? Number.POSITIVE_INFINITY : Math.max(0, best - without);
    for (let j = problem.blocks[i]!; j < problem.blocks[i + 1]!; j += 1)
      if (j !== given[i]) least = Math.min(least, Math.max(0, best - worth(j)));
    regret[i] = least;
  }
  const order = Array.from({ length: count }, (_, i) => i).sort((a, b) => regret[a]! - regret[b]! || a - b);
  return { bound: total, given, regret, order };
}

/** Applications that may still have another choice in an outcome better than `best`. */
export function openApplications(problem: Problem, verdict: Verdict, best: number): readonly number[] {
  const step = Math.max(1, problem.divisor);
  // A margin for the floating-point figures: leaving one more application open is never wrong.
  return verdict.order.filter((i) => verdict.bound - verdict.regret[i]! >= best + step - 1e-6 * step);
}

/**
 * Blocks of applications: each in a group of its own, but the members of a tight list in one group (id from n).
 * `credit` gives the list's multiplier back to its members; `released` is the sum of those multipliers.
 */
function groupsOf(problem: Problem, multipliers: IntegerMultipliers, toFloat: (value: bigint) => number) {
  const count = problem.round.applications.length;
  const group = Int32Array.from({ length: count }, (_, i) => i);
  const credit = new Float64Array(count);
  let released = 0n;
  const index = new Map(problem.round.applications.map(({ id }, i) => [id, i]));
  problem.rows.forEach((row, r) => {
    const y = multipliers.rows[r]!;
    const constraint =
      "constraint" in row.source ? problem.round.constraints[row.source.constraint] : undefined;
    if (y === 0n || constraint?.kind !== "at-most-one") return;
    const members = constraint.applications.map((id) => index.get(id)!);
    // An application in two tight lists stays with the first; the second keeps its multiplier.
    if (members.some((i) => group[i]! >= count)) return;
    for (const i of members) {
      group[i] = count + r;
      credit[i] = toFloat(y);
    }
    released += y;
  });
  return { group, credit, released };
}

/** `value / denominator` as a double, for denominators beyond what a double holds exactly. */
function ratio(value: bigint, denominator: bigint): number {
  return Number(value) / Number(denominator);
}
