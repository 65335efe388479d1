/** Reduced-cost fixing: a state whose choice alone brings the bound below the cutoff is in no better solution. */
import { codesOf } from "./columns.js";
import type { DualSimplex } from "./lp.js";
import { boundHere, type RoundedVector, roundVector } from "./vector.js";

/** Binary places of multipliers that fix; finer than for leaves, because every bit of strength closes states. */
const SHIFT = 20;

/** Fixing is written down only when it decides this part of the groups with a choice. */
const WORTHWHILE = 0.25;

/** A vector, and the codes of the states it closes at the present node. */
export interface Closing {
  readonly vector: RoundedVector;
  readonly codes: Int32Array;
}

/**
 * The states closed by the present multipliers, provably; null when they are too few to be worth a step of the tree.
 *
 * @param scratch one number per entry
 */
export function fixStates(lp: DualSimplex, cutoff: number, scratch: Float64Array): Closing | null {
  if (!isWorthwhile(lp, lp.bound - cutoff)) return null;
  const vector = roundVector(lp.model, lp.y, false, SHIFT);
  const gap = boundHere(lp, vector, scratch) + vector.error - cutoff;
  // Below zero the whole node could be closed; that is for the caller to find.
  const codes = gap < 0 ? [] : statesBeyond(lp, scratch, gap);
  return codes.length === 0 ? null : { vector, codes: Int32Array.from(codes) };
}

function isWorthwhile({ states, pricing }: DualSimplex, gap: number): boolean {
  let decided = 0;
  for (let at = 0; at < states.binaryActive; at++)
    if (Math.abs(pricing.reduced[states.binaries[at]!]!) > gap) decided++;
  return decided >= 2 && decided >= WORTHWHILE * (states.binaryActive + states.largeActive);
}

/** Open states whose reduced score is more than `gap` below the best of their group. */
export function statesBeyond({ states, model }: DualSimplex, reduced: Float64Array, gap: number): number[] {
  const codes: number[] = [];
  for (let at = 0; at < states.binaryActive; at++) {
    const group = states.binaries[at]!;
    const value = reduced[group]!;
    if (value > gap) codes.push(-1 - group);
    else if (-value > gap) codes.push(group);
  }
  for (let at = 0; at < states.largeActive; at++) {
    const group = states.larges[at]!;
    const best = states.best(reduced, group);
    for (const code of codesOf(model, group))
      if (!states.isClosed(code) && best - (code >= 0 ? reduced[code]! : 0) > gap) codes.push(code);
  }
  return codes;
}
