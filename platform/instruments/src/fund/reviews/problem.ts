/** A call as a problem of assignment. */
import type { ApplicationToReview, AssignmentProblem } from "@voorsprong/review";
import type { Queryable } from "@voorsprong/store";
import {
  type AssignableApplication,
  assignableApplications,
  availableReviewers,
  barredPairs,
  standingPairs,
} from "./store/assignable.js";
import type { ReviewedCall } from "./terms.js";

/** An application as the engine reads it: its theme is what it is about. */
export function toReview(
  { theme, ...application }: AssignableApplication,
  reviewers: number,
): ApplicationToReview {
  return { ...application, reviewers, subjects: theme === null ? [] : [theme] };
}

/** Everything of a call that still has to be assigned; what stands is kept. */
export async function problemOf(
  from: Queryable,
  { record, definition }: ReviewedCall,
): Promise<AssignmentProblem> {
  const applications = await assignableApplications(from, record.id);
  const reviewers = await availableReviewers(from, record.id, false);
  const standing = await standingPairs(from, record.id);
  const known = new Set(reviewers.map(({ id }) => id));
  const declared = await barredPairs(from, record.id);
  // Reviewers whose part has ended keep what they have and get nothing more.
  const gone = [...new Set(standing.map(({ reviewerId }) => reviewerId))].filter((id) => !known.has(id));
  return {
    applications: applications.map((application) => toReview(application, definition.review.reviewers)),
    reviewers: [...reviewers, ...gone.map((id) => ({ id, capacity: 0, expertise: {}, organisations: [] }))],
    declared,
    kept: standing,
  };
}

/** One application of a call that lacks a reviewer; what the reviewers have elsewhere counts as load. */
export async function problemOfOne(
  from: Queryable,
  { record, definition }: ReviewedCall,
  applicationId: string,
): Promise<AssignmentProblem> {
  const [application] = await assignableApplications(from, record.id, applicationId);
  const standing = await standingPairs(from, record.id, applicationId);
  const reviewers = await availableReviewers(from, record.id, true);
  const declared = await barredPairs(from, record.id);
  const missing = Math.max(0, definition.review.reviewers - standing.length);
  const has = new Set(standing.map(({ reviewerId }) => reviewerId));
  return {
    applications: application === undefined ? [] : [toReview(application, missing)],
    reviewers: reviewers.filter(({ id }) => !has.has(id)),
    declared: declared.filter((pair) => pair.applicationId === applicationId && !has.has(pair.reviewerId)),
    kept: [],
  };
}
