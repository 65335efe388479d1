import { divideHalfUp } from "../scores/round.js";

/**
 * Krippendorff's alpha with the interval metric: how far reviewers agree, 1 at full agreement, 0 as by chance, below 0 when
 * they disagree systematically. Missing reviews are allowed; an application with one review does not count.
 *
 *   α = 1 − D_o / D_e
 *   D_o = 1/n Σ_u Σ_{pairs c≠k in u} (c − k)² / (m_u − 1)      within applications u with m_u scores
 *   D_e = 1/(n (n − 1)) Σ_{pairs c≠k overall} (c − k)²          over all n scores that count
 *
 * K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011). Sums are exact whole numbers.
 *
 * @param units scores per application; whole numbers.
 * @returns alpha in ten-thousandths, rounded half up; null where it is not defined (no two reviews of one application, or
 * all scores alike).
 */
export function krippendorffAlpha(units: readonly (readonly number[])[]): number | null {
  const counted = units.filter((scores) => scores.length > 1);
  const all = counted.flat();
  const expected = squaredDifferences(all);
  if (all.length < 2 || expected === 0n) return null;
  // D_o = (1/n) Σ_u s_u / (m_u − 1), summed per m_u so that it stays a sum of few fractions.
  const byCount = new Map<number, bigint>();
  for (const scores of counted)
    byCount.set(scores.length, (byCount.get(scores.length) ?? 0n) + squaredDifferences(scores));
  let numerator = 0n;
  let denominator = 1n;
  for (const [count, sum] of byCount) {
    numerator = numerator * BigInt(count - 1) + sum * denominator;
    denominator *= BigInt(count - 1);
  }
  const top = denominator * expected - BigInt(all.length - 1) * numerator;
  return divideHalfUp(10_000n * top, denominator * expected);
}

/** Sum over ordered pairs of squared differences: 2 (n Σ v² − (Σ v)²), which counts each pair twice. */
function squaredDifferences(values: readonly number[]): bigint {
  let sum = 0n;
  let squares = 0n;
  for (const value of values) {
    sum += BigInt(value);
    squares += BigInt(value) * BigInt(value);
  }
  return 2n * (BigInt(values.length) * squares - sum * sum);
}
