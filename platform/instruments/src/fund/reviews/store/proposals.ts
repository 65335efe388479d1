/** The proposal of a call: who would review what, until it is confirmed. */
import type { Assignment } from "@voorsprong/review";
import type { Queryable, Transaction } from "@voorsprong/store";
import { inBatches } from "../../rounds/store/batches.js";

/** What the engine said beside the rows. */
export interface ProposalSummary {
  readonly shortages: Assignment["shortages"];
  /** Reviews of applications in all, those that stand and those that are proposed. */
  readonly applications: number;
  readonly standing: number;
}

/** A proposal. */
export interface ProposalRecord {
  readonly revision: number;
  readonly summary: ProposalSummary;
  readonly madeAt: Date;
  /** Rows that are proposed, and those of them put by hand. */
  readonly rows: number;
  readonly byHand: number;
}

/** The proposal of a call, or null. */
export async function getProposal(from: Queryable, callId: string): Promise<ProposalRecord | null> {
  const [row] = await from.query<ProposalRecord>(
    `SELECT p.revision, p.summary, p.made_at AS "madeAt",
       (SELECT count(*) FROM review_proposal_rows r WHERE r.call_id = p.call_id) AS rows,
       (SELECT count(*) FROM review_proposal_rows r WHERE r.call_id = p.call_id AND r.put_by IS NOT NULL) AS "byHand"
     FROM review_proposals p WHERE p.call_id = $1`,
    [callId],
  );
  return row ?? null;
}

/** Puts a proposal in place of the one before. */
export async function putProposal(
  tx: Transaction,
  now: Date,
  { callId, by }: { readonly callId: string; readonly by: string },
  summary: ProposalSummary,
  assigned: Assignment["assigned"],
): Promise<void> {
  await tx.query("DELETE FROM review_proposals WHERE call_id = $1", [callId]);
  await tx.query(
    "INSERT INTO review_proposals (call_id, summary, made_by, made_at) VALUES ($1, $2::jsonb, $3, $4)",
    [callId, JSON.stringify(summary), by, now],
  );
  await inBatches(assigned, async (batch) => {
    await tx.query(
      `INSERT INTO review_proposal_rows (call_id, application_id, person_id, match)
       SELECT $1, application_id, person_id, match
       FROM unnest($2::text[], $3::uuid[], $4::int[]) AS row (application_id, person_id, match)`,
      [
        callId,
        batch.map(({ applicationId }) => applicationId),
        batch.map(({ reviewerId }) => reviewerId),
        batch.map(({ match }) => match),
      ],
    );
  });
}

/** Throws a proposal away. False when there is none. */
export async function dropProposal(tx: Queryable, callId: string): Promise<boolean> {
  const rows = await tx.query("DELETE FROM review_proposals WHERE call_id = $1 RETURNING 1", [callId]);
  return rows.length > 0;
}

/** Takes the proposal for a change if it is still at the revision that was seen; null when it is not. */
export async function takeProposal(
  tx: Transaction,
  callId: string,
  revision: number,
): Promise<number | null> {
  const [row] = await tx.query<{ revision: number }>(
    "UPDATE review_proposals SET revision = revision + 1 WHERE call_id = $1 AND revision = $2 RETURNING revision",
    [callId, revision],
  );
  return row?.revision ?? null;
}

/** Takes reviewers off an application in the proposal; says who was there. */
export async function removeProposed(
  tx: Transaction,
  callId: string,
  applicationId: string,
  personIds: readonly string[],
): Promise<string[]> {
  const rows = await tx.query<{ personId: string }>(
    `DELETE FROM review_proposal_rows WHERE call_id = $1 AND application_id = $2 AND person_id = ANY ($3::uuid[])
     RETURNING person_id AS "personId"`,
    [callId, applicationId, personIds],
  );
  return rows.map(({ personId }) => personId);
}

/** Puts a reviewer on an application in the proposal by hand. */
export async function putProposed(
  tx: Transaction,
  row: {
    readonly callId: string;
    readonly applicationId: string;
    readonly personId: string;
    readonly match: number;
    readonly reason: string;
    readonly by: string;
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO review_proposal_rows (call_id, application_id, person_id, match, reason, put_by)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
    [row.callId, row.applicationId, row.personId, row.match, row.reason, row.by],
  );
}

/** Applications per reviewer, standing and proposed. */
export async function proposedLoads(
  from: Queryable,
  callId: string,
): Promise<{ personId: string; standing: number; proposed: number; match: number | null }[]> {
  return from.query(
    `SELECT v.person_id AS "personId",
       (SELECT count(*) FROM reviews r WHERE r.call_id = v.call_id AND r.person_id = v.person_id
          AND r.state IN ('assigned', 'open', 'submitted')) AS standing,
       coalesce(p.proposed, 0) AS proposed, p.match::int AS match
     FROM reviewers v
     LEFT JOIN (SELECT person_id, count(*) AS proposed, round(avg(match)) AS match
                FROM review_proposal_rows WHERE call_id = $1 GROUP BY person_id) p ON p.person_id = v.person_id
     WHERE v.call_id = $1 AND v.ended_at IS NULL`,
    [callId],
  );
}

/** Makes assignments of what is proposed, each with its event, and throws the proposal away. Gives how many. */
export async function confirmProposal(
  tx: Transaction,
  now: Date,
  { callId, by, due }: { readonly callId: string; readonly by: string; readonly due: string },
): Promise<number> {
  const [count] = await tx.query<{ made: number }>(
    `WITH made AS (
       INSERT INTO reviews (id, call_id, application_id, person_id, state, origin, assigned_by, assigned_at, due)
       SELECT gen_random_uuid(), p.call_id, p.application_id, p.person_id, 'assigned',
         CASE WHEN p.put_by IS NULL THEN 'engine' ELSE 'hand' END, $2, $3, $4::date
       FROM review_proposal_rows p JOIN grant_applications a ON a.id = p.application_id AND a.state = 'submitted'
       WHERE p.call_id = $1
         AND NOT EXISTS (SELECT FROM review_conflicts c
                         WHERE c.application_id = p.application_id AND c.person_id = p.person_id)
       ON CONFLICT (application_id, person_id) DO UPDATE SET state = 'assigned', origin = excluded.origin,
         assigned_by = excluded.assigned_by, assigned_at = excluded.assigned_at, due = excluded.due, declared_at = NULL
         WHERE reviews.state = 'released'
       RETURNING application_id, person_id),
     told AS (
       INSERT INTO review_events (call_id, application_id, person_id, kind, reason, by_person, at)
       SELECT $1, m.application_id, m.person_id, 'assigned', p.reason, coalesce(p.put_by, $2), $3
       FROM made m JOIN review_proposal_rows p
         ON p.call_id = $1 AND p.application_id = m.application_id AND p.person_id = m.person_id)
     SELECT count(*) AS made FROM made`,
    [callId, by, now, due],
  );
  await dropProposal(tx, callId);
  return count!.made;
}
