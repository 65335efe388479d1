/**
 * Vectors that closed a leaf before. A vector closes most leaves near the one it was made for, and trying it costs
 * one addition per vector, because the pool keeps every vector's bound at the present node up to date. So most
 * leaves need no linear program and no vector of their own.
 */
import { groupOfCode, type Model } from "./model.js";
import type { OpenStates } from "./open-states.js";
import { allReduced, type RoundedVector } from "./vector.js";

/** Vectors tried per node: those that closed a leaf last. */
const TRIED = 24;

interface Recent {
  readonly vector: RoundedVector;
  readonly number: number;
  readonly reduced: Float64Array;
  /** Bound with every state open, and on the states open now. */
  readonly base: number;
  bound: number;
}

/** All vectors a certificate cites. */
export class Pool {
  /** The position is the number in the certificate. */
  readonly cited: RoundedVector[] = [];
  /** Multipliers above zero of all cited vectors together. */
  size = 0;
  readonly #model: Model;
  readonly #states: OpenStates;
  readonly #all: OpenStates;
  readonly #recent: Recent[] = [];

  constructor(model: Model, states: OpenStates, all: OpenStates) {
    this.#model = model;
    this.#states = states;
    this.#all = all;
  }

  /** Adds a vector. `remember` tries it on coming nodes. */
  cite(vector: RoundedVector, remember: boolean): number {
    const number = this.cited.length;
    this.cited.push(vector);
    for (const value of vector.values) if (value > 0) this.size++;
    if (!remember) return number;
    const model = this.#model;
    const reduced = allReduced(model, vector);
    let base = vector.ray ? 0 : model.constant;
    for (let row = 0; row < model.rowCount; row++) base += vector.y[row]! * model.rhs[row]!;
    for (let group = 0; group < model.groupCount; group++) base += this.#all.best(reduced, group);
    const recent = { vector, number, reduced, base, bound: base };
    this.#recount(recent);
    this.#recent.unshift(recent);
    if (this.#recent.length > TRIED) this.#recent.pop();
    return number;
  }

  /** Recomputes every bound; after jumping to another node. */
  recount(): void {
    for (const recent of this.#recent) this.#recount(recent);
  }

  #recount(recent: Recent): void {
    const states = this.#states;
    const { binaryCount } = this.#model;
    const { reduced } = recent;
    let bound = recent.base;
    for (let at = 0; at < states.touchedCount; at++) {
      const group = states.touched[at]!;
      if (group < binaryCount) {
        const value = reduced[group]!;
        if (states.closedOrigin[group] === 0) bound -= Math.max(0, value);
        else bound += Math.min(0, value);
      } else bound += states.best(reduced, group) - this.#all.best(reduced, group);
    }
    recent.bound = bound;
  }

  /** Number of a vector that closes the present node, or -1. */
  find(cutoff: number): number {
    const recent = this.#recent;
    for (let at = 0; at < recent.length; at++) {
      const { vector, bound, number } = recent[at]!;
      if (bound + vector.error >= (vector.ray ? 0 : cutoff)) continue;
      this.#promote(at);
      return number;
    }
    return -1;
  }

  /** Number of a vector that would close the present node if `codes`, of one group, were closed too; or -1. */
  findWithout(codes: readonly number[], cutoff: number): number {
    const recent = this.#recent;
    const group = groupOfCode(this.#model, codes[0]!);
    for (let at = 0; at < recent.length; at++) {
      const { vector, bound, reduced, number } = recent[at]!;
      const below = bound - this.#fall(reduced, group, codes);
      if (below + vector.error >= (vector.ray ? 0 : cutoff)) continue;
      this.#promote(at);
      return number;
    }
    return -1;
  }

  /** Updates the bounds just before states of one group are closed. */
  beforeClosing(codes: readonly number[]): void {
    const group = groupOfCode(this.#model, codes[0]!);
    for (const recent of this.#recent) recent.bound -= this.#fall(recent.reduced, group, codes);
  }

  #fall(reduced: Float64Array, group: number, codes: readonly number[]): number {
    const states = this.#states;
    if (group < this.#model.binaryCount) {
      const value = reduced[group]!;
      return codes[0]! >= 0 ? Math.max(0, value) : Math.max(0, -value);
    }
    const before = states.best(reduced, group);
    for (const code of codes) setClosed(states, code, 1);
    const after = states.best(reduced, group);
    for (const code of codes) setClosed(states, code, 0);
    return before - after;
  }

  /** Half way to the front: one lucky hit should not push out what works often. */
  #promote(at: number): void {
    const to = at >> 1;
    const found = this.#recent[at]!;
    this.#recent.copyWithin(to + 1, to, at);
    this.#recent[to] = found;
  }
}

function setClosed(states: OpenStates, code: number, value: 0 | 1): void {
  if (code >= 0) states.closedEntry[code] = value;
  else states.closedOrigin[-1 - code] = value;
}
