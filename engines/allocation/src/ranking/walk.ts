/**
 * The rules that walk down a list until the money is gone: by score, by receipt, by lot. docs/formats/decision.md has
 * the exact rules.
 */
import { shift } from "../problem/evaluate.js";
import { type Fit, fitOf, obstacles } from "../problem/fit.js";
import type { Problem } from "../problem/problem.js";
import { inWalkingOrder, placesOf, type Ranked, type WalkingRule } from "./order.js";

/** What happened on the walk down the list. */
export interface Walk {
  readonly order: readonly Ranked[];
  /** Per place in the order the awarded choice; -1 for none. */
  readonly awarded: Int32Array;
  /** Per place in the order the rows in the way at its turn; absent where it was awarded or never had its turn. */
  readonly blocked: ReadonlyMap<number, readonly number[]>;
  /** The place where the walk stopped; the length of the order when it went to the end. */
  readonly stop: number;
  readonly fit: Fit;
}

/**
 * Walks down the list in the order of a rule.
 *
 * @param places what `placesOf` gives, where several rules are walked
 */
export function walk(
  problem: Problem,
  rule: WalkingRule = "ranking",
  places: readonly Ranked[] = placesOf(problem),
): Walk {
  const order = inWalkingOrder(places, rule);
  const fit = fitOf(problem);
  const sums = new Float64Array(problem.vectors.length);
  const awarded = new Int32Array(order.length).fill(-1);
  const blocked = new Map<number, readonly number[]>();
  for (const [place, { choices }] of order.entries()) {
    const inTheWay = new Set<number>();
    const taken = choices.find((choice) => {
      const rows = obstacles(problem, fit, sums, choice);
      for (const row of rows) inTheWay.add(row);
      return rows.length === 0;
    });
    if (taken !== undefined) {
      awarded[place] = taken;
      shift(problem, sums, taken, 1);
    } else {
      blocked.set(
        place,
        [...inTheWay].sort((a, b) => a - b),
      );
      if (problem.round.ranking.misfit === "stop") return { order, awarded, blocked, stop: place, fit };
    }
  }
  return { order, awarded, blocked, stop: order.length, fit };
}

/** The choices that the walk awarded. */
export function selectionOf({ awarded }: Walk): readonly number[] {
  return [...awarded].filter((choice) => choice >= 0);
}
