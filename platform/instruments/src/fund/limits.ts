/** Limits with the words a reader sees. */
import { type Constraint, describeRow, type Language, type Round } from "@voorsprong/allocation";
import type { Localised } from "../kernel/views.js";
import type { LimitView } from "./views.js";

/** Every limit of a round in words, in the order of its constraints. */
export function limitViews(round: Round): LimitView[] {
  return round.constraints.map((constraint, index) => ({
    constraint: { ...constraint },
    text: inBoth((language) =>
      rowsOf(constraint, index)
        .map((row) => describeRow(round, row, language))
        .join("; "),
    ),
  }));
}

/** One row (docs/formats/decision.md) in words. */
export function rowText(round: Round, row: string): Localised {
  return inBoth((language) => describeRow(round, row, language));
}

/** A text made once per language. */
export function inBoth(text: (language: Language) => string): Localised {
  return { nl: text("nl"), en: text("en") };
}

/** The rows that constraint number `index` is, minimum before maximum. */
function rowsOf(constraint: Constraint, index: number): string[] {
  switch (constraint.kind) {
    case "at-most-one":
      return [`exclusive/${index}`];
    case "requires":
      return [`requires/${index}`];
    default:
      return (["min", "max"] as const)
        .filter((side) => constraint[side] !== undefined)
        .map((side) => `limit/${index}/${side}`);
  }
}
