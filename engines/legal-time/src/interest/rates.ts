/** Rates of statutory interest (wettelijke rente, not for commercial contracts): BW 6:119 and 6:120. */
import type { Day } from "../calendar/day.js";
import type { Assumption } from "../text.js";

/** A yearly rate from a day on, until the next one. */
export interface InterestRate {
  readonly from: Day;
  /** Basis points per year: 600 is 6%. */
  readonly basisPoints: number;
}

/**
 * The rates of the decree on statutory interest (Besluit vaststelling wettelijke rente) as generally known; the decree
 * was not read again for each of them, see `interestRatesAssumption`.
 */
export const knownInterestRates: readonly InterestRate[] = [
  { from: "2015-01-01", basisPoints: 200 },
  { from: "2023-01-01", basisPoints: 400 },
  { from: "2023-07-01", basisPoints: 600 },
  { from: "2024-01-01", basisPoints: 700 },
  { from: "2025-01-01", basisPoints: 600 },
  { from: "2026-01-01", basisPoints: 400 },
];

export const interestRatesAssumption: Assumption = {
  id: "interest-rates",
  text: {
    nl: "Wettelijke rente (BW 6:119, 6:120): 2% vanaf 2015, 4% vanaf 1 januari 2023, 6% vanaf 1 juli 2023, 7% vanaf 2024, 6% vanaf 2025, 4% vanaf 2026. Deze percentages zijn niet opnieuw in het besluit nagelezen; het laatste geldt door tot er een nieuw bekend is.",
    en: "Statutory interest (BW 6:119, 6:120): 2% from 2015, 4% from 1 January 2023, 6% from 1 July 2023, 7% from 2024, 6% from 2025, 4% from 2026. These rates were not read again in the decree; the last one is used until a new one is known.",
  },
};
