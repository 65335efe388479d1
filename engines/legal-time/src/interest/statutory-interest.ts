/** Statutory interest on a debt that stays the same, compounded after each whole year (BW 6:119(2)). */
import type { Day } from "../calendar/day.js";
import type { Step } from "../text.js";
import { debtStatement } from "./debt.js";
import type { InterestRate } from "./rates.js";

/**
 * The interest over a time in whole cents, with its parts; see `interestCountingAssumption`.
 *
 * @param debt `from` is the first day that counts, `until` the first that does not
 * @throws LegalTimeError as `debtStatement`
 */
export function statutoryInterest(debt: {
  readonly cents: number;
  readonly from: Day;
  readonly until: Day;
  readonly rates: readonly InterestRate[];
}): { readonly cents: number; readonly steps: readonly Step[] } {
  const { grownCents, steps } = debtStatement(debt);
  return { cents: grownCents, steps };
}
