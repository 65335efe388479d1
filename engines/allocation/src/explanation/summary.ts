/** An explanation in the figures that a command line or a list shows. Scores are in points, amounts in units. */
import type { Decision } from "../model/decision.js";
import type { ExplanationDocument, GroupFigures, Inversion, Standing } from "../model/explanation.js";
import { pointsText } from "../words/phrases.js";
import {
  type CostAnswer,
  costAnswer,
  type PointsAnswer,
  pointsAnswer,
  pricesOf,
  type Range,
} from "./answers.js";
import { awardedPerAsked, giniCoefficient, jainIndex } from "./groups.js";
import { inTheWayOf } from "./in-the-way.js";

/** The figures of an explanation. */
export interface ExplanationSummary {
  /** Null when it was not worked out. */
  readonly standing: Pick<Standing, "all" | "some" | "none" | "unsettled"> | null;
  readonly prices: {
    readonly shares: Range | null;
    readonly together: { readonly rows: readonly string[]; readonly gain: Range } | null;
    readonly limits: readonly {
      readonly row: string;
      readonly looser: Range | null;
      readonly without: Range | null;
    }[];
  } | null;
  readonly inversions: readonly Inversion[];
  readonly groups: readonly GroupFigures[];
  /** Per tag how evenly the money fell over its groups, awarded per asked; null where nothing was. */
  readonly evenness: readonly {
    readonly tag: string;
    readonly gini: number | null;
    readonly jain: number | null;
  }[];
  /** One per application asked about. */
  readonly applications: readonly {
    readonly application: string;
    readonly funded: boolean;
    /** Rows that do not hold with it added to the outcome. */
    readonly inTheWay: readonly string[];
    readonly points: PointsAnswer | null;
    readonly cost: CostAnswer | null;
  }[];
}

/** Summarises an explanation, with the answers about some applications. */
export function summariseExplanation(
  decision: Decision,
  document: ExplanationDocument,
  applications: readonly string[],
): ExplanationSummary {
  const { round, outcome } = decision;
  const points = (units: number) => Number(pointsText(units, round.scoreScale));
  const inPoints = (range: Range): Range => ({
    atLeast: points(range.atLeast),
    atMost: points(range.atMost),
  });
  const orNull = (range: Range | null) => (range === null ? null : inPoints(range));
  const prices = pricesOf(decision, document);
  const { standing, inversions, groups } = document;
  const awards = outcome.status === "decided" ? outcome.awards : [];
  return {
    standing:
      standing === undefined
        ? null
        : { all: standing.all, some: standing.some, none: standing.none, unsettled: standing.unsettled },
    prices:
      prices === null
        ? null
        : {
            shares: orNull(prices.shares),
            together:
              prices.together === null
                ? null
                : { rows: prices.together.rows, gain: inPoints(prices.together.gain) },
            limits: prices.limits.map(({ row, looser, without }) => ({
              row,
              looser: orNull(looser),
              without: orNull(without),
            })),
          },
    inversions,
    groups,
    evenness: [...new Set(groups.map(({ tag }) => tag))].map((tag) => {
      const figures = awardedPerAsked(groups.filter((group) => group.tag === tag));
      return { tag, gini: giniCoefficient(figures), jain: jainIndex(figures) };
    }),
    applications: applications.map((application) => {
      const answer = pointsAnswer(decision, document, application);
      return {
        application,
        funded: awards.some((award) => award.application === application),
        inTheWay: inTheWayOf(decision, application).map(({ row }) => row),
        points:
          answer === null
            ? null
            : {
                ...answer,
                atLeast: points(answer.atLeast),
                atMost: answer.atMost === null ? null : points(answer.atMost),
              },
        cost: costAnswer(decision, document, application),
      };
    }),
  };
}
