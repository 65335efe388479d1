/**
 * Whole numbers of any length as *limbs*: doubles, the lowest first, each worth 2^24 times the one before. A number in
 * order has limbs from 0 to 2^24 - 1, but for its last one, which has the sign. In between, limbs may be any whole
 * numbers below 2^53 in size: products of two limbs and sums of millions of them are exact, and `carry` puts a number
 * in order again. Much faster than BigInt, and just as exact.
 */
const WIDTH = 24;

/** What one unit of a limb is worth in the limb below. */
export const BASE = 2 ** WIDTH;

/** The least number of limbs for numbers of at most this many bits; the last one keeps room to spare. */
export function limbsFor(bits: number): number {
  return Math.floor(bits / WIDTH) + 1;
}

/** The number of bits of a number's size. */
export function bitLength(number: bigint): number {
  return number === 0n ? 0 : (number < 0n ? -number : number).toString(2).length;
}

/** Writes a number that fits as `count` limbs from index `at`, all of its sign. */
export function write(number: bigint, to: Float64Array, at: number, count: number): void {
  const sign = number < 0n ? -1 : 1;
  let rest = number < 0n ? -number : number;
  for (let l = 0; l < count - 1; l++) {
    to[at + l] = sign * Number(BigInt.asUintN(WIDTH, rest));
    rest >>= BigInt(WIDTH);
  }
  to[at + count - 1] = sign * Number(rest);
}

/** The number in `count` limbs from index `at`, in order or not. */
export function read(from: Float64Array, at: number, count: number): bigint {
  let number = 0n;
  for (let l = count - 1; l >= 0; l--) number = (number << BigInt(WIDTH)) + BigInt(from[at + l]!);
  return number;
}

/** Puts a number in order. */
export function carry(limbs: Float64Array, at: number, count: number): void {
  let over = 0;
  for (let l = at; l < at + count - 1; l++) {
    const limb = limbs[l]! + over;
    over = Math.floor(limb / BASE);
    limbs[l] = limb - over * BASE;
  }
  limbs[at + count - 1]! += over;
}

/** Whether the number at `a` is below the one at `b`, both in order. */
export function isBelow(
  first: Float64Array,
  a: number,
  second: Float64Array,
  b: number,
  count: number,
): boolean {
  let l = count - 1;
  while (l > 0 && first[a + l] === second[b + l]) l--;
  return first[a + l]! < second[b + l]!;
}
