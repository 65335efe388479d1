/** Assignments and the reviews written on them. */
import type { Queryable, Transaction } from "@voorsprong/store";

/** `assigned`: nothing declared yet. `open`: declared free of conflict. The last three are final. */
export type ReviewState = "assigned" | "open" | "submitted" | "conflict" | "released";

/** Category of research of a work package in a reviewer's eyes, with the reason. */
export interface Classification {
  readonly category: string;
  readonly reason: string;
}

/** One review. */
export interface ReviewRecord {
  readonly id: string;
  readonly callId: string;
  readonly applicationId: string;
  readonly personId: string;
  readonly state: ReviewState;
  /** `2027-05-03`. */
  readonly due: string;
  readonly declaredAt: Date | null;
  readonly scores: Readonly<Record<string, number>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly classes: Readonly<Record<string, Classification>>;
  readonly revision: number;
  readonly changedAt: Date | null;
  readonly submittedAt: Date | null;
  readonly applicationVersion: number | null;
  /** Hundredths of a point. */
  readonly total: number | null;
}

const columns = `r.id, r.call_id AS "callId", r.application_id AS "applicationId", r.person_id AS "personId", r.state, r.due,
  r.declared_at AS "declaredAt", r.scores, r.reasons, r.classes, r.revision, r.changed_at AS "changedAt",
  r.submitted_at AS "submittedAt", r.application_version AS "applicationVersion", r.total`;

/** A person's review of an application, or null. */
export async function getReview(
  from: Queryable,
  applicationId: string,
  personId: string,
): Promise<ReviewRecord | null> {
  const [row] = await from.query<ReviewRecord>(
    `SELECT ${columns} FROM reviews r WHERE r.application_id = $1 AND r.person_id = $2`,
    [applicationId, personId],
  );
  return row ?? null;
}

/** The submitted reviews of an application, in order of the reviewers' aliases. */
export async function submittedReviews(
  from: Queryable,
  applicationId: string,
): Promise<(ReviewRecord & { readonly alias: string })[]> {
  return from.query(
    `SELECT ${columns}, v.alias
     FROM reviews r JOIN reviewers v ON v.call_id = r.call_id AND v.person_id = r.person_id
     WHERE r.application_id = $1 AND r.state = 'submitted' ORDER BY v.alias`,
    [applicationId],
  );
}

/** Something to assign. */
export interface NewAssignment {
  readonly applicationId: string;
  readonly personId: string;
}

/** Who assigns, and how. */
export interface Assigning {
  readonly callId: string;
  readonly origin: "engine" | "hand" | "replacement";
  readonly by: string;
  readonly due: string;
}

/** Assigns; somebody who was taken off earlier is put back, anything else that stands already stays as it is. */
export async function insertReviews(
  tx: Transaction,
  now: Date,
  { callId, origin, by, due }: Assigning,
  assignments: readonly NewAssignment[],
): Promise<void> {
  if (assignments.length === 0) return;
  await tx.query(
    `INSERT INTO reviews (id, call_id, application_id, person_id, state, origin, assigned_by, assigned_at, due)
     SELECT gen_random_uuid(), $1, application_id, person_id, 'assigned', $2, $3, $4, $5::date
     FROM unnest($6::text[], $7::uuid[]) AS row (application_id, person_id)
     ON CONFLICT (application_id, person_id) DO UPDATE SET state = 'assigned', origin = excluded.origin,
       assigned_by = excluded.assigned_by, assigned_at = excluded.assigned_at, due = excluded.due, declared_at = NULL
       WHERE reviews.state = 'released'`,
    [
      callId,
      origin,
      by,
      now,
      due,
      assignments.map(({ applicationId }) => applicationId),
      assignments.map(({ personId }) => personId),
    ],
  );
}

/** Ends an assignment that was not submitted. False when there is none. */
export async function endReview(
  tx: Transaction,
  applicationId: string,
  personId: string,
  state: "conflict" | "released",
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE reviews SET state = $3 WHERE application_id = $1 AND person_id = $2 AND state IN ('assigned', 'open')
     RETURNING 1`,
    [applicationId, personId, state],
  );
  return rows.length > 0;
}

/** A reviewer declares to be free of conflict: from now on the file is open. */
export async function declareFree(
  tx: Transaction,
  now: Date,
  applicationId: string,
  personId: string,
): Promise<void> {
  await tx.query(
    `UPDATE reviews SET state = 'open', declared_at = $3
     WHERE application_id = $1 AND person_id = $2 AND state = 'assigned'`,
    [applicationId, personId, now],
  );
}

/** What a reviewer fills in. */
export interface ReviewContent {
  readonly scores: Readonly<Record<string, number>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly classes: Readonly<Record<string, Classification>>;
}

/** Saves a review that is open, if it still is at the revision that was seen. Gives the new revision, or null. */
export async function saveReview(
  tx: Queryable,
  now: Date,
  { applicationId, personId, revision }: { applicationId: string; personId: string; revision: number },
  { scores, reasons, classes }: ReviewContent,
): Promise<number | null> {
  const [row] = await tx.query<{ revision: number }>(
    `UPDATE reviews SET scores = $4::jsonb, reasons = $5::jsonb, classes = $6::jsonb, revision = revision + 1, changed_at = $7
     WHERE application_id = $1 AND person_id = $2 AND revision = $3 AND state = 'open' RETURNING revision`,
    [
      applicationId,
      personId,
      revision,
      JSON.stringify(scores),
      JSON.stringify(reasons),
      JSON.stringify(classes),
      now,
    ],
  );
  return row?.revision ?? null;
}

/** Locks a review that is open at this revision. False when it is not. */
export async function lockReview(
  tx: Transaction,
  now: Date,
  at: { applicationId: string; personId: string; revision: number },
  { total, applicationVersion }: { total: number; applicationVersion: number },
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE reviews SET state = 'submitted', submitted_at = $4, total = $5, application_version = $6, revision = revision + 1
     WHERE application_id = $1 AND person_id = $2 AND revision = $3 AND state = 'open' RETURNING 1`,
    [at.applicationId, at.personId, at.revision, now, total, applicationVersion],
  );
  return rows.length > 0;
}
