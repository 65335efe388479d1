/** Finds reviewers for one application that lacks some, because of a conflict or because somebody was taken off. */
import { assign } from "@voorsprong/review";
import type { Transaction } from "@voorsprong/store";
import { dueDate } from "./due.js";
import { problemOfOne } from "./problem.js";
import { record } from "./store/events.js";
import { insertReviews } from "./store/reviews.js";
import type { ReviewedCall } from "./terms.js";

/**
 * Assigns who is missing. Nothing happens where nobody is free: the application then shows as lacking reviewers.
 *
 * @param by who caused it
 * @returns how many reviewers are still missing
 */
export async function assignMissing(
  tx: Transaction,
  now: Date,
  call: ReviewedCall,
  applicationId: string,
  by: string,
): Promise<number> {
  const { assigned, shortages } = assign(await problemOfOne(tx, call, applicationId));
  const assignments = assigned.map(({ reviewerId }) => ({ applicationId, personId: reviewerId }));
  const callId = call.record.id;
  await insertReviews(tx, now, { callId, origin: "replacement", by, due: dueDate(call, now) }, assignments);
  await record(
    tx,
    now,
    assignments.map(({ personId }) => ({
      callId,
      applicationId,
      personId,
      kind: "assigned",
      reason: null,
      byPerson: null,
    })),
  );
  return shortages.reduce((sum, { short }) => sum + short, 0);
}
