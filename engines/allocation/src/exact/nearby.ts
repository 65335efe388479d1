/**
 * The groups most likely to change their best state soon. Looking ahead from a tie only has to tell good branchings
 * from bad ones, and what decides that are the nearest breakpoints; leaving out the far ones makes it many times
 * quicker on large models. Nothing is proven with it.
 */
import { codesOf } from "./columns.js";
import type { Keys } from "./keys.js";
import type { ActiveGroups, OpenStates } from "./open-states.js";
import type { Pricing } from "./pricing.js";

/** With no more active groups than this all are taken; else about as many. */
const ENOUGH = 250;

/** A selection of the active groups of a node. */
export class Nearby implements ActiveGroups {
  readonly binaries: Int32Array;
  readonly larges: Int32Array;
  binaryActive = 0;
  largeActive = 0;
  readonly closedEntry: Uint8Array;
  readonly closedOrigin: Uint8Array;
  readonly #states: OpenStates;

  constructor(states: OpenStates) {
    this.#states = states;
    this.binaries = new Int32Array(states.binaries.length);
    this.larges = new Int32Array(states.larges.length);
    this.closedEntry = states.closedEntry;
    this.closedOrigin = states.closedOrigin;
  }

  isClosed(code: number): boolean {
    return this.#states.isClosed(code);
  }

  /**
   * Takes the groups whose second-best state loses little, supposing that losses are spread evenly up to `gap`; all
   * of them when the gap is infinite.
   */
  select(pricing: Pricing, keys: Keys, gap: number): void {
    const states = this.#states;
    const active = states.binaryActive + states.largeActive;
    const most = active <= ENOUGH ? Number.POSITIVE_INFINITY : (gap * ENOUGH) / active;
    this.binaryActive = 0;
    for (let at = 0; at < states.binaryActive; at++) {
      const group = states.binaries[at]!;
      if (Math.abs(pricing.reduced[group]!) <= most) this.binaries[this.binaryActive++] = group;
    }
    this.largeActive = 0;
    for (let at = 0; at < states.largeActive; at++) {
      const group = states.larges[at]!;
      const key = keys.codes[group]!;
      for (const code of codesOf(states.model, group)) {
        if (code === key || states.isClosed(code)) continue;
        if (pricing.reducedOf(key) - pricing.reducedOf(code) > most) continue;
        this.larges[this.largeActive++] = group;
        break;
      }
    }
  }
}
