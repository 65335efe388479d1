/**
 * The linear relaxation, solved in the space of multipliers.
 *
 * With multipliers y >= 0 on the rows each group takes its best open state, and
 *
 *     L(y) = constant + y·b + sum over groups of the largest (profit - y·weight) of its open states
 *
 * bounds every solution. L is convex and piecewise linear; its minimum is the optimum of the relaxation. A vertex is
 * fixed by as many ties (two states of one group equally good) as there are multipliers above zero. From a vertex
 * the method leaves along the edge on which L falls most steeply and goes on to the minimum on it, passing
 * breakpoints on the way. This is the dual simplex method with bound flipping, with the groups kept implicit (Dantzig
 * and Van Slyke, "Generalized upper bounding techniques", 1967): its basis is as small as the number of multipliers
 * in use. Every y on the way gives a bound, so it can be stopped at any moment.
 */
import { Keys } from "./keys.js";
import { groupOfCode, type Model } from "./model.js";
import { Nearby } from "./nearby.js";
import type { OpenStates } from "./open-states.js";
import { FLAT, Pricing } from "./pricing.js";
import { type Basis, TOLERANCE, Vertex } from "./vertex.js";

/** How a solve ended: at the minimum; below the cutoff; unbounded (no solution); or out of rounds. */
export type LpStatus = "optimal" | "cutoff" | "infeasible" | "stalled";

/** The dual simplex method on one model; holds the current point. */
export class DualSimplex {
  readonly model: Model;
  readonly states: OpenStates;
  readonly keys: Keys;
  readonly vertex: Vertex;
  readonly pricing: Pricing;
  /** The groups that looking ahead takes into account. */
  readonly nearby: Nearby;
  /** Multipliers per model row. */
  readonly y: Float64Array;
  /** L(y) with the raised profits, so never below the bound with the true ones. */
  bound = 0;
  /** After "infeasible": a direction along which L falls for ever. */
  readonly ray: Float64Array;
  /** Edges taken so far. */
  edges = 0;
  readonly #direction: Float64Array;
  /** The tie that parts on the current edge, or -1. */
  #leaving = -1;
  /** The row that gets a multiplier on the current edge, or -1. */
  #entering = -1;

  constructor(model: Model, states: OpenStates) {
    this.model = model;
    this.states = states;
    this.keys = new Keys(model);
    this.vertex = new Vertex(model);
    this.pricing = new Pricing(model);
    this.nearby = new Nearby(states);
    this.y = new Float64Array(model.rowCount);
    this.ray = new Float64Array(model.rowCount);
    this.#direction = new Float64Array(model.rowCount);
    this.restart();
    this.keys.mark();
  }

  /** Goes to y = 0, which is a vertex of every model. */
  restart(): void {
    this.restore(new Int32Array(0));
  }

  /** Goes to a saved vertex under the states open now. Every group with a choice must be active. */
  restore(basis: Basis): void {
    this.vertex.load(basis);
    if (this.vertex.factorize()) this.vertex.multipliers(this.y);
    else {
      this.vertex.clear();
      this.y.fill(0);
    }
    this.pricing.reprice(this.y);
    this.keys.toMark();
    const { reduced } = this.pricing;
    for (let group = 0; group < this.model.groupCount; group++) {
      const best = this.states.bestCode(reduced, group);
      if (best !== this.keys.codes[group]) this.keys.set(group, best);
    }
    this.#evaluate();
  }

  /** Closes an open state. When it was the key of its group, the next best open state becomes the key. */
  close(code: number): void {
    this.states.close(code);
    const group = groupOfCode(this.model, code);
    if (this.keys.codes[group] === code)
      this.keys.set(group, this.states.bestCode(this.pricing.reduced, group));
  }

  /**
   * Lowers L from the current point until it is at its minimum or below `cutoff`. `y` and `bound` then describe the
   * point reached; at the minimum `vertex.share` has the mix of tied states.
   */
  solve(cutoff: number, mostRounds: number): LpStatus {
    const { vertex, keys, states } = this;
    this.#evaluate();
    for (let round = 0; round < mostRounds; round++) {
      if (this.bound < cutoff) return "cutoff";
      vertex.orient(keys);
      if (!vertex.factorize()) {
        this.restart();
        continue;
      }
      vertex.computeShares(keys.residual);
      if (vertex.recenter(keys, states)) continue;
      const slope = this.#steepestEdge();
      if (slope === 0) return "optimal";
      this.edges++;
      if (!this.#step(slope)) return "infeasible";
    }
    return "stalled";
  }

  /**
   * How far L falls, at the least, when tie e is resolved to its first state and to its second. Infinite when that
   * leaves no solution. Only at a minimum, after `nearby.select`, whose groups alone are looked at.
   */
  lookAhead(e: number): readonly [number, number] {
    const { vertex, pricing } = this;
    this.#partTie(e, 1);
    pricing.rate(this.#direction, this.nearby);
    const share = vertex.share[e]!;
    return [this.#fall(e, -1, -share), this.#fall(e, 1, share - 1)];
  }

  /** How far L falls, at the least, along the direction in which tie e parts (`sign` 1) or against it. */
  #fall(e: number, sign: 1 | -1, slope: number): number {
    const { pricing } = this;
    const limit = this.#limit(sign).time;
    pricing.collect(sign, limit, this.keys, this.nearby, groupOfCode(this.model, this.vertex.to[e]!));
    const { breakpoints } = pricing;
    const turn = breakpoints.turn(slope);
    if (turn < 0 && limit === Number.POSITIVE_INFINITY) return limit;
    const time = turn < 0 ? limit : breakpoints.times[turn]!;
    const passed = turn < 0 ? breakpoints.count : turn;
    let fall = -slope * time;
    for (let at = 0; at < passed; at++) fall -= breakpoints.jumps[at]! * (time - breakpoints.times[at]!);
    return fall;
  }

  #evaluate(): void {
    // Equal to y·b plus the best of every group, because a key's reduced score is its profit less y·weight.
    let bound = this.model.constant + this.keys.raised;
    for (let row = 0; row < this.model.rowCount; row++) bound += this.y[row]! * this.keys.residual[row]!;
    this.bound = bound;
  }

  /** The direction that parts tie e, its second state falling (sign 1) or rising (-1). */
  #partTie(e: number, sign: number): void {
    const { count, inverse, rows } = this.vertex;
    this.#direction.fill(0);
    for (let k = 0; k < count; k++) this.#direction[rows[k]!] = sign * inverse[e * count + k]!;
  }

  /** Sets the direction to the edge on which L falls most steeply. Returns the slope, negative; 0 at the minimum. */
  #steepestEdge(): number {
    const { vertex, keys, states, model } = this;
    const { count, inverse } = vertex;
    let best = 0;
    let slope = 0;
    this.#leaving = -1;
    this.#entering = -1;
    for (let e = 0; e < count; e++) {
      const size = vertex.excess(e, keys, states);
      if (size <= TOLERANCE) continue;
      let norm = 0;
      for (let k = 0; k < count; k++) norm += inverse[e * count + k]! ** 2;
      if (size * size <= best * norm) continue;
      best = (size * size) / norm;
      slope = -size;
      this.#leaving = e;
    }
    for (let row = 0; row < model.rowCount; row++) {
      if (vertex.isFree[row] !== 0) continue;
      const slack = vertex.slack(row, keys.residual);
      if (slack >= -TOLERANCE) continue;
      let norm = 1;
      for (let k = 0; k < count; k++) norm += vertex.response(k, row) ** 2;
      if (slack * slack <= best * norm) continue;
      best = (slack * slack) / norm;
      slope = slack;
      this.#leaving = -1;
      this.#entering = row;
    }
    if (this.#entering >= 0) {
      this.#direction.fill(0);
      for (let k = 0; k < count; k++) this.#direction[vertex.rows[k]!] = vertex.response(k, this.#entering);
      this.#direction[this.#entering] = 1;
    } else if (this.#leaving >= 0) this.#partTie(this.#leaving, vertex.share[this.#leaving]! < 0 ? 1 : -1);
    return slope;
  }

  /** How far one can go along the direction, or against it, before a free multiplier is zero, and which row's. */
  #limit(sign: 1 | -1): { readonly time: number; readonly row: number } {
    const { vertex, y } = this;
    let limit = Number.POSITIVE_INFINITY;
    let zeroed = -1;
    for (let k = 0; k < vertex.count; k++) {
      const row = vertex.rows[k]!;
      const rate = sign * this.#direction[row]!;
      if (rate >= -FLAT) continue;
      const time = y[row]! / -rate;
      if (time >= limit) continue;
      limit = time;
      zeroed = row;
    }
    return { time: limit, row: zeroed };
  }

  /** Goes to the minimum of L along the direction. False when there is none. */
  #step(slope: number): boolean {
    const { model, y, pricing } = this;
    const { breakpoints } = pricing;
    const limit = this.#limit(1);
    pricing.rate(this.#direction, this.states);
    pricing.collect(1, limit.time, this.keys, this.states, -1);
    const turn = breakpoints.turn(slope);
    if (turn < 0 && limit.row < 0) {
      for (let row = 0; row < model.rowCount; row++) this.ray[row] = Math.max(0, this.#direction[row]!);
      return false;
    }
    const time = turn < 0 ? limit.time : breakpoints.times[turn]!;
    for (let row = 0; row < model.rowCount; row++)
      if (this.#direction[row] !== 0) y[row] = Math.max(0, y[row]! + time * this.#direction[row]!);
    pricing.move(time, this.states);
    this.#flip(turn < 0 ? breakpoints.count : turn);
    if (turn >= 0) this.#enterTie(breakpoints.states[turn]!);
    else this.#toZero(limit.row);
    this.#evaluate();
    return true;
  }

  /** Makes the states of the first breakpoints keys. */
  #flip(passed: number): void {
    const { pricing, keys, model } = this;
    const { states } = pricing.breakpoints;
    for (let at = 0; at < passed; at++) {
      const code = states[at]!;
      const group = groupOfCode(model, code);
      // Several states of a large group can be passed, in any order.
      if (group < model.binaryCount || pricing.reducedOf(code) > pricing.reducedOf(keys.codes[group]!))
        keys.set(group, code);
    }
  }

  /** The state at the turning point ties with the key of its group. */
  #enterTie(code: number): void {
    const key = this.keys.codes[groupOfCode(this.model, code)]!;
    if (this.#entering >= 0) this.vertex.push(this.#entering, key, code);
    else {
      this.vertex.from[this.#leaving] = key;
      this.vertex.to[this.#leaving] = code;
    }
  }

  /** A multiplier reached zero: its row is free no longer, and makes way for the row or tie that moved. */
  #toZero(row: number): void {
    this.y[row] = 0;
    if (this.#entering >= 0) this.vertex.replaceRow(row, this.#entering);
    else this.vertex.remove(row, this.#leaving);
  }
}
