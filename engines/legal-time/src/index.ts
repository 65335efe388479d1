/** Periods of Dutch administrative law, and interest. */
export {};
