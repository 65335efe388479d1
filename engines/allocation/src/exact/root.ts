/** The linear program of the whole, and what it says about every state. */
import { codesOf } from "./columns.js";
import { statesBeyond } from "./fixing.js";
import { DualSimplex } from "./lp.js";
import { buildModel, type Model, stateOf } from "./model.js";
import { OpenStates } from "./open-states.js";
import type { Prepared } from "./prepared.js";
import { sampledStart } from "./sampled-start.js";
import { boundHere, type RoundedVector, roundVector } from "./vector.js";

/** Binary places of the root's multipliers: everything rests on them, so they are fine. */
const SHIFT = 30;

/** More rounds of the dual method than a root ever needs. Stopped there, its multipliers still bound. */
const MOST_ROUNDS = 20_000;

/** Marks every state of the program. */
export function everyState({ groups }: Prepared): Uint8Array {
  return new Uint8Array(groups.columnStarts.length - 1).fill(1);
}

/** The root's vector, and from it which states can be left out. */
export class Root {
  readonly model: Model;
  /** A ray when the relaxation has no solution. */
  readonly vector: RoundedVector;
  /** No solution scores more; with a ray a value below zero. Includes the error of summing. */
  readonly bound: number;
  readonly #open: Uint8Array;
  readonly #lp: DualSimplex;
  readonly #reduced: Float64Array;

  /** @param open states to look at; all of them by default. `bound` and `openStates` hold for these only */
  constructor(prepared: Prepared, granularity: number, open?: Uint8Array) {
    this.#open = open ?? everyState(prepared);
    this.model = buildModel(prepared, this.#open, granularity);
    this.#lp = new DualSimplex(this.model, new OpenStates(this.model));
    // Where many states are closed, a part of the groups is no sample of the whole.
    if (open === undefined) this.#lp.restore(sampledStart(prepared, this.model, granularity));
    const status = this.#lp.solve(Number.NEGATIVE_INFINITY, MOST_ROUNDS);
    this.#reduced = new Float64Array(this.model.entryCount);
    const evaluate = (multipliers: Float64Array, ray: boolean) => {
      const vector = roundVector(this.model, multipliers, ray, SHIFT);
      return { vector, bound: boundHere(this.#lp, vector, this.#reduced) + vector.error };
    };
    const excluded = status === "infeasible" ? evaluate(this.#lp.ray, true) : null;
    // A ray that rounding spoils proves nothing; the multipliers reached still bound.
    const proven = excluded !== null && excluded.bound < 0;
    ({ vector: this.vector, bound: this.bound } = proven ? excluded : evaluate(this.#lp.y, false));
  }

  /** Per state of the program whether a solution with value `cutoff` or more can use it, as far as the root shows. */
  openStates(cutoff: number): Uint8Array {
    const { model } = this;
    const open = this.#open.slice();
    if (cutoff === Number.NEGATIVE_INFINITY) return open;
    for (const code of statesBeyond(this.#lp, this.#reduced, this.bound - cutoff))
      open[stateOf(model, code)] = 0;
    return open;
  }

  /** Number of groups with more than one open state. */
  count(open: Uint8Array): number {
    const { model } = this;
    let count = 0;
    for (let group = 0; group < model.groupCount; group++) {
      let states = 0;
      for (const code of codesOf(model, group)) states += open[stateOf(model, code)]!;
      if (states > 1) count++;
    }
    return count;
  }

  /**
   * Of the open states a core: the `size` groups whose second-best state loses least keep their choice, the others
   * get their best state. Tied groups lose nothing, so they come first.
   */
  core(open: Uint8Array, size: number): { readonly open: Uint8Array; readonly undecided: number } {
    const { model } = this;
    const rest: { readonly group: number; readonly best: number; readonly loss: number }[] = [];
    for (let group = 0; group < model.groupCount; group++) {
      let best = 0;
      let most = Number.NEGATIVE_INFINITY;
      let second = Number.NEGATIVE_INFINITY;
      for (const code of codesOf(model, group)) {
        if (open[stateOf(model, code)] === 0) continue;
        const value = code >= 0 ? this.#reduced[code]! : 0;
        if (value > most) {
          second = most;
          most = value;
          best = code;
        } else if (value > second) second = value;
      }
      if (second > Number.NEGATIVE_INFINITY) rest.push({ group, best, loss: most - second });
    }
    rest.sort((a, b) => a.loss - b.loss || a.group - b.group);
    const core = open.slice();
    for (const { group, best } of rest.slice(size))
      for (const code of codesOf(model, group)) if (code !== best) core[stateOf(model, code)] = 0;
    return { open: core, undecided: rest.length };
  }
}
