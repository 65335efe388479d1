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

/** Class of an enterprise (Recommendation 2003/361/EC, GBER Annex I). `large` is everything that is no SME. */
export type SizeClass = "micro" | "small" | "medium" | "large";

/** The size classes from small to large. */
export const SIZE_CLASSES: readonly SizeClass[] = ["micro", "small", "medium", "large"];

/** Whether a class is one of an SME. */
export function isSme(size: SizeClass): boolean {
  return size !== "large";
}

/** One step of the arithmetic, worded so that page, letter and receipt print the same. */
export interface Line {
  /** What kind of step: the same for the same step in every computation. */
  readonly step: string;
  /** The part of the project it is about; absent for the project as a whole. */
  readonly workPackage?: string;
  readonly participant?: string;
  readonly text: Localised;
  /** The article it rests on, with the name of the regulation; null for plain addition. */
  readonly article: string | null;
  readonly mark: Mark | null;
  /** What comes out of the step: an amount in cents or a rate in basis points (1/100 of a percentage point). */
  readonly result:
    | { readonly unit: "cents"; readonly value: number }
    | { readonly unit: "basis-points"; readonly value: number }
    | null;
}

/** Something a person has to know: an obstacle takes the aid away, a warning asks an officer to look. */
export interface Finding {
  readonly id: string;
  readonly kind: "obstacle" | "warning";
  readonly workPackage?: string;
  readonly participant?: string;
  readonly text: Localised;
  readonly article: string | null;
  readonly mark: Mark | null;
}

/** A rule that is used although its source is uncertain, or a fact that nobody stated. Pages show every one. */
export interface Assumption {
  readonly id: string;
  readonly covers: string;
  readonly text: Localised;
}

/** Thrown when what is asked cannot be computed because the input contradicts itself; the message says where. */
export class StateAidInputError extends Error {
  override readonly name = "StateAidInputError";
}
