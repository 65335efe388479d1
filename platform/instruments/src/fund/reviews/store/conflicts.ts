/** Conflicts of interest: who may never see which application. */
import type { ConflictGround } from "@voorsprong/review";
import type { Transaction } from "@voorsprong/store";
import { stakes } from "../scopes.js";
import { endReview } from "./reviews.js";

/** A conflict. */
export interface NewConflict {
  readonly applicationId: string;
  readonly personId: string;
  readonly ground: ConflictGround;
  /** In the reviewer's words, or null. */
  readonly explanation: string | null;
}

/** Records a conflict and ends the assignment, if there is one that was not submitted. */
export async function recordConflict(tx: Transaction, now: Date, conflict: NewConflict): Promise<void> {
  const { applicationId, personId, ground, explanation } = conflict;
  await tx.query(
    `INSERT INTO review_conflicts (application_id, person_id, ground, explanation, declared_at)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    [applicationId, personId, ground, explanation, now],
  );
  await endReview(tx, applicationId, personId, "conflict");
}

/**
 * Assignments of a call that have become a conflict because the reviewer is, or has become, a member of an organisation
 * that leads or takes part.
 */
export async function organisationConflicts(
  tx: Transaction,
  callId: string,
): Promise<{ applicationId: string; personId: string; ground: ConflictGround }[]> {
  return tx.query(
    `SELECT r.application_id AS "applicationId", r.person_id AS "personId",
       CASE WHEN bool_or(s.is_lead) THEN 'own-organisation' ELSE 'partner-organisation' END AS ground
     FROM reviews r JOIN grant_applications a ON a.id = r.application_id, LATERAL (${stakes("r")}) s
     WHERE r.call_id = $1 AND r.state IN ('assigned', 'open') GROUP BY r.application_id, r.person_id ORDER BY 1, 2`,
    [callId],
  );
}
