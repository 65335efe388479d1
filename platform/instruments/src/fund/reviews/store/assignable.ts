/** What an assignment is made from. */
import type { AvailableReviewer, ExpertiseLevel, Pair } from "@voorsprong/review";
import type { Queryable } from "@voorsprong/store";

/** An application with what the engine needs of it. */
export interface AssignableApplication {
  readonly id: string;
  readonly theme: string | null;
  readonly lead: string;
  readonly partners: readonly string[];
}

/** Submitted applications of a call, or one of them. */
export async function assignableApplications(
  from: Queryable,
  callId: string,
  applicationId: string | null = null,
): Promise<AssignableApplication[]> {
  return from.query<AssignableApplication>(
    `SELECT a.id, a.theme, a.organisation_id AS lead, coalesce(p.partners, '{}') AS partners
     FROM grant_applications a
     LEFT JOIN (
       SELECT application_id, array_agg(organisation_id ORDER BY organisation_id) AS partners
       FROM grant_application_partners WHERE organisation_id IS NOT NULL AND state <> 'declined' GROUP BY application_id
     ) p ON p.application_id = a.id
     WHERE a.call_id = $1 AND a.state = 'submitted' AND ($2::text IS NULL OR a.id = $2) ORDER BY a.id`,
    [callId, applicationId],
  );
}

/**
 * The reviewers of a call that take part.
 * @param withLoad whether `load` is what they have already; otherwise those are among the kept pairs
 */
export async function availableReviewers(
  from: Queryable,
  callId: string,
  withLoad: boolean,
): Promise<AvailableReviewer[]> {
  const rows = await from.query<{
    id: string;
    capacity: number;
    load: number;
    expertise: Record<string, ExpertiseLevel>;
    organisations: string[];
  }>(
    `SELECT v.person_id::text AS id, v.capacity, v.expertise,
       (SELECT count(*) FROM reviews r WHERE r.call_id = v.call_id AND r.person_id = v.person_id
          AND r.state IN ('assigned', 'open', 'submitted')) AS load,
       v.interests || ARRAY(SELECT m.organisation_id FROM memberships m WHERE m.person_id = v.person_id) AS organisations
     FROM reviewers v WHERE v.call_id = $1 AND v.ended_at IS NULL ORDER BY v.person_id`,
    [callId],
  );
  return rows.map(({ load, ...reviewer }) => (withLoad ? { ...reviewer, load } : reviewer));
}

/** Conflicts on submitted applications of a call; and, as if declared, whoever was taken off an application by hand. */
export async function barredPairs(from: Queryable, callId: string): Promise<Pair[]> {
  return from.query<Pair>(
    `SELECT c.application_id AS "applicationId", c.person_id::text AS "reviewerId"
     FROM review_conflicts c JOIN grant_applications a ON a.id = c.application_id
     JOIN reviewers v ON v.call_id = a.call_id AND v.person_id = c.person_id AND v.ended_at IS NULL
     WHERE a.call_id = $1 AND a.state = 'submitted'
     UNION
     SELECT r.application_id, r.person_id::text
     FROM reviews r JOIN grant_applications a ON a.id = r.application_id
     JOIN reviewers v ON v.call_id = r.call_id AND v.person_id = r.person_id AND v.ended_at IS NULL
     WHERE r.call_id = $1 AND r.state IN ('conflict', 'released') AND a.state = 'submitted'
     ORDER BY 1, 2`,
    [callId],
  );
}

/** Pairs that are assigned and not ended, of submitted applications; reviewers who ended count as long as they have them. */
export async function standingPairs(
  from: Queryable,
  callId: string,
  applicationId: string | null = null,
): Promise<Pair[]> {
  return from.query<Pair>(
    `SELECT r.application_id AS "applicationId", r.person_id::text AS "reviewerId"
     FROM reviews r JOIN grant_applications a ON a.id = r.application_id
     WHERE r.call_id = $1 AND r.state IN ('assigned', 'open', 'submitted') AND a.state = 'submitted'
       AND ($2::text IS NULL OR r.application_id = $2)
       AND NOT EXISTS (SELECT FROM review_conflicts c
                       WHERE c.application_id = r.application_id AND c.person_id = r.person_id)
     ORDER BY 1, 2`,
    [callId, applicationId],
  );
}
