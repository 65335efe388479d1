/** A quotient of whole numbers as the nearest whole number, halves up. The divisor is positive. */
export function divideHalfUp(numerator: bigint, denominator: bigint): number {
  const twice = 2n * numerator + denominator;
  const by = 2n * denominator;
  const quotient = twice / by;
  return Number(twice % by < 0n ? quotient - 1n : quotient);
}

/**
 * A computed real number as the nearest whole number, halves up. It is rounded to a millionth first, so that the last
 * binary digits of a computation never decide between two whole numbers. Magnitudes below 10^9.
 */
export function nearest(value: number): number {
  return Math.floor(Math.round(value * 1e6) / 1e6 + 0.5);
}
