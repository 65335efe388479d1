/** A small seeded random source: the same seed gives the same numbers on every machine. */

/** A source of random numbers. */
export interface RandomSource {
  /** Uniform in [0, 1), with 32 random bits. */
  uniform(): number;
  /** A whole number from 0 to `count - 1`. */
  below(count: number): number;
  /** Standard normal. */
  normal(): number;
  /** An index drawn with these weights, which need not add up to 1. */
  weighted(weights: readonly number[]): number;
}

/**
 * sfc32, the small fast counting generator of PractRand (C. Doty-Humphrey), seeded through the text's UTF-16 code
 * units with FNV-1a. Not for secrets.
 */
export function randomSource(seed: string): RandomSource {
  let hash = 2166136261;
  for (let k = 0; k < seed.length; k += 1) hash = Math.imul(hash ^ seed.charCodeAt(k), 16777619);
  let [a, b, c, counter] = [hash | 0, Math.imul(hash, 2654435761), hash ^ 0x9e3779b9, 1];
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let k = 0; k < 12; k += 1) next();
  return {
    uniform: next,
    below: (count) => Math.floor(next() * count),
    // Box and Muller; one of the pair is enough, and keeps the stream simple.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    weighted(weights) {
      let rest = next() * weights.reduce((sum, weight) => sum + weight, 0);
      const index = weights.findIndex((weight) => {
        rest -= weight;
        return rest < 0;
      });
      return index < 0 ? weights.length - 1 : index;
    },
  };
}
