/** The bound of a vector at a node, and the states it closes there. */
import { bitLength, carry, isBelow, limbsFor, read, write } from "./limbs.js";
import type { Space } from "./states.js";
import { type Parts, PIECES } from "./tree-parts.js";
import type { Position } from "./tree-position.js";
import type { Priced } from "./tree-vector.js";
import type { Work } from "./work.js";

/** So many products of two limbs are added before a carry. */
const PRODUCTS = 16;

/** Works out bounds at positions in one space. It keeps room for its sums from one bound to the next. */
export class Bounds {
  readonly #space: Space;
  readonly #parts: Parts;
  readonly #work: Work;
  /** Per sum its place among the prices at hand, or -1. */
  readonly #slots: Int32Array;
  /** d of the open states of the undecided groups, one behind the other. */
  #values = new Float64Array(64);

  constructor(space: Space, parts: Parts, work: Work) {
    this.#space = space;
    this.#parts = parts;
    this.#work = work;
    this.#slots = new Int32Array(parts.sumCount).fill(-1);
  }

  /** `U - D·T` at a position that is not empty (for a ray U): below zero it refutes the claim there. */
  surplus(priced: Priced, position: Position): bigint {
    const { starts } = this.#space;
    const { undecided, open, decided } = position;
    const count = priced.count + PIECES;
    let surplus = priced.fixed;
    for (const [n, sum] of priced.sums.entries()) {
      this.#slots[sum] = n;
      if (decided[sum] !== 0) surplus -= priced.prices[n]! * BigInt(decided[sum]!);
    }
    const total = new Float64Array(count);
    let at = 0;
    for (const group of undecided) {
      this.#reserve(at + (starts[group + 1]! - starts[group]!) * count);
      let most = -1;
      for (let s = starts[group]!; s < starts[group + 1]!; s++) {
        if (open[s] === 0) continue;
        this.#value(s, priced, at);
        if (most < 0 || isBelow(this.#values, most, this.#values, at, count)) most = at;
        at += count;
      }
      for (let l = 0; l < count; l++) total[l]! += this.#values[most + l]!;
    }
    for (const sum of priced.sums) this.#slots[sum] = -1;
    this.#work.spend(100 + 10 * priced.sums.length * priced.count + 2 * at);
    return surplus + read(total, 0, count);
  }

  /**
   * The open states `s` with `U - m + d_s < D·T`, m being the largest d in the group of s, where `surplus` of the same
   * vector and position was `U - D·T >= 0`: those that stay behind m by more than that.
   */
  refuted(priced: Priced, position: Position, surplus: bigint): number[] {
    const { starts } = this.#space;
    const { undecided, open } = position;
    const count = priced.count + PIECES;
    const size = Math.max(count, limbsFor(bitLength(surplus)));
    const limit = new Float64Array(size);
    write(surplus, limit, 0, size);
    const behind = new Float64Array(size);
    const found: number[] = [];
    let at = 0;
    for (const group of undecided) {
      const first = at;
      let most = at;
      for (let s = starts[group]!; s < starts[group + 1]!; s++) {
        if (open[s] === 0) continue;
        if (isBelow(this.#values, most, this.#values, at, count)) most = at;
        at += count;
      }
      let next = first;
      for (let s = starts[group]!; s < starts[group + 1]!; s++) {
        if (open[s] === 0) continue;
        for (let l = 0; l < count; l++) behind[l] = this.#values[most + l]! - this.#values[next + l]!;
        behind.fill(0, count);
        carry(behind, 0, size);
        if (isBelow(limit, 0, behind, 0, size)) found.push(s);
        next += count;
      }
    }
    this.#work.spend(3 * at);
    return found;
  }

  /** Writes d of a state at `at`, in order. */
  #value(state: number, { count: size, limbs }: Priced, at: number): void {
    const { starts, sums, limbs: places, pieces } = this.#parts;
    const values = this.#values;
    const count = size + PIECES;
    values.fill(0, at, at + count);
    let products = 0;
    for (let p = starts[state]!; p < starts[state + 1]!; p++) {
      const slot = this.#slots[sums[p]!]!;
      if (slot < 0) continue;
      const piece = pieces[p]!;
      const to = at + places[p]!;
      for (let l = 0; l < size; l++) values[to + l]! -= piece * limbs[slot * size + l]!;
      if (++products % PRODUCTS === 0) carry(values, at, count);
    }
    carry(values, at, count);
    this.#work.spend(starts[state + 1]! - starts[state]! + products * size);
  }

  #reserve(length: number): void {
    if (length <= this.#values.length) return;
    const larger = new Float64Array(2 * length);
    larger.set(this.#values);
    this.#values = larger;
  }
}
