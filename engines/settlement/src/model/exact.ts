/** Exact arithmetic: amounts are whole cents, products go through BigInt, and a grant is rounded down. */
import { SettlementInputError } from "./line.js";

/** An exact share, for instance `{numerator: 1, denominator: 3}`; 0 to 1. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** 100% in basis points. */
export const whole = 10_000;

/** A share in basis points as a fraction. */
export const basisPoints = (numerator: number): Fraction => ({ numerator, denominator: whole });

/** The part of an amount, in whole cents, rounded down. */
export function partOf(cents: number, { numerator, denominator }: Fraction): number {
  return Number((BigInt(cents) * BigInt(numerator)) / BigInt(denominator));
}

/** The sum of amounts. @throws SettlementInputError beyond 2^53 */
export function sumOf(amounts: Iterable<number>): number {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  if (!Number.isSafeInteger(sum))
    throw new SettlementInputError("The amounts together are too large to be exact.");
  return sum;
}

/** @throws SettlementInputError unless the amount is a whole number of cents, 0 or more */
export function checkCents(cents: number, where: string): void {
  if (!Number.isSafeInteger(cents) || cents < 0)
    throw new SettlementInputError(
      `${where}: an amount is a whole number of cents, 0 or more, not ${cents}.`,
    );
}

/** @throws SettlementInputError unless the share is between 0 and 1 */
export function checkShare({ numerator, denominator }: Fraction, where: string): void {
  const fits =
    Number.isSafeInteger(numerator) &&
    Number.isSafeInteger(denominator) &&
    numerator >= 0 &&
    denominator > 0 &&
    numerator <= denominator;
  if (!fits)
    throw new SettlementInputError(
      `${where}: a share lies between 0 and 1, not ${numerator}/${denominator}.`,
    );
}
