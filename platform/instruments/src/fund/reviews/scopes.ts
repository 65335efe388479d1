/** What reviews belong to, for who may do what with them. */
import type { Scope } from "@voorsprong/access";
import type { Queryable } from "@voorsprong/store";

/** What a call belongs to; null when there is none. */
export async function callScope(from: Queryable, callId: string): Promise<Scope | null> {
  const [row] = await from.query<{ fundId: string }>(`SELECT fund_id AS "fundId" FROM calls WHERE id = $1`, [
    callId,
  ]);
  return row ?? null;
}

/**
 * What an application belongs to for its reviewers: the persons it is assigned to who have no conflict of interest,
 * neither declared nor by an organisation that leads it or takes part. Null when there is no such application.
 */
export async function reviewScope(from: Queryable, applicationId: string): Promise<Scope | null> {
  const [row] = await from.query<{ fundId: string; reviewers: string[] }>(
    `SELECT a.fund_id AS "fundId", ARRAY(
       SELECT r.person_id::text FROM reviews r
       WHERE r.application_id = a.id AND r.state IN ('assigned', 'open', 'submitted')
         AND NOT EXISTS (SELECT FROM review_conflicts c WHERE c.application_id = a.id AND c.person_id = r.person_id)
         AND NOT EXISTS (${stakes("r")})
     ) AS reviewers
     FROM grant_applications a WHERE a.id = $1`,
    [applicationId],
  );
  return row ?? null;
}

/**
 * The persons who may read an application as its reviewers: assigned, declared free of conflict, and without one. For
 * other rooms that show something of an application to its reviewers.
 */
export async function declaredReviewers(from: Queryable, applicationId: string): Promise<string[]> {
  const rows = await from.query<{ personId: string }>(
    `SELECT r.person_id::text AS "personId" FROM reviews r JOIN grant_applications a ON a.id = r.application_id
     WHERE r.application_id = $1 AND r.state IN ('open', 'submitted')
       AND NOT EXISTS (SELECT FROM review_conflicts c WHERE c.application_id = a.id AND c.person_id = r.person_id)
       AND NOT EXISTS (${stakes("r")})`,
    [applicationId],
  );
  return rows.map(({ personId }) => personId);
}

/**
 * SQL: the organisations of application `a` in which the person of a row has a stake, by membership or by interest.
 * @param row alias of a table with `person_id` and `call_id`
 */
export function stakes(row: string): string {
  return `SELECT p.organisation_id, p.is_lead FROM (
      SELECT a.organisation_id, true AS is_lead
      UNION ALL
      SELECT g.organisation_id, false FROM grant_application_partners g
      WHERE g.application_id = a.id AND g.organisation_id IS NOT NULL AND g.state <> 'declined') p
    WHERE EXISTS (SELECT FROM memberships m WHERE m.person_id = ${row}.person_id AND m.organisation_id = p.organisation_id)
       OR EXISTS (SELECT FROM reviewers v WHERE v.call_id = ${row}.call_id AND v.person_id = ${row}.person_id
                  AND p.organisation_id = ANY (v.interests))`;
}
