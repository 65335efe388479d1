import { BASE, write } from "./limbs.js";
import type { Choice } from "./rows.js";
import type { Space } from "./tree-states.js";
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
export function makeParts(columns: readonly Choice[], sums: number, space: Space, work: Work): Parts {
  const starts = new Int32Array(space.states.length + 1);
  const all: { sum: number; limb: number; piece: number }[] = [];
  const pieces = new Float64Array(PIECES);
  for (const [s, state] of space.states.entries()) {
    const weights = new Map<number, number>();
    const add = (sum: number, weight: number): void => {
      weights.set(sum, (weights.get(sum) ?? 0) + weight);
    };
    for (const column of state) {
      const { score, parts } = columns[column]!;
      add(sums, score);
      for (const { sum, weight } of parts) add(sum, weight);
      work.spend(20 * (1 + parts.length));
    }
    for (const [sum, weight] of weights) {
      write(BigInt(weight), pieces, 0, PIECES);
      for (const [limb, piece] of pieces.entries()) if (piece !== 0) all.push({ sum, limb, piece });
    }
    starts[s + 1] = all.length;
  }
  return {
    sumCount: sums + 1,
    starts,
    sums: Int32Array.from(all, ({ sum }) => sum),
    limbs: Uint8Array.from(all, ({ limb }) => limb),
    pieces: Float64Array.from(all, ({ piece }) => piece),
  };
}

/** Adds a state to sums, or takes it away again with `times` -1; exact, since all sums stay below 2^53. */
export function addState(parts: Parts, state: number, to: Float64Array, times: 1 | -1): void {
  for (let p = parts.starts[state]!; p < parts.starts[state + 1]!; p++)
    to[parts.sums[p]!]! += times * parts.pieces[p]! * BASE ** parts.limbs[p]!;
}
