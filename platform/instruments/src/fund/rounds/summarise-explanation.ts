/** An explanation in the figures and words that pages show. */
import {
  type Decision,
  type ExplanationDocument,
  evennessSentence,
  inversionsSummary,
  type Language,
  pricesOf,
  type Range,
  type Scenario,
  standingSummary,
} from "@voorsprong/allocation";
import { inBoth, type LocalisedTitles, rowText } from "./limits.js";
import type { ExplanationSummary, Gain, InversionView } from "./views.js";

/** What an explanation says by itself; of what and how long it took is known to the store. */
export type ExplanationFigures = Omit<ExplanationSummary, "roundId" | "hash" | "seconds">;

/** The most inversions that a summary lists; the count is always whole. */
const mostInversions = 500;

/** What the tags of a fund are called in a sentence. */
const tagNames: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  nl: { region: "provincie", theme: "thema", size: "omvang" },
  en: { region: "province", theme: "theme", size: "size" },
};

/** The figures of an explanation. */
export function summariseExplanation(
  decision: Decision,
  document: ExplanationDocument,
  titles: LocalisedTitles,
): ExplanationFigures {
  const { standing } = document;
  return {
    standing:
      standing === undefined
        ? null
        : {
            all: standing.all.length,
            some: standing.some.length,
            none: standing.none.length,
            unsettled: standing.unsettled.length,
            text: inBoth((language) => standingSummary(standing, language)),
          },
    prices: priceFigures(decision, document, titles),
    inversions: {
      total: document.inversions.length,
      text: inBoth((language) => inversionsSummary(document, language)),
      items: inversionViews(decision, document, titles),
    },
    evenness: [...new Set(document.groups.map(({ tag }) => tag))].flatMap((tag) => {
      const [nl, en] = (["nl", "en"] as const).map((language) => {
        const name = tagNames[language][tag] ?? tag;
        const groups = document.groups.filter((group) => group.tag === tag);
        return evennessSentence(
          groups.map((group) => ({ ...group, tag: name })),
          name,
          language,
        );
      });
      return nl == null || en == null ? [] : [{ tag, text: { nl, en } }];
    }),
  };
}

function priceFigures(
  decision: Decision,
  document: ExplanationDocument,
  titles: LocalisedTitles,
): ExplanationFigures["prices"] {
  const prices = pricesOf(decision, document);
  if (prices === null || decision.outcome.status !== "decided") return null;
  const { round, outcome } = decision;
  const { scenarios } = document;
  const gainOf = (points: Range | null, scenario: Scenario | undefined): Gain | null =>
    points === null || scenario === undefined || scenario.outcome.status !== "decided"
      ? null
      : { points, spent: scenario.outcome.spent - outcome.spent.total, level: scenario.proof.level };
  const named = (row: string) => ({ row, text: rowText(round, row, titles) });
  const ofLimit = (row: string, question: "looser" | "without") =>
    scenarios.find(
      ({ subject }) => "limit" in subject && subject.limit === row && subject.question === question,
    );
  const together =
    prices.together &&
    gainOf(
      prices.together.gain,
      scenarios.find(({ subject }) => "limits" in subject),
    );
  return {
    shares: gainOf(
      prices.shares,
      scenarios.find(({ subject }) => "shares" in subject),
    ),
    together: prices.together && together && { rows: prices.together.rows.map(named), gain: together },
    limits: prices.limits.map(({ row, looser, without }) => ({
      ...named(row),
      looser: gainOf(looser, ofLimit(row, "looser")),
      without: gainOf(without, ofLimit(row, "without")),
    })),
  };
}

function inversionViews(
  { round }: Decision,
  { inversions }: ExplanationDocument,
  titles: LocalisedTitles,
): InversionView[] {
  const scores = new Map(
    round.applications.map(({ id, score, options = [] }) => [
      id,
      score ?? Math.max(...options.map((option) => option.score)),
    ]),
  );
  return inversions
    .map(({ application, count, over, rows }) => ({
      application,
      score: scores.get(application)!,
      count,
      over,
      overScore: scores.get(over)!,
      rows,
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, mostInversions)
    .map(({ rows, ...each }) => ({
      ...each,
      rows: rows.map((row) => ({ row, text: rowText(round, row, titles) })),
    }));
}
