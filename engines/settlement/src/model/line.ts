/** A text for people in both languages of the product. */
export interface Localised {
  readonly nl: string;
  readonly en: string;
}

/**
 * How certain a rule is. `V`: read in the source text. `K`: general knowledge of the law, not read again in the legal
 * text. `?`: uncertain, so it is used as an assumption that every page and letter must show.
 */
export type Mark = "V" | "K" | "?";

/** One step of the arithmetic, in the shape the lines of state aid have, so that page and letter print both alike. */
export interface Line {
  /** What kind of step: the same for the same step in every computation. */
  readonly step: string;
  readonly workPackage?: string;
  readonly participant?: string;
  readonly text: Localised;
  /** The article it rests on, with the name of the law; null for plain addition. */
  readonly article: string | null;
  readonly mark: Mark | null;
  readonly result:
    | { readonly unit: "cents"; readonly value: number }
    | { readonly unit: "basis-points"; readonly value: number }
    | null;
}

/** A choice where the law leaves room or a source was not read again; pages show every one. */
export interface Assumption {
  readonly id: string;
  readonly text: Localised;
}

/** What was given cannot be computed with; the message says where and why. */
export class SettlementInputError extends Error {
  override readonly name = "SettlementInputError";
}
