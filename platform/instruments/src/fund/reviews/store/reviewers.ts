/** The reviewers of a call. */
import { randomBytes } from "node:crypto";
import type { ExpertiseLevel } from "@voorsprong/review";
import type { Queryable, Transaction } from "@voorsprong/store";

/** A reviewer of a call. */
export interface ReviewerRecord {
  readonly personId: string;
  /** What everyone but the fund knows the reviewer as. */
  readonly alias: string;
  /** Null once erased. */
  readonly name: string | null;
  readonly capacity: number;
  readonly expertise: Readonly<Record<string, ExpertiseLevel>>;
  /** Organisations the reviewer has a stake in, beside memberships. */
  readonly interests: readonly string[];
  /** Organisations the reviewer is a member of. */
  readonly memberships: readonly string[];
  /** Applications assigned and not ended, and those submitted among them. */
  readonly assigned: number;
  readonly submitted: number;
  /** Of the assigned: past the due date and not submitted. */
  readonly late: number;
  readonly ended: boolean;
}

/** All reviewers of a call, by name. @param today the day in Amsterdam */
export async function listReviewers(
  from: Queryable,
  callId: string,
  today: string,
): Promise<ReviewerRecord[]> {
  return from.query<ReviewerRecord>(
    `SELECT v.person_id AS "personId", v.alias, p.name, v.capacity, v.expertise, v.interests,
       ARRAY(SELECT m.organisation_id FROM memberships m WHERE m.person_id = v.person_id ORDER BY 1) AS memberships,
       coalesce(r.assigned, 0) AS assigned, coalesce(r.submitted, 0) AS submitted, coalesce(r.late, 0) AS late,
       v.ended_at IS NOT NULL AS ended
     FROM reviewers v JOIN people p ON p.id = v.person_id
     LEFT JOIN (
       SELECT person_id, count(*) AS assigned, count(*) FILTER (WHERE state = 'submitted') AS submitted,
         count(*) FILTER (WHERE state <> 'submitted' AND due < $2::date) AS late
       FROM reviews WHERE call_id = $1 AND state IN ('assigned', 'open', 'submitted') GROUP BY person_id
     ) r ON r.person_id = v.person_id
     WHERE v.call_id = $1 ORDER BY p.name, v.alias`,
    [callId, today],
  );
}

/** People with the role reviewer on a fund who do not take part in a call yet. */
export async function listCandidates(
  from: Queryable,
  callId: string,
  fundId: string,
): Promise<{ personId: string; name: string | null }[]> {
  return from.query(
    `SELECT p.id AS "personId", p.name FROM people p
     WHERE p.erased_at IS NULL
       AND EXISTS (SELECT FROM fund_roles f WHERE f.person_id = p.id AND f.role = 'reviewer'
                   AND (f.fund_id IS NULL OR f.fund_id = $2))
       AND NOT EXISTS (SELECT FROM reviewers v WHERE v.call_id = $1 AND v.person_id = p.id AND v.ended_at IS NULL)
     ORDER BY p.name, p.id LIMIT 1000`,
    [callId, fundId],
  );
}

/** Whether somebody has the role reviewer on a fund. */
export async function isReviewerOf(from: Queryable, personId: string, fundId: string): Promise<boolean> {
  const rows = await from.query(
    "SELECT 1 FROM fund_roles WHERE person_id = $1 AND role = 'reviewer' AND (fund_id IS NULL OR fund_id = $2)",
    [personId, fundId],
  );
  return rows.length > 0;
}

/** What a reviewer of a call is given. */
export interface ReviewerTerms {
  readonly capacity: number;
  readonly expertise: Readonly<Record<string, ExpertiseLevel>>;
  readonly interests: readonly string[];
}

/** Adds a reviewer to a call, changes what is known of one, or takes one back who had ended. */
export async function putReviewer(
  tx: Transaction,
  now: Date,
  {
    callId,
    personId,
    addedBy,
  }: { readonly callId: string; readonly personId: string; readonly addedBy: string },
  { capacity, expertise, interests }: ReviewerTerms,
): Promise<void> {
  await tx.query(
    `INSERT INTO reviewers (call_id, person_id, alias, capacity, expertise, interests, added_by, added_at)
     VALUES ($1, $2, $3, $4, $5::jsonb, $6::text[], $7, $8)
     ON CONFLICT (call_id, person_id) DO UPDATE SET capacity = excluded.capacity, expertise = excluded.expertise,
       interests = excluded.interests, ended_at = NULL`,
    [callId, personId, newAlias(), capacity, JSON.stringify(expertise), interests, addedBy, now],
  );
}

/** Ends a reviewer's part in a call; what was submitted stays. False when there is no such reviewer. */
export async function endReviewer(
  tx: Transaction,
  now: Date,
  callId: string,
  personId: string,
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE reviewers SET ended_at = $3 WHERE call_id = $1 AND person_id = $2 AND ended_at IS NULL RETURNING 1`,
    [callId, personId, now],
  );
  return rows.length > 0;
}

/** Forty random bits in letters: `R-K7DQ2M9X`. */
function newAlias(): string {
  const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  return `R-${[...randomBytes(8)].map((byte) => alphabet[byte % 32]).join("")}`;
}
