/** Conflicts of interest that come up by themselves: somebody reviews an application of an organisation of their own. */
import type { Transaction } from "@voorsprong/store";
import { Refusal } from "../../kernel/refusal.js";
import type { FundContext } from "../context.js";
import { assignMissing } from "./assign-one.js";
import { refuseFrozen } from "./frozen.js";
import { organisationConflicts, recordConflict } from "./store/conflicts.js";
import { record } from "./store/events.js";
import { touchPanel } from "./store/panels.js";
import { getReview } from "./store/reviews.js";
import { type ReviewedCall, requireCall } from "./terms.js";

/** Ends assignments that have become a conflict by organisation, and finds somebody else for each. */
export async function closeConflicts(
  tx: Transaction,
  now: Date,
  call: ReviewedCall,
  by: string,
): Promise<void> {
  const found = await organisationConflicts(tx, call.record.id);
  for (const conflict of found) {
    await recordConflict(tx, now, { ...conflict, explanation: null });
    await record(tx, now, [
      { callId: call.record.id, ...conflict, kind: "conflict", reason: null, byPerson: null },
    ]);
  }
  for (const applicationId of new Set(found.map((conflict) => conflict.applicationId)))
    await assignMissing(tx, now, call, applicationId, by);
}

/** A conflict that the fund finds: the reviewer did not declare it. */
export interface FoundConflict {
  readonly applicationId: string;
  readonly personId: string;
  readonly reason: string;
}

/**
 * Records a conflict that came up by another way than the reviewer's declaration, also after submission: the review then
 * no longer counts, and somebody else gets the application.
 *
 * @throws Refusal when this person does not review it, or the scores are frozen
 */
export async function excludeReviewer(
  { store, now }: FundContext,
  callId: string,
  { applicationId, personId, reason }: FoundConflict,
  by: string,
): Promise<void> {
  const call = await requireCall(store.database, callId, now());
  await store.database.transaction(async (tx) => {
    await refuseFrozen(tx, callId);
    const review = await getReview(tx, applicationId, personId);
    if (review === null || review.callId !== callId || ["conflict", "released"].includes(review.state))
      throw new Refusal("conflict", "This person does not review this application.");
    await recordConflict(tx, now(), { applicationId, personId, ground: "declared", explanation: null });
    await record(tx, now(), [
      { callId, applicationId, personId, kind: "conflict", reason, ground: "declared", byPerson: by },
    ]);
    await assignMissing(tx, now(), call, applicationId, by);
    await touchPanel(tx, callId);
  });
}
