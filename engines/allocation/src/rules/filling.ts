/**
 * Progressive filling (Bertsekas and Gallager, Data Networks, 2nd edition, section 6.5.2): the part of everyone rises
 * alike until a limit is full; who is under that limit stays there, and the others rise on. The result is max-min fair:
 * nobody's part can be raised without lowering one that is as low or lower.
 *
 * Parts are whole numbers of 1/`WHOLE`, each step rounded down, so that no limit is passed and everything is exact.
 */
import { shift } from "../problem/evaluate.js";
import type { Problem } from "../problem/problem.js";

/** The part that is everything: twelve decimals. */
export const WHOLE = 10n ** 12n;

/** One limit: `weight * (sum of a vector's values * part) <= capacity`, with a weight above zero. */
export interface Vessel {
  readonly capacity: bigint;
  readonly weight: bigint;
  /** Index in `problem.vectors`; its values are above zero. */
  readonly vector: number;
}

/**
 * The part of each application, in 1/`WHOLE`, from 0 to `WHOLE`.
 *
 * @param asked per application the choice that it rises to
 */
export function fill(
  problem: Problem,
  asked: readonly number[],
  vessels: readonly Vessel[],
): readonly bigint[] {
  const { choices, vectors } = problem;
  const parts: (bigint | null)[] = asked.map(() => null);
  // Sums of values are exact in doubles (docs/formats/round.md); only their products with parts are not.
  const rising = new Float64Array(vectors.length);
  for (const choice of asked) shift(problem, rising, choice, 1);
  const held: bigint[] = vectors.map(() => 0n);
  for (;;) {
    const open = vessels.filter(({ vector }) => rising[vector]! > 0);
    const levels = open.map(
      ({ capacity, weight, vector }) =>
        (capacity * WHOLE - weight * held[vector]!) / (weight * BigInt(rising[vector]!)),
    );
    const level = levels.reduce((least, each) => (each < least ? each : least), WHOLE);
    if (level === WHOLE) return parts.map((part) => part ?? WHOLE);
    const settled = new Float64Array(vectors.length);
    for (const { vector } of open.filter((_, k) => levels[k] === level))
      for (const choice of vectors[vector]!.indices) {
        const { application } = choices[choice]!;
        if (asked[application] !== choice || parts[application] !== null) continue;
        parts[application] = level;
        shift(problem, settled, choice, 1);
      }
    settled.forEach((sum, vector) => {
      if (sum === 0) return;
      rising[vector]! -= sum;
      held[vector]! += BigInt(sum) * level;
    });
  }
}
