/** Exact arithmetic: amounts are whole cents, rates are whole basis points, products go through BigInt. */

/** 100% in basis points. */
export const WHOLE = 10_000;

/** The part of an amount that a rate gives, in whole cents, rounded down (a grant never exceeds its maximum). */
export function partOf(cents: number, basisPoints: number): number {
  return Number((BigInt(cents) * BigInt(basisPoints)) / BigInt(WHOLE));
}

/** Whether `part` is at most `basisPoints` of `whole`, exactly. */
export function atMostShare(part: number, whole: number, basisPoints: number): boolean {
  return BigInt(part) * BigInt(WHOLE) <= BigInt(whole) * BigInt(basisPoints);
}

/** Whether `part` is at least `basisPoints` of `whole`, exactly. */
export function atLeastShare(part: number, whole: number, basisPoints: number): boolean {
  return BigInt(part) * BigInt(WHOLE) >= BigInt(whole) * BigInt(basisPoints);
}

/** Whether `part` is more than half of `whole`, exactly. */
export function moreThanHalf(part: number, whole: number): boolean {
  return BigInt(part) * 2n > BigInt(whole);
}

/** The sum of amounts in cents. @throws RangeError when it leaves the whole numbers that are exact (2^53) */
export function sumOf(amounts: Iterable<number>): number {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  if (!Number.isSafeInteger(sum)) throw new RangeError("The sum of the amounts is too large to be exact.");
  return sum;
}
