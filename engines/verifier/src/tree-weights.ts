/**
 * What a vector of a tree certificate says about the states (docs/formats/tree.md, "The bound of a vector").
 *
 * The bound U is largest when all states are open. Closing states lowers it by the *loss* of each group: how far the
 * largest d_s of its open states is below the largest of all. So `U < D·T` is the question whether the losses add up
 * to more than `U - D·T` with all states open, here called the *surplus*. Losses above the surplus may be taken as
 * surplus + 1 without changing any answer, which keeps numbers short.
 */
import { bitLength, carry, isBelow, limbsFor, read, write } from "./limbs.js";
import type { Choice, Compiled } from "./rows.js";
import type { Space } from "./tree-states.js";
import type { Tree, TreeVector } from "./types.js";
import type { Work } from "./work.js";

/** A certificate with the program it belongs to. */
export interface Certificate {
  readonly compiled: Compiled;
  /** The choices of all applications, in order. */
  readonly columns: readonly Choice[];
  readonly tree: Tree;
}

/** The surplus of a vector and the losses of states, in limbs. */
export interface Weights {
  /** Limbs per number. */
  readonly limbs: number;
  /** `U - D·T` with all states open (for a ray U), or undefined where it is negative. */
  readonly surplus: Float64Array | undefined;
  /** The loss of state s is in limbs `s * limbs` up to `(s + 1) * limbs`. */
  readonly losses: Float64Array;
}

/** A weight below 2^53 takes at most this many limbs, each of which is multiplied by itself. */
const PIECES = 3;

/** So many products of two limbs can be added before a carry. */
const PRODUCTS = 16;

/** Works out vectors over one space. */
export class Weigher {
  readonly #certificate: Certificate;
  readonly #space: Space;
  readonly #work: Work;
  /** States as lists of places in the list of columns that stand in states. */
  readonly #stateStarts: Int32Array;
  readonly #statePlaces: Int32Array;
  /** Per column what it adds to each sum, in pieces of one limb; the score is one more sum. */
  readonly #partStarts: Int32Array;
  readonly #partSums: Int32Array;
  readonly #partLimbs: Uint8Array;
  readonly #partPieces: Float64Array;

  constructor(certificate: Certificate, space: Space, work: Work) {
    this.#certificate = certificate;
    this.#space = space;
    this.#work = work;
    const { compiled, columns } = certificate;
    const used = [...new Set(space.states.flat())];
    const place = new Map(used.map((column, p) => [column, p]));
    this.#stateStarts = startsOf(space.states);
    this.#statePlaces = Int32Array.from(space.states.flat(), (column) => place.get(column)!);

    const piece = new Float64Array(PIECES);
    const parts = used.map((column) => {
      const { score, parts: sums } = columns[column]!;
      return [...sums, { sum: compiled.sums, weight: score }].flatMap(({ sum, weight }) => {
        write(BigInt(weight), piece, 0, PIECES);
        return [...piece].flatMap((value, limb) => (value === 0 ? [] : [{ sum, limb, value }]));
      });
    });
    this.#partStarts = startsOf(parts);
    this.#partSums = Int32Array.from(parts.flat(), ({ sum }) => sum);
    this.#partLimbs = Uint8Array.from(parts.flat(), ({ limb }) => limb);
    this.#partPieces = Float64Array.from(parts.flat(), ({ value }) => value);
    work.spend(10 * (this.#partSums.length + this.#statePlaces.length));
  }

  /** The weights of vector number `k`. */
  weigh(k: number): Weights {
    const { tree, compiled } = this.#certificate;
    const { decided, starts, states, groupOfState } = this.#space;
    const vector = tree.vectors[k]!;
    const { prices, fixed, scale } = this.#prices(vector);
    this.#work.spend(2 * compiled.sums * limbsFor(bitLength(scale)));
    let bound = fixed + scale * BigInt(decided.score);
    for (const [sum, price] of prices.entries())
      if (sum < compiled.sums && price !== 0n) bound -= price * BigInt(decided.sums[sum]!);

    const count = limbsFor(prices.reduce((bits, price) => Math.max(bits, bitLength(price)), 0)) + PIECES;
    const values = this.#stateValues(prices, count);
    const groups = starts.length - 1;
    const largest = new Int32Array(groups);
    const total = new Float64Array(count);
    for (let g = 0; g < groups; g++) {
      let most = starts[g]!;
      for (let s = most + 1; s < starts[g + 1]!; s++)
        if (isBelow(values, most * count, values, s * count, count)) most = s;
      largest[g] = most;
      for (let l = 0; l < count; l++) total[l]! += values[most * count + l]!;
    }
    bound += read(total, 0, count);

    const surplus = vector.ray ? bound : bound - scale * BigInt(tree.target!);
    if (surplus < 0n) return { limbs: 1, surplus: undefined, losses: new Float64Array(0) };
    const limbs = limbsFor(bitLength(surplus + 1n));
    const cap = new Float64Array(Math.max(limbs, count));
    write(surplus + 1n, cap, 0, cap.length);
    this.#work.spend(4 * states.length * cap.length);
    const losses = new Float64Array(states.length * limbs);
    const loss = new Float64Array(cap.length);
    for (let s = 0; s < states.length; s++) {
      const most = largest[groupOfState[s]!]! * count;
      for (let l = 0; l < count; l++) loss[l] = values[most + l]! - values[s * count + l]!;
      carry(loss, 0, count);
      const capped = isBelow(loss, 0, cap, 0, cap.length) ? loss : cap;
      for (let l = 0; l < limbs; l++) losses[s * limbs + l] = capped[l]!;
    }
    const written = new Float64Array(limbs);
    write(surplus, written, 0, limbs);
    return { limbs, surplus: written, losses };
  }

  /**
   * What one unit of each sum costs, as in bound.ts, and minus D for the score: d_j is minus the sum of prices times
   * weights. For E the largest exponent of the vector's own rows is enough: a common power of two changes nothing.
   */
  #prices(vector: TreeVector): { prices: bigint[]; fixed: bigint; scale: bigint } {
    const { compiled, tree } = this.#certificate;
    const exponents = vector.rows.map((row) => tree.exponents.get(row) ?? 0);
    const largest = exponents.reduce((a, b) => Math.max(a, b), 0);
    const scale = vector.ray ? 0n : 1n << BigInt(vector.shift + largest);
    const prices: bigint[] = new Array(compiled.sums + 1).fill(0n);
    let fixed = 0n;
    for (const [n, number] of vector.rows.entries()) {
      const row = compiled.rows[number]!;
      const y = BigInt(vector.values[n]!) << BigInt(largest - exponents[n]!);
      fixed += y * row.limit;
      for (const { sum, factor } of row.terms) prices[sum]! += y * factor;
    }
    prices[compiled.sums] = -scale;
    return { prices, fixed, scale };
  }

  /** d_s of every state, in `count` limbs each. */
  #stateValues(prices: readonly bigint[], count: number): Float64Array {
    const size = count - PIECES;
    const isUsed = prices.map((price) => price !== 0n);
    const priceLimbs = new Float64Array(prices.length * size);
    for (const [sum, price] of prices.entries()) if (isUsed[sum]) write(price, priceLimbs, sum * size, size);

    const columnCount = this.#partStarts.length - 1;
    this.#work.spend((this.#partSums.length + this.#statePlaces.length) * count);
    const ofColumn = new Float64Array(columnCount * count);
    for (let j = 0; j < columnCount; j++) {
      let products = 0;
      for (let p = this.#partStarts[j]!; p < this.#partStarts[j + 1]!; p++) {
        const sum = this.#partSums[p]!;
        if (!isUsed[sum]) continue;
        const piece = this.#partPieces[p]!;
        const to = j * count + this.#partLimbs[p]!;
        for (let l = 0; l < size; l++) ofColumn[to + l]! -= piece * priceLimbs[sum * size + l]!;
        if (++products % PRODUCTS === 0) carry(ofColumn, j * count, count);
      }
      carry(ofColumn, j * count, count);
    }
    const ofState = new Float64Array((this.#stateStarts.length - 1) * count);
    for (let s = 0; s < this.#stateStarts.length - 1; s++) {
      for (let n = this.#stateStarts[s]!; n < this.#stateStarts[s + 1]!; n++) {
        const from = this.#statePlaces[n]! * count;
        for (let l = 0; l < count; l++) ofState[s * count + l]! += ofColumn[from + l]!;
      }
      carry(ofState, s * count, count);
    }
    return ofState;
  }
}

/** Where each list starts when all stand behind each other, and where the last one ends. */
function startsOf(lists: readonly (readonly unknown[])[]): Int32Array {
  const starts = new Int32Array(lists.length + 1);
  for (const [n, list] of lists.entries()) starts[n + 1] = starts[n]! + list.length;
  return starts;
}
