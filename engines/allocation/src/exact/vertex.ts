/**
 * A vertex of the dual function: rows whose multipliers are free, and as many ties, pairs of states of one group that
 * are equally good. Together they determine the multipliers, and the amounts in which tied states mix in the linear
 * program.
 */
import { invert, replaceColumn, replaceRow } from "./inverse.js";
import type { Keys } from "./keys.js";
import { groupOfCode, type Model } from "./model.js";
import type { OpenStates } from "./open-states.js";

/** Amounts within this of 0 or 1 count as such; slacks below minus this count as violated (rows are scaled). */
export const TOLERANCE = 1e-9;

/** Updates of the inverse before it is computed afresh, so that errors do not add up; and at a time. */
const MOST_UPDATES = 24;
const MOST_CHANGES = 3;

/** A vertex to return to: free rows, then the first and then the second states of the ties. */
export type Basis = Int32Array;

/** The working basis and its inverse. */
export class Vertex {
  readonly model: Model;
  /** Number of ties, and of free rows. */
  count = 0;
  readonly rows: Int32Array;
  readonly isFree: Uint8Array;
  /** Tie e is between `from[e]` (the key of the group, where it is one of both) and `to[e]`. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Amount of the group of tie e that is in state `to[e]` instead of `from[e]`. */
  readonly share: Float64Array;
  /** Row-major: entry (e, k) is the change of free multiplier k that parts tie e by one and keeps the others. */
  readonly inverse: Float64Array;
  /** Entry (e, i): weight of `to[e]` less that of `from[e]` in row i. */
  readonly difference: Float64Array;
  readonly #matrix: Float64Array;
  readonly #values: Float64Array;
  readonly #work: Float64Array;
  /** What the inverse was computed for: number of ties (-1 for nothing), rows, and updates since. */
  readonly #inverted: { count: number; readonly rows: Int32Array; updates: number };
  /** The ties whose differences are in `difference`. */
  readonly #differing: { readonly from: Int32Array; readonly to: Int32Array };

  constructor(model: Model) {
    const { rowCount } = model;
    this.model = model;
    this.rows = new Int32Array(rowCount + 1);
    this.isFree = new Uint8Array(rowCount);
    this.from = new Int32Array(rowCount + 1);
    this.to = new Int32Array(rowCount + 1);
    this.share = new Float64Array(rowCount + 1);
    this.inverse = new Float64Array(rowCount * rowCount);
    this.difference = new Float64Array((rowCount + 1) * rowCount);
    this.#matrix = new Float64Array(rowCount * rowCount);
    this.#values = new Float64Array(rowCount);
    this.#work = new Float64Array(rowCount);
    this.#inverted = { count: -1, rows: new Int32Array(rowCount + 1), updates: 0 };
    this.#differing = { from: new Int32Array(rowCount + 1), to: new Int32Array(rowCount + 1) };
  }

  save(): Basis {
    const { count } = this;
    const basis = new Int32Array(3 * count);
    basis.set(this.rows.subarray(0, count));
    basis.set(this.from.subarray(0, count), count);
    basis.set(this.to.subarray(0, count), 2 * count);
    return basis;
  }

  load(basis: Basis): void {
    const count = basis.length / 3;
    this.clear();
    this.count = count;
    for (let at = 0; at < count; at++) {
      this.rows[at] = basis[at]!;
      this.isFree[basis[at]!] = 1;
      this.from[at] = basis[count + at]!;
      this.to[at] = basis[2 * count + at]!;
    }
  }

  clear(): void {
    this.count = 0;
    this.isFree.fill(0);
  }

  /** Adds a free row with a tie. */
  push(row: number, from: number, to: number): void {
    const at = this.count++;
    this.rows[at] = row;
    this.isFree[row] = 1;
    this.from[at] = from;
    this.to[at] = to;
  }

  /** A free row makes way for another row. */
  replaceRow(row: number, by: number): void {
    this.isFree[row] = 0;
    this.rows[this.rows.indexOf(row)] = by;
    this.isFree[by] = 1;
  }

  /** Removes a free row and a tie. */
  remove(row: number, tie: number): void {
    this.isFree[row] = 0;
    const at = this.rows.indexOf(row);
    const last = --this.count;
    this.rows[at] = this.rows[last]!;
    this.from[tie] = this.from[last]!;
    this.to[tie] = this.to[last]!;
  }

  /** Brings differences and inverse up to date. False when the ties do not determine the multipliers. */
  factorize(): boolean {
    const { count } = this;
    const inverted = this.#inverted;
    const columns: number[] = [];
    for (let e = 0; e < count; e++) if (this.#computeDifference(e)) columns.push(e);
    const rows: number[] = [];
    for (let k = 0; k < count; k++) if (inverted.rows[k] !== this.rows[k]) rows.push(k);
    inverted.rows.set(this.rows);
    if (inverted.count === count && inverted.updates < MOST_UPDATES && this.#update(columns, rows))
      return true;
    return this.#invert();
  }

  /** Whether the difference of a tie had to be computed. */
  #computeDifference(e: number): boolean {
    const { rowCount, sparseStarts, sparseRows, sparseValues } = this.model;
    const differing = this.#differing;
    if (differing.from[e] === this.from[e] && differing.to[e] === this.to[e]) return false;
    differing.from[e] = this.from[e]!;
    differing.to[e] = this.to[e]!;
    const start = e * rowCount;
    this.difference.fill(0, start, start + rowCount);
    const add = (code: number, sign: number) => {
      if (code < 0) return;
      for (let at = sparseStarts[code]!; at < sparseStarts[code + 1]!; at++)
        this.difference[start + sparseRows[at]!]! += sign * sparseValues[at]!;
    };
    add(this.to[e]!, 1);
    add(this.from[e]!, -1);
    return true;
  }

  /** Updates the inverse for other ties or rows. False when computing it afresh is better. */
  #update(columns: readonly number[], rows: readonly number[]): boolean {
    const { count, inverse, difference } = this;
    const { rowCount } = this.model;
    if (columns.length + rows.length > MOST_CHANGES || (columns.length > 0 && rows.length > 0)) return false;
    const inverted = this.#inverted;
    for (const e of columns) {
      for (let k = 0; k < count; k++) this.#values[k] = difference[e * rowCount + this.rows[k]!]!;
      if (!replaceColumn(inverse, count, e, this.#values, this.#work)) return false;
    }
    for (const k of rows) {
      for (let e = 0; e < count; e++) this.#values[e] = difference[e * rowCount + this.rows[k]!]!;
      if (!replaceRow(inverse, count, k, this.#values, this.#work)) return false;
    }
    inverted.updates += columns.length + rows.length;
    return true;
  }

  #invert(): boolean {
    const { count, difference } = this;
    const { rowCount } = this.model;
    for (let k = 0; k < count; k++) {
      const row = this.rows[k]!;
      for (let e = 0; e < count; e++) this.#matrix[k * count + e] = difference[e * rowCount + row]!;
    }
    const isRegular = invert(this.#matrix, this.inverse, count);
    this.#inverted.count = isRegular ? count : -1;
    this.#inverted.updates = 0;
    return isRegular;
  }

  /** The multipliers that the ties determine, written into `y`. */
  multipliers(y: Float64Array): void {
    const { count, inverse } = this;
    const { raised } = this.model;
    y.fill(0);
    for (let k = 0; k < count; k++) {
      let value = 0;
      for (let e = 0; e < count; e++) {
        const to = this.to[e]!;
        const from = this.from[e]!;
        value += inverse[e * count + k]! * ((to >= 0 ? raised[to]! : 0) - (from >= 0 ? raised[from]! : 0));
      }
      y[this.rows[k]!] = Math.max(0, value);
    }
  }

  /** The mix of tied states that uses the free rows up, given what the keys leave. */
  computeShares(residual: Float64Array): void {
    const { count, inverse } = this;
    for (let e = 0; e < count; e++) {
      let value = 0;
      for (let k = 0; k < count; k++) value += inverse[e * count + k]! * residual[this.rows[k]!]!;
      this.share[e] = value;
    }
  }

  /** Change of free multiplier k per unit of the multiplier of `row`, when all ties are kept. */
  response(k: number, row: number): number {
    const { count, inverse, difference } = this;
    const { rowCount } = this.model;
    let value = 0;
    for (let e = 0; e < count; e++) value -= inverse[e * count + k]! * difference[e * rowCount + row]!;
    return value;
  }

  /** What the mix leaves of a row. */
  slack(row: number, residual: Float64Array): number {
    const { count, share, difference } = this;
    const { rowCount } = this.model;
    let slack = residual[row]!;
    for (let e = 0; e < count; e++) slack -= share[e]! * difference[e * rowCount + row]!;
    return slack;
  }

  /** Writes ties so that a key comes first in every tie it takes part in, directly or through other ties. */
  orient(keys: Keys): void {
    const { from, to, count, model } = this;
    for (let e = 0; e < count; e++) {
      const key = keys.codes[groupOfCode(model, to[e]!)]!;
      if (to[e] !== key) continue;
      to[e] = from[e]!;
      from[e] = key;
    }
    if (model.binaryCount === model.groupCount) return;
    for (let changed = true; changed; ) {
      changed = false;
      for (let e = 0; e < count && !changed; e++) changed = this.#tieToKey(e, keys);
    }
  }

  /** Where a tie is linked to the key by another tie, ties it to the key itself. */
  #tieToKey(e: number, keys: Keys): boolean {
    const { from, to, count, model } = this;
    const key = keys.codes[groupOfCode(model, to[e]!)]!;
    if (from[e] === key) return false;
    for (let f = 0; f < count; f++) {
      if (f === e || from[f] !== key) continue;
      if (to[f] === to[e]) to[e] = from[e]!;
      else if (to[f] !== from[e]) continue;
      from[e] = key;
      return true;
    }
    return false;
  }

  /**
   * Where a key would get a negative amount, the tied open state with the largest share becomes the key. True when
   * something changed; shares are stale then.
   */
  recenter(keys: Keys, states: OpenStates): boolean {
    const { from, to, share, count, model } = this;
    for (let e = 0; e < count; e++) {
      const group = groupOfCode(model, to[e]!);
      const key = keys.codes[group]!;
      if (from[e] !== key) continue;
      let total = 0;
      let largest = -1;
      for (let f = 0; f < count; f++) {
        if (from[f] !== key) continue;
        total += share[f]!;
        if (!states.isClosed(to[f]!) && (largest < 0 || share[f]! > share[largest]!)) largest = f;
      }
      if (total > 1 + TOLERANCE && largest >= 0 && share[largest]! > TOLERANCE) {
        keys.set(group, to[largest]!);
        return true;
      }
    }
    return false;
  }

  /** By how much the share of a tie lies outside what its states allow, at the end at which the tie can part. */
  excess(e: number, keys: Keys, states: OpenStates): number {
    const value = this.share[e]!;
    if (value < 0) return -value;
    const to = this.to[e]!;
    const atKey = this.from[e] === keys.codes[groupOfCode(this.model, to)];
    return atKey && !states.isClosed(to) ? 0 : value;
  }
}
