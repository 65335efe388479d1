/** The formats `allocate` reads; docs/formats/round.md describes them. */
export const formats = ["json", "pb", "mkp"] as const;
export type Format = (typeof formats)[number];
