import type { Component, ReviewScore } from "./contract.js";

/** Reviews by place: the two-way layout of applications and reviewers. */
export interface Layout {
  readonly applications: readonly string[];
  readonly reviewers: readonly string[];
  /** In order of application, then reviewer. */
  readonly cells: readonly Cell[];
  readonly byApplication: readonly (readonly Cell[])[];
  readonly byReviewer: readonly (readonly Cell[])[];
}

/** One review. */
export interface Cell {
  readonly application: number;
  readonly reviewer: number;
  readonly score: number;
}

/** Said of reviews that cannot be read; `message` names them. */
export class LayoutError extends Error {
  override readonly name = "LayoutError";
}

/**
 * Reviews in a fixed order, so that sums are taken in the same order whatever the order of the input.
 *
 * @throws LayoutError when a score is not whole or a reviewer scored an application twice.
 */
export function layOut(reviews: readonly ReviewScore[]): Layout {
  const applications = distinct(reviews.map(({ applicationId }) => applicationId));
  const reviewers = distinct(reviews.map(({ reviewerId }) => reviewerId));
  const applicationAt = new Map(applications.map((id, k) => [id, k]));
  const reviewerAt = new Map(reviewers.map((id, k) => [id, k]));
  const cells = reviews
    .map(({ applicationId, reviewerId, score }): Cell => {
      if (!Number.isSafeInteger(score))
        throw new LayoutError(
          `the score of ${reviewerId} for ${applicationId} is ${score}; it must be a whole number`,
        );
      return { application: applicationAt.get(applicationId)!, reviewer: reviewerAt.get(reviewerId)!, score };
    })
    .sort((one, other) => one.application - other.application || one.reviewer - other.reviewer);
  for (let k = 1; k < cells.length; k += 1) {
    const { application, reviewer } = cells[k]!;
    if (cells[k - 1]!.application === application && cells[k - 1]!.reviewer === reviewer)
      throw new LayoutError(`${reviewers[reviewer]} scored ${applications[application]} twice`);
  }
  const byApplication = applications.map((): Cell[] => []);
  const byReviewer = reviewers.map((): Cell[] => []);
  for (const cell of cells) {
    byApplication[cell.application]!.push(cell);
    byReviewer[cell.reviewer]!.push(cell);
  }
  return { applications, reviewers, cells, byApplication, byReviewer };
}

/** Per part of the graph of reviewers and applications: the places of its reviewers, in order. */
export function componentsOf(layout: Layout): readonly (readonly number[])[] {
  const part = new Int32Array(layout.reviewers.length).fill(-1);
  const components: number[][] = [];
  for (let first = 0; first < part.length; first += 1) {
    if (part[first]! >= 0) continue;
    const front = [first];
    part[first] = components.length;
    const members: number[] = [];
    for (let reviewer = front.pop(); reviewer !== undefined; reviewer = front.pop()) {
      members.push(reviewer);
      for (const { application } of layout.byReviewer[reviewer]!)
        for (const other of layout.byApplication[application]!)
          if (part[other.reviewer]! < 0) {
            part[other.reviewer] = components.length;
            front.push(other.reviewer);
          }
    }
    components.push(members.sort((one, other) => one - other));
  }
  return components;
}

/** A component by its ids. */
export function namedComponent(layout: Layout, members: readonly number[]): Component {
  const applications = new Set(
    members.flatMap((r) => layout.byReviewer[r]!.map(({ application }) => application)),
  );
  return {
    reviewers: members.map((r) => layout.reviewers[r]!),
    applications: [...applications].sort((one, other) => one - other).map((a) => layout.applications[a]!),
  };
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
}

/** The mean of scores. There is at least one. */
export function meanOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { score }) => sum + score, 0) / cells.length;
}

/** The standard deviation of scores with divisor n − 1; 0 for fewer than two. */
export function deviationOf(cells: readonly Cell[]): number {
  if (cells.length < 2) return 0;
  const mean = meanOf(cells);
  return Math.sqrt(cells.reduce((sum, { score }) => sum + (score - mean) ** 2, 0) / (cells.length - 1));
}
