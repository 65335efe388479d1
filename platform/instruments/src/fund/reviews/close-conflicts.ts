/** Conflicts of interest that come up by themselves: somebody reviews an application of an organisation of their own. */
import type { Transaction } from "@voorsprong/store";
import { assignMissing } from "./assign-one.js";
import { organisationConflicts, recordConflict } from "./store/conflicts.js";
import { record } from "./store/events.js";
import type { ReviewedCall } from "./terms.js";

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
