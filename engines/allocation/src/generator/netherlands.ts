/**
 * What generated rounds are calibrated on: provinces with their inhabitants on 1 January 2021 in thousands (CBS,
 * Statistics Netherlands, CC BY 4.0), rounded.
 */
export const PROVINCES: readonly (readonly [name: string, thousands: number])[] = [
  ["Drenthe", 495],
  ["Flevoland", 428],
  ["Fryslân", 651],
  ["Gelderland", 2097],
  ["Groningen", 586],
  ["Limburg", 1116],
  ["Noord-Brabant", 2574],
  ["Noord-Holland", 2888],
  ["Overijssel", 1166],
  ["Utrecht", 1361],
  ["Zeeland", 386],
  ["Zuid-Holland", 3726],
];

/** Themes of the call, with the share of applications that chooses them. */
export const THEMES: readonly (readonly [name: string, share: number])[] = [
  ["energy", 0.24],
  ["care", 0.17],
  ["quality", 0.15],
  ["circular", 0.17],
  ["safety", 0.09],
  ["digital", 0.18],
];

/** Sizes of companies: share of applications and median cost in euros. */
export const SIZES: readonly (readonly [name: string, share: number, median: number])[] = [
  ["small", 0.55, 80_000],
  ["medium", 0.3, 180_000],
  ["large", 0.15, 450_000],
];
