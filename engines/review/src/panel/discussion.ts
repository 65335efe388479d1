import { type Criterion, type CriterionScores, totalOf } from "../scores/total.js";

/** When a panel discusses an application; published with the call. */
export interface DiscussionRule {
  /** Totals that lie this far apart or further, in hundredths of a point. */
  readonly range: number;
}

/** The rule where a call says nothing else: totals 20 points of 100 apart. */
export const DISCUSSION_RULE: DiscussionRule = { range: 2_000 };

/** Why an application is to be discussed. */
export type DiscussionReason =
  /** Fewer reviews were submitted than the call asks for. */
  | { readonly kind: "too-few-reviews"; readonly reviews: number; readonly needed: number }
  /** Totals lie too far apart. */
  | { readonly kind: "wide-range"; readonly range: number }
  /** One reviewer finds the total sufficient, another does not. */
  | { readonly kind: "threshold-divides" }
  /** One reviewer finds a criterion sufficient, another does not. */
  | { readonly kind: "criterion-divides"; readonly criterion: string }
  /** Reviewers put a work package in different classes of research (CBb 25 October 2022, ECLI:NL:CBB:2022:719). */
  | { readonly kind: "classification-differs"; readonly workPackage: string };

/** The reviews of one application, as far as the rule looks at them. */
export interface ReviewToDiscuss {
  readonly scores: CriterionScores;
  /** Class per work package. */
  readonly classes: Readonly<Record<string, string>>;
}

/**
 * Why a panel should discuss an application; empty: it need not.
 *
 * @param threshold least total in hundredths of a point, or null.
 */
export function discussionReasons(
  criteria: readonly Criterion[],
  threshold: number | null,
  needed: number,
  reviews: readonly ReviewToDiscuss[],
  rule: DiscussionRule,
): readonly DiscussionReason[] {
  const reasons: DiscussionReason[] = [];
  if (reviews.length < needed) reasons.push({ kind: "too-few-reviews", reviews: reviews.length, needed });
  const totals = reviews.map(({ scores }) => totalOf(criteria, scores));
  const range = totals.length === 0 ? 0 : Math.max(...totals) - Math.min(...totals);
  if (totals.length > 1 && range >= rule.range) reasons.push({ kind: "wide-range", range });
  if (threshold !== null && divides(totals, threshold)) reasons.push({ kind: "threshold-divides" });
  for (const { id, threshold: least } of criteria)
    if (
      least !== undefined &&
      divides(
        reviews.map(({ scores }) => scores[id]!),
        least,
      )
    )
      reasons.push({ kind: "criterion-divides", criterion: id });
  const workPackages = new Set(reviews.flatMap(({ classes }) => Object.keys(classes)));
  for (const workPackage of [...workPackages].sort()) {
    const given = new Set(
      reviews.map(({ classes }) => classes[workPackage]).filter((name) => name !== undefined),
    );
    if (given.size > 1) reasons.push({ kind: "classification-differs", workPackage });
  }
  return reasons;
}

function divides(values: readonly number[], least: number): boolean {
  return values.some((value) => value >= least) && values.some((value) => value < least);
}
