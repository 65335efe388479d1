import { nearest } from "../scores/round.js";
import type { Normalisation, NormalisationChoice, NormalisationWarning, ReviewScore } from "./contract.js";
import {
  type Cell,
  componentsOf,
  deviationOf,
  type Layout,
  layOut,
  meanOf,
  namedComponent,
} from "./layout.js";
import { byDeviation, byQuantile, type Rescale } from "./rescale.js";
import { reviewerEffects } from "./reviewer-effect.js";

/**
 * Makes the scores of lenient and strict reviewers comparable by the method of the call. Depends on the reviews alone, not
 * on their order; raw scores are kept beside, and the effect per reviewer and application is shown.
 *
 * @throws LayoutError when a score is not whole or a reviewer scored an application twice.
 */
export function normalise(reviews: readonly ReviewScore[], choice: NormalisationChoice): Normalisation {
  const layout = layOut(reviews);
  const values = valuesOf(layout, choice);
  const meanValue = (cells: readonly Cell[]): number =>
    cells.reduce((sum, cell) => sum + values.get(cell)!, 0) / cells.length;
  return {
    method: choice.method,
    minimumReviews: choice.minimumReviews,
    reviews: layout.cells.map((cell) => ({
      applicationId: layout.applications[cell.application]!,
      reviewerId: layout.reviewers[cell.reviewer]!,
      score: cell.score,
      normalised: nearest(values.get(cell)!),
    })),
    applications: layout.byApplication.map((cells, a) => {
      const raw = nearest(meanOf(cells));
      const normalised = nearest(meanValue(cells));
      return {
        applicationId: layout.applications[a]!,
        reviews: cells.length,
        raw,
        normalised,
        change: normalised - raw,
      };
    }),
    reviewers: layout.byReviewer.map((cells, r) => ({
      reviewerId: layout.reviewers[r]!,
      reviews: cells.length,
      mean: nearest(meanOf(cells)),
      effect: nearest(meanOf(cells) - meanValue(cells)),
    })),
    warnings: choice.method === "none" ? [] : warningsOf(layout, choice),
  };
}

/** The normalised score of each review, not rounded. */
function valuesOf(
  layout: Layout,
  { method, minimumReviews }: NormalisationChoice,
): ReadonlyMap<Cell, number> {
  const values = new Map(layout.cells.map((cell) => [cell, cell.score]));
  if (method === "mean") {
    const effects = reviewerEffects(layout);
    for (const cell of layout.cells) values.set(cell, cell.score - effects[cell.reviewer]!);
  } else if (method !== "none") {
    const rescale: Rescale = method === "z-score" ? byDeviation(layout) : byQuantile(layout);
    for (const cells of layout.byReviewer) {
      if (cells.length < Math.max(2, minimumReviews)) continue;
      const rescaled = rescale(cells);
      if (rescaled !== null) for (let k = 0; k < cells.length; k += 1) values.set(cells[k]!, rescaled[k]!);
    }
  }
  return values;
}

function warningsOf(layout: Layout, { method, minimumReviews }: NormalisationChoice): NormalisationWarning[] {
  const warnings: NormalisationWarning[] = [];
  const components = componentsOf(layout);
  if (method === "mean" && components.length > 1)
    warnings.push({
      kind: "disconnected",
      components: components.map((part) => namedComponent(layout, part)),
    });
  for (let r = 0; r < layout.reviewers.length; r += 1) {
    const reviewerId = layout.reviewers[r]!;
    const cells = layout.byReviewer[r]!;
    const minimum = Math.max(2, minimumReviews);
    if (cells.length < minimum)
      warnings.push({ kind: "too-few-reviews", reviewerId, reviews: cells.length, minimum });
    else if (method === "z-score" && deviationOf(cells) === 0)
      warnings.push({ kind: "no-spread", reviewerId });
  }
  return warnings;
}
