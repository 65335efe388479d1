/**
 * The rules that walk down a list until the money is gone: by score, by receipt, by lot. docs/formats/decision.md has
 * the exact rules.
 */
import { shift } from "../problem/evaluate.js";
import { type Fit, fitOf, obstacles } from "../problem/fit.js";
import type { Problem } from "../problem/problem.js";
import { inWalkingOrder, type Ranked, type WalkingRule } from "./order.js";

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

/** Walks down the list in the order of a rule. */
export function walk(problem: Problem, rule: WalkingRule = "ranking"): Walk {
  const order = inWalkingOrder(problem, rule);
  const fit = fitOf(problem);
  const sums = new Float64Array(problem.vectors.length);
  const awarded = new Int32Array(order.length).fill(-1);
  const blocked = new Map<number, readonly number[]>();
  for (let place = 0; place < order.length; place += 1) {
    let inTheWay: readonly number[] = [];
    const taken = order[place]!.choices.find((choice) => {
      const rows = obstacles(problem, fit, sums, choice);
      inTheWay = inTheWay.length === 0 ? rows : [...new Set([...inTheWay, ...rows])].sort((a, b) => a - b);
      return rows.length === 0;
    });
    if (taken !== undefined) {
      awarded[place] = taken;
      shift(problem, sums, taken, 1);
    } else {
      blocked.set(place, inTheWay);
      if (problem.round.ranking.misfit === "stop") return { order, awarded, blocked, stop: place, fit };
    }
  }
  return { order, awarded, blocked, stop: order.length, fit };
}

/** The choices that the walk awarded. */
export function selectionOf({ awarded }: Walk): readonly number[] {
  return [...awarded].filter((choice) => choice >= 0);
}
