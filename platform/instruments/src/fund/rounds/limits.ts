/** Limits with the words a reader sees. */
import { type Constraint, describeRow, type Language, type Round, type Titles } from "@voorsprong/allocation";
import type { FundDefinition } from "@voorsprong/programme";
import type { Localised } from "../../kernel/views.js";
import type { LimitView } from "./views.js";

/** Every limit of a round in words, in the order of its constraints. */
export function limitViews(round: Round, titles: LocalisedTitles): LimitView[] {
  return round.constraints.map((constraint, index) => ({
    constraint: { ...constraint },
    text: inBoth((language) =>
      rowsOf(constraint, index)
        .map((row) => describeRow(round, row, language, titles[language]))
        .join("; "),
    ),
  }));
}

/** Titles in both languages. */
export type LocalisedTitles = Readonly<Record<Language, Titles>>;

/** The names that a fund gives to the values of its tags; none for a round that stands alone. */
export function titlesOf(fund: FundDefinition | null): LocalisedTitles {
  const within = (language: Language): Titles => {
    if (fund === null) return {};
    const named = (values: readonly { readonly id: string; readonly title: Localised }[]) =>
      Object.fromEntries(values.map(({ id, title }) => [id, title[language]]));
    return {
      groups: { theme: named(fund.themes), region: named(fund.regions), size: named(fund.sizes) },
    };
  };
  return { nl: within("nl"), en: within("en") };
}

/** One row (docs/formats/decision.md) in words. */
export function rowText(round: Round, row: string, titles: LocalisedTitles): Localised {
  return inBoth((language) => describeRow(round, row, language, titles[language]));
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
