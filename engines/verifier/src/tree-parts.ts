import type { Compiled } from "./compile.js";
import { BASE, write } from "./limbs.js";
import type { Space } from "./states.js";
import type { Work } from "./work.js";

/**
 * What the states add to each sum of rows.ts, in pieces of one limb. The score is one more sum, after the others.
 * The pieces of state s are numbers `starts[s]` up to `starts[s + 1]`.
 */
export interface Parts {
  /** The number of sums, with the score. */
  readonly sumCount: number;
  readonly starts: Int32Array;
  readonly sums: Int32Array;
  /** Of each piece the limb it is, and its value: whole and below 2^24 in size. */
  readonly limbs: Uint8Array;
  readonly pieces: Float64Array;
}

/** A weight below 2^53 takes at most this many limbs. */
export const PIECES = 3;

/** Adds up what the columns of each state add to each sum; every such sum is below 2^53 (rows.ts). */
export function makeParts({ columns, sums }: Compiled, space: Space, work: Work): Parts {
  const states = space.groupOfState.length;
  const starts = new Int32Array(states + 1);
  const sumOf: number[] = [];
  const limbOf: number[] = [];
  const pieceOf: number[] = [];
  const pieces = new Float64Array(PIECES);
  const weights = new Float64Array(sums + 1);
  const touched: number[] = [];
  const add = (sum: number, weight: number): void => {
    if (weights[sum] === 0) touched.push(sum);
    weights[sum] = weights[sum]! + weight;
  };
  for (let s = 0; s < states; s++) {
    for (let m = space.memberStarts[s]!; m < space.memberStarts[s + 1]!; m++) {
      const { score, parts } = columns[space.members[m]!]!;
      add(sums, score);
      for (const { sum, weight } of parts) add(sum, weight);
      work.spend(20 * (1 + parts.length));
    }
    for (const sum of touched) {
      // A sum that went back to zero on the way stands here twice; the first time writes it and clears it.
      const weight = weights[sum]!;
      if (weight === 0) continue;
      weights[sum] = 0;
      write(BigInt(weight), pieces, 0, PIECES);
      for (let limb = 0; limb < PIECES; limb++)
        if (pieces[limb] !== 0) {
          sumOf.push(sum);
          limbOf.push(limb);
          pieceOf.push(pieces[limb]!);
        }
    }
    touched.length = 0;
    starts[s + 1] = sumOf.length;
  }
  return {
    sumCount: sums + 1,
    starts,
    sums: Int32Array.from(sumOf),
    limbs: Uint8Array.from(limbOf),
    pieces: Float64Array.from(pieceOf),
  };
}

/** Adds a state to sums, or takes it away again with `times` -1; exact, since all sums stay below 2^53. */
export function addState(parts: Parts, state: number, to: Float64Array, times: 1 | -1): void {
  for (let p = parts.starts[state]!; p < parts.starts[state + 1]!; p++)
    to[parts.sums[p]!]! += times * parts.pieces[p]! * BASE ** parts.limbs[p]!;
}
