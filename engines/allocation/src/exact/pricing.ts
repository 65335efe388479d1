/** Along a direction of the multipliers: how fast reduced scores change, and where groups change their best state. */
import { Breakpoints } from "./breakpoints.js";
import type { Keys } from "./keys.js";
import type { Model } from "./model.js";
import type { ActiveGroups, OpenStates } from "./open-states.js";

/** A rate of change below this is noise. */
export const FLAT = 1e-11;

/** Prices the active groups. */
export class Pricing {
  readonly model: Model;
  /** Per entry its profit less what it uses; origins are 0. Kept for active groups only. */
  readonly reduced: Float64Array;
  readonly breakpoints: Breakpoints;
  readonly #rates: Float64Array;

  constructor(model: Model) {
    this.model = model;
    this.reduced = model.raised.slice();
    this.#rates = new Float64Array(model.entryCount);
    // A large group goes from state to state, at most once into each.
    this.breakpoints = new Breakpoints(model.entryCount + model.groupCount);
  }

  reducedOf(code: number): number {
    return code >= 0 ? this.reduced[code]! : 0;
  }

  /** Reduced scores of all entries at y. */
  reprice(y: Float64Array): void {
    const { rowCount, entryCount, dense, raised } = this.model;
    const { reduced } = this;
    reduced.set(raised);
    for (let row = 0; row < rowCount; row++) {
      const value = y[row]!;
      if (value === 0) continue;
      const offset = row * entryCount;
      for (let entry = 0; entry < entryCount; entry++) reduced[entry]! -= value * dense[offset + entry]!;
    }
  }

  /**
   * Finds the breakpoints along the last direction that `rate` was given, or against it (`sign` -1), before `limit`,
   * leaving out those of group `except`.
   */
  collect(sign: 1 | -1, limit: number, keys: Keys, states: ActiveGroups, except: number): void {
    this.breakpoints.count = 0;
    this.#collectBinaries(sign, limit, keys, states, except);
    for (let at = 0; at < states.largeActive; at++)
      if (states.larges[at] !== except) this.#collectLarge(sign, states.larges[at]!, limit, keys, states);
  }

  /** Moves the reduced scores along the last direction that `rate` was given. */
  move(time: number, states: OpenStates): void {
    const { reduced } = this;
    const rates = this.#rates;
    const { entryStarts } = this.model;
    for (let at = 0; at < states.binaryActive; at++) {
      const entry = states.binaries[at]!;
      reduced[entry]! += time * rates[entry]!;
    }
    for (let at = 0; at < states.largeActive; at++) {
      const group = states.larges[at]!;
      for (let entry = entryStarts[group]!; entry < entryStarts[group + 1]!; entry++)
        reduced[entry]! += time * rates[entry]!;
    }
  }

  /** Computes how fast the reduced scores of the active groups change along a direction. */
  rate(direction: Float64Array, states: ActiveGroups): void {
    const { rowCount, rowStarts } = this.model;
    const active = states.binaryActive + states.largeActive;
    this.#rates.fill(0);
    for (let row = 0; row < rowCount; row++) {
      const value = direction[row]!;
      if (value === 0) continue;
      if (rowStarts[row + 1]! - rowStarts[row]! <= 2 * active) this.#addSparse(row, value);
      else this.#addDense(row, value, states);
    }
  }

  /** For rows of few entries: over these, active or not. */
  #addSparse(row: number, value: number): void {
    const { rowStarts, rowEntries, rowValues } = this.model;
    const rates = this.#rates;
    const end = rowStarts[row + 1]!;
    for (let at = rowStarts[row]!; at < end; at++) rates[rowEntries[at]!]! -= value * rowValues[at]!;
  }

  /** For rows of many entries: over the active groups. */
  #addDense(row: number, value: number, states: ActiveGroups): void {
    const { dense, entryCount, entryStarts } = this.model;
    const rates = this.#rates;
    const { binaries, binaryActive, larges, largeActive } = states;
    const offset = row * entryCount;
    for (let at = 0; at < binaryActive; at++) {
      const entry = binaries[at]!;
      rates[entry]! -= value * dense[offset + entry]!;
    }
    for (let at = 0; at < largeActive; at++) {
      const group = larges[at]!;
      for (let entry = entryStarts[group]!; entry < entryStarts[group + 1]!; entry++)
        rates[entry]! -= value * dense[offset + entry]!;
    }
  }

  #collectBinaries(sign: number, limit: number, keys: Keys, states: ActiveGroups, except: number): void {
    const { reduced, breakpoints } = this;
    const rates = this.#rates;
    const { binaries, binaryActive, closedEntry, closedOrigin } = states;
    for (let at = 0; at < binaryActive; at++) {
      const entry = binaries[at]!;
      const rate = sign * rates[entry]!;
      const value = reduced[entry]!;
      if (keys.codes[entry] === entry) {
        if (rate >= -FLAT || value > -rate * limit || closedOrigin[entry] !== 0 || entry === except) continue;
        breakpoints.add(value > 0 ? value / -rate : 0, -rate, -1 - entry);
      } else {
        if (rate <= FLAT || -value > rate * limit || closedEntry[entry] !== 0 || entry === except) continue;
        breakpoints.add(value < 0 ? -value / rate : 0, rate, entry);
      }
    }
  }

  /** The states of a group that become best one after another. */
  #collectLarge(sign: number, group: number, limit: number, keys: Keys, states: ActiveGroups): void {
    const { entryStarts } = this.model;
    const rates = this.#rates;
    const first = entryStarts[group]!;
    let current = keys.codes[group]!;
    let from = 0;
    for (;;) {
      const currentRate = current >= 0 ? sign * rates[current]! : 0;
      const currentValue = this.reducedOf(current);
      let next = current;
      let nextTime = limit;
      let nextJump = 0;
      for (let at = first - 1; at < entryStarts[group + 1]!; at++) {
        const state = at < first ? -1 - group : at;
        if (states.isClosed(state)) continue;
        const jump = (state >= 0 ? sign * rates[state]! : 0) - currentRate;
        if (jump <= FLAT) continue;
        const time = Math.max(from, (currentValue - this.reducedOf(state)) / jump);
        if (time < nextTime || (time === nextTime && jump > nextJump)) {
          next = state;
          nextTime = time;
          nextJump = jump;
        }
      }
      if (next === current) return;
      this.breakpoints.add(nextTime, nextJump, next);
      current = next;
      from = nextTime;
    }
  }
}
