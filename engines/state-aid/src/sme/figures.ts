import type { SizeClass } from "../model/common.js";
import { WHOLE } from "../model/exact.js";
import type { Party, Period } from "./enterprise.js";

/** Sums of figures, times 10,000, so that shares in basis points stay exact. */
export interface ScaledTotals {
  headcount: bigint;
  turnover: bigint;
  balance: bigint;
}

/** A ceiling: staff in thousandths of a work unit (below), money in cents (at most). */
interface Ceiling {
  readonly size: SizeClass;
  readonly headcountBelow: number;
  readonly turnover: number;
  readonly balance: number;
}

/** The ceilings of Annex I, Art. 2, smallest class first. */
export const CEILINGS: readonly Ceiling[] = [
  { size: "micro", headcountBelow: 10_000, turnover: 200_000_000, balance: 200_000_000 },
  { size: "small", headcountBelow: 50_000, turnover: 1_000_000_000, balance: 1_000_000_000 },
  { size: "medium", headcountBelow: 250_000, turnover: 5_000_000_000, balance: 4_300_000_000 },
];

/** The class that totals fall in: the staff limit must be met and one of the two limits in money. */
export function classOf(totals: ScaledTotals): SizeClass {
  const scaled = (value: number) => BigInt(value) * BigInt(WHOLE);
  const found = CEILINGS.find(
    (ceiling) =>
      totals.headcount < scaled(ceiling.headcountBelow) &&
      (totals.turnover <= scaled(ceiling.turnover) || totals.balance <= scaled(ceiling.balance)),
  );
  return found?.size ?? "large";
}

/** The periods of a party, latest first. */
export function latestFirst(party: Party): readonly Period[] {
  return [...(party.periods ?? [])].sort((a, b) => (a.endsOn < b.endsOn ? 1 : -1));
}

/**
 * The figures of a party for the moment a period of the applicant ended: its own latest period that had ended by
 * then, else its earliest one; undefined when it has none.
 */
export function periodFor(party: Party, endsOn: string): Period | undefined {
  const periods = latestFirst(party);
  return periods.find((period) => period.endsOn <= endsOn) ?? periods.at(-1);
}

/** Adds a share of a period to the totals. */
export function add(totals: ScaledTotals, period: Period, share: number): void {
  totals.headcount += BigInt(period.headcount) * BigInt(share);
  totals.turnover += BigInt(period.turnover) * BigInt(share);
  totals.balance += BigInt(period.balance) * BigInt(share);
}
