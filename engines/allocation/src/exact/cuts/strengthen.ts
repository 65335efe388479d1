/**
 * Cuts at the root: rounds of solving the linear program, adding inequalities that its point violates, and dropping
 * those that no longer bind. Rounds end by counts and by gains, never by a clock, so every machine makes the same cuts.
 */
import { DualSimplex } from "../lp.js";
import { buildModel } from "../model.js";
import { OpenStates } from "../open-states.js";
import { type Prepared, withCuts } from "../prepared.js";
import { type Cut, efficacy } from "./cut.js";
import { type Knapsack, knapsackOf } from "./knapsack.js";
import { lossesOf, pointOf } from "./relaxed.js";
import { selectCuts } from "./selection.js";
import { cutsOfRow } from "./separate.js";

/** Rounds at most. */
const MOST_ROUNDS = 40;

/** Rounds end when so many of them together gained less than a part of the gap. */
const PATIENCE = 4;
const LEAST_GAIN = 0.02;

/** Cuts pay when they close this part of the gap to the best solution known. */
const PAYING = 0.5;

/** More rounds of the dual method than a root ever needs. */
const MOST_EDGES = 20_000;

/**
 * The program with cuts that strengthen its relaxation over some states; null when there are none, or when they close
 * too little of the gap to be worth their rows.
 *
 * @param open per state of the program whether it may still be chosen
 * @param value of the best solution known, or -Infinity
 * @param always also when they do not pay
 */
export function strengthen(
  prepared: Prepared,
  open: Uint8Array,
  granularity: number,
  value: number,
  always: boolean,
): Prepared | null {
  const knapsacks = prepared.groups.explicit
    .map((index) => knapsackOf(prepared.program.rows[index]!, index))
    .filter((knapsack): knapsack is Knapsack => knapsack !== null);
  const bounds: number[] = [];
  let present = prepared;
  for (let round = 0; round <= MOST_ROUNDS; round++) {
    const model = buildModel(present, open, granularity);
    const lp = new DualSimplex(model, new OpenStates(model));
    if (lp.solve(Number.NEGATIVE_INFINITY, MOST_EDGES) !== "optimal") break;
    bounds.push(lp.bound);
    if (lp.bound < value + granularity) break;
    present = withCuts(prepared, bindingCuts(lp));
    const gap = lp.bound - Math.max(value, 0);
    if (round >= PATIENCE && bounds[round - PATIENCE]! - lp.bound < LEAST_GAIN * gap) break;
    const point = pointOf(lp);
    const losses = lossesOf(lp);
    const found = knapsacks
      .flatMap((knapsack) => cutsOfRow(knapsack, point, losses))
      .map((cut) => ({ cut, efficacy: efficacy(cut, point) }));
    const chosen = selectCuts(found);
    if (round === MOST_ROUNDS || chosen.length === 0) break;
    present = withCuts(prepared, [...present.cuts, ...chosen]);
  }
  if (present.cuts.length === 0) return null;
  const gained = bounds[0]! - bounds[bounds.length - 1]!;
  const wanted = value > Number.NEGATIVE_INFINITY ? PAYING * (bounds[0]! - value) : granularity;
  return always || gained >= wanted ? present : null;
}

/** Cuts whose row has a multiplier at the minimum. */
function bindingCuts({ model, vertex }: DualSimplex): Cut[] {
  const { cuts, groups } = model.prepared;
  const first = groups.explicit.length;
  const binding: Cut[] = [];
  model.rows.forEach((index, row) => {
    if (index >= first && vertex.isFree[row] !== 0) binding.push(cuts[index - first]!);
  });
  return binding;
}
