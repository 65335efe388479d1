import { conflictOf } from "./eligibility.js";
import type { Row } from "./groups.js";
import {
  type ApplicationToReview,
  type AssignmentProblem,
  AssignmentProblemError,
  type AvailableReviewer,
  type Pair,
  type Released,
} from "./problem.js";

/** A problem in a fixed order, checked: what stays, what a conflict ends, and what is left to do. */
export interface Read {
  readonly applications: readonly ApplicationToReview[];
  readonly reviewers: readonly AvailableReviewer[];
  /** Kept pairs as places of application and reviewer. */
  readonly kept: readonly (readonly [application: number, reviewer: number])[];
  readonly released: readonly Released[];
  /** Per reviewer the applications that are kept, and those outside the problem. */
  readonly keptLoad: Int32Array;
  /** Per application: reviewers it may not get any more (declared conflict, or it has them). */
  readonly barred: readonly ReadonlySet<number>[];
  /** Applications that still need reviewers. */
  readonly rows: readonly Row[];
}

/** Puts a problem in order of ids (code units), so that the order in which it was written decides nothing. */
export function read(problem: AssignmentProblem): Read {
  const applications = inOrder(problem.applications, "application");
  const reviewers = inOrder(problem.reviewers, "reviewer");
  for (const { id, reviewers: count } of applications) demandCount(count, `application ${id}: reviewers`);
  for (const { id, capacity, load = 0 } of reviewers) {
    demandCount(capacity, `reviewer ${id}: capacity`);
    demandCount(load, `reviewer ${id}: load`);
  }
  const place = {
    application: new Map(applications.map(({ id }, k) => [id, k])),
    reviewer: new Map(reviewers.map(({ id }, k) => [id, k])),
  };
  const barred = applications.map(() => new Set<number>());
  const placesOf = ({ applicationId, reviewerId }: Pair, where: string): readonly [number, number] => {
    const application = place.application.get(applicationId);
    const reviewer = place.reviewer.get(reviewerId);
    if (application === undefined)
      throw new AssignmentProblemError(`${where}: no application ${applicationId}`);
    if (reviewer === undefined) throw new AssignmentProblemError(`${where}: no reviewer ${reviewerId}`);
    return [application, reviewer];
  };
  for (const pair of problem.declared) {
    const [application, reviewer] = placesOf(pair, "declared");
    barred[application]!.add(reviewer);
  }
  const keptLoad = Int32Array.from(reviewers, ({ load = 0 }) => load);
  const keptOf = new Int32Array(applications.length);
  const kept: (readonly [number, number])[] = [];
  const released: Released[] = [];
  const seen = new Set<number>();
  for (const pair of problem.kept) {
    const [application, reviewer] = placesOf(pair, "kept");
    const key = application * reviewers.length + reviewer;
    if (seen.has(key)) continue;
    seen.add(key);
    const hasDeclared = barred[application]!.has(reviewer);
    const ground = conflictOf(applications[application]!, reviewers[reviewer]!, hasDeclared);
    if (ground !== null)
      released.push({ applicationId: pair.applicationId, reviewerId: pair.reviewerId, ground });
    else {
      kept.push([application, reviewer]);
      keptLoad[reviewer]! += 1;
      keptOf[application]! += 1;
    }
  }
  // Only now: a kept reviewer counts as barred for a second review, never as a conflict.
  for (const [application, reviewer] of kept) barred[application]!.add(reviewer);
  const rows = applications
    .map(({ reviewers: count }, application) => ({
      application,
      need: Math.max(0, count - keptOf[application]!),
    }))
    .filter(({ need }) => need > 0);
  return { applications, reviewers, kept, released: released.sort(byPair), keptLoad, barred, rows };
}

/** Order of application, then reviewer, by code units. */
export function byPair(one: Pair, other: Pair): number {
  if (one.applicationId !== other.applicationId) return one.applicationId < other.applicationId ? -1 : 1;
  if (one.reviewerId === other.reviewerId) return 0;
  return one.reviewerId < other.reviewerId ? -1 : 1;
}

function inOrder<Thing extends { readonly id: string }>(
  things: readonly Thing[],
  what: string,
): readonly Thing[] {
  const sorted = [...things].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  for (let k = 1; k < sorted.length; k += 1)
    if (sorted[k]!.id === sorted[k - 1]!.id)
      throw new AssignmentProblemError(`${what} ${sorted[k]!.id} stands twice; leave one out`);
  return sorted;
}

function demandCount(value: number, where: string): void {
  if (!Number.isInteger(value) || value < 0 || value > 1_000_000)
    throw new AssignmentProblemError(`${where} is ${value}; it must be a whole number from 0 to 1,000,000`);
}
