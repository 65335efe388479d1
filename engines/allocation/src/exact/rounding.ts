/** Solutions from a minimum of the linear program: the few ties are resolved in every way that could be better. */
import type { DualSimplex } from "./lp.js";
import { groupOfCode } from "./model.js";
import { TOLERANCE } from "./vertex.js";

/** With more ties than this they are resolved to their larger share only; 2^MOST ways would take too long. */
const MOST = 8;

/**
 * States of all groups that keep the rows (in doubles; the caller checks exactly) and score more than `incumbent`,
 * or null. Several ties of one group are not mixed: only the first counts.
 */
export function roundTies(lp: DualSimplex, incumbent: number): Int32Array | null {
  const { vertex, keys, model } = lp;
  const ties: number[] = [];
  const groups = new Set<number>();
  for (let e = 0; e < vertex.count; e++) {
    const group = groupOfCode(model, vertex.to[e]!);
    if (vertex.share[e]! <= TOLERANCE || groups.has(group)) continue;
    groups.add(group);
    ties.push(e);
  }
  if (ties.length > MOST) return null;
  const base = model.constant + keys.profit;
  let best = incumbent;
  let found = -1;
  for (let mask = 0; mask < 1 << ties.length; mask++) {
    let value = base;
    for (let k = 0; k < ties.length; k++) if ((mask >> k) & 1) value += gain(lp, ties[k]!);
    if (value <= best || !fits(lp, ties, mask)) continue;
    best = value;
    found = mask;
  }
  if (found < 0) return null;
  const codes = keys.codes.slice();
  ties.forEach((e, k) => {
    if ((found >> k) & 1) codes[groupOfCode(model, vertex.to[e]!)] = vertex.to[e]!;
  });
  return codes;
}

/** States of all groups with every tie at its larger share. */
export function nearestStates(lp: DualSimplex): Int32Array {
  const { vertex, keys, model } = lp;
  const codes = keys.codes.slice();
  for (let e = 0; e < vertex.count; e++)
    if (vertex.share[e]! > 0.5) codes[groupOfCode(model, vertex.to[e]!)] = vertex.to[e]!;
  return codes;
}

function gain({ vertex, model }: DualSimplex, e: number): number {
  const to = vertex.to[e]!;
  const from = vertex.from[e]!;
  return (to >= 0 ? model.profits[to]! : 0) - (from >= 0 ? model.profits[from]! : 0);
}

function fits({ vertex, keys, model }: DualSimplex, ties: readonly number[], mask: number): boolean {
  for (let row = 0; row < model.rowCount; row++) {
    let slack = keys.residual[row]!;
    for (let k = 0; k < ties.length; k++)
      if ((mask >> k) & 1) slack -= vertex.difference[ties[k]! * model.rowCount + row]!;
    if (slack < 0) return false;
  }
  return true;
}
