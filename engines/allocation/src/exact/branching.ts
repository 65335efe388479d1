/**
 * Which column to branch on. Every tie at the minimum of the linear program can be resolved one way or the other, and
 * the bound falls either way. How far, at the least, is one line search per side. With as few ties as there are rows
 * in use, all are looked at, at every node: remembered falls (pseudocosts) gave trees up to a hundred times larger,
 * because a column's fall depends on which other columns of its row are still open.
 */
import { codesOf, columnBetween, stateHas } from "./columns.js";
import type { DualSimplex } from "./lp.js";
import type { Model } from "./model.js";
import { TOLERANCE } from "./vertex.js";

/** A column to branch on, and the value with which the search goes on. */
export interface Choice {
  readonly column: number;
  readonly value: 0 | 1;
}

/** Weight of the smaller fall against the larger one (Achterberg, Koch and Martin, 2005, with another weight). */
const SMALLER = 5;

/**
 * The column whose falls promise most, at a minimum of the linear program; null when no tie is fractional. Falls
 * beyond `gap`, which close a child, are worth no more than the gap.
 */
export function chooseFractional(lp: DualSimplex, gap: number): Choice | null {
  const { vertex, model } = lp;
  lp.nearby.select(lp.pricing, lp.keys, gap);
  let best: Choice | null = null;
  let bestScore = -1;
  for (let e = 0; e < vertex.count; e++) {
    const share = vertex.share[e]!;
    if (share < 10 * TOLERANCE || share > 1 - 10 * TOLERANCE) continue;
    const falls = lp.lookAhead(e);
    const toFrom = Math.min(falls[0], gap);
    const toTo = Math.min(falls[1], gap);
    const score = SMALLER * Math.min(toFrom, toTo) + Math.max(toFrom, toTo);
    if (score <= bestScore) continue;
    bestScore = score;
    best = towards(model, vertex.to[e]!, vertex.from[e]!, toTo < toFrom);
  }
  return best;
}

/**
 * The column whose change costs least, when nothing is fractional and the node is open nonetheless; null when every
 * group is decided.
 */
export function chooseOpen(lp: DualSimplex): Choice | null {
  const { states, model, keys, pricing } = lp;
  let best: Choice | null = null;
  let least = Number.POSITIVE_INFINITY;
  const look = (group: number) => {
    const key = keys.codes[group]!;
    for (const code of codesOf(model, group)) {
      if (code === key || states.isClosed(code)) continue;
      const loss = pricing.reducedOf(key) - pricing.reducedOf(code);
      if (loss >= least) continue;
      least = loss;
      best = towards(model, key, code, true);
    }
  };
  for (let at = 0; at < states.binaryActive; at++) look(states.binaries[at]!);
  for (let at = 0; at < states.largeActive; at++) look(states.larges[at]!);
  return best;
}

/** Branches between two states of a group, going on with `one` or with `other`. */
function towards(model: Model, one: number, other: number, withOne: boolean): Choice {
  const column = columnBetween(model, one, other);
  return { column, value: stateHas(model, withOne ? one : other, column) ? 1 : 0 };
}
