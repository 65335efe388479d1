/** Lists of assignments, in pages. */
import type { Page, Queryable } from "@voorsprong/store";
import type { ReviewState } from "./reviews.js";

/** A reviewer's own assignment in a list. */
export interface OwnRow {
  readonly applicationId: string;
  readonly callId: string;
  readonly callTitle: { readonly nl: string; readonly en: string };
  readonly number: number;
  readonly title: string;
  readonly theme: string | null;
  readonly state: ReviewState;
  readonly due: string;
  readonly late: boolean;
  /** Criteria with a score, of how many. */
  readonly scored: number;
  readonly criteria: number;
  readonly submittedAt: Date | null;
  /** Hundredths of a point, once submitted. */
  readonly total: number | null;
}

/** Which of a reviewer's assignments. */
export interface OwnQuery {
  readonly page: number;
  readonly pageSize: number;
  readonly state: "todo" | "assigned" | "open" | "submitted" | "all";
  readonly callId: string | null;
}

const statesOf: Record<OwnQuery["state"], readonly ReviewState[]> = {
  todo: ["assigned", "open"],
  assigned: ["assigned"],
  open: ["open"],
  submitted: ["submitted"],
  all: ["assigned", "open", "submitted"],
};

/** A person's own assignments, what is due first comes first. @param today the day in Amsterdam */
export async function ownReviews(
  from: Queryable,
  personId: string,
  today: string,
  { page, pageSize, state, callId }: OwnQuery,
): Promise<Page<OwnRow>> {
  const parameters = [personId, [...statesOf[state]], callId] as const;
  const matching = `FROM reviews r WHERE r.person_id = $1 AND r.state = ANY ($2::text[]) AND ($3::text IS NULL OR r.call_id = $3)`;
  const [count] = await from.query<{ total: number }>(`SELECT count(*) AS total ${matching}`, parameters);
  const items = await from.query<OwnRow>(
    `WITH mine AS MATERIALIZED (
       SELECT r.* ${matching} ORDER BY r.due, r.application_id LIMIT $4::int OFFSET $5::bigint)
     SELECT r.application_id AS "applicationId", r.call_id AS "callId", c.title AS "callTitle", a.number, a.title, a.theme,
       r.state, r.due, r.state <> 'submitted' AND r.due < $6::date AS late,
       (SELECT count(*) FROM jsonb_object_keys(r.scores)) AS scored,
       jsonb_array_length(c.definition->'criteria') AS criteria, r.submitted_at AS "submittedAt", r.total
     FROM mine r JOIN calls c ON c.id = r.call_id JOIN grant_applications a ON a.id = r.application_id
     ORDER BY r.due, r.application_id`,
    [...parameters, pageSize, (page - 1) * pageSize, today],
  );
  return { items, page, pageSize, total: count!.total };
}

/** How many assignments a person has, by state, and how many are late. */
export async function ownCounts(
  from: Queryable,
  personId: string,
  today: string,
): Promise<{ assigned: number; open: number; submitted: number; late: number; nextDue: string | null }> {
  const [row] = await from.query<{
    assigned: number;
    open: number;
    submitted: number;
    late: number;
    nextDue: string | null;
  }>(
    `SELECT count(*) FILTER (WHERE state = 'assigned') AS assigned, count(*) FILTER (WHERE state = 'open') AS open,
       count(*) FILTER (WHERE state = 'submitted') AS submitted,
       count(*) FILTER (WHERE state IN ('assigned', 'open') AND due < $2::date) AS late,
       min(due) FILTER (WHERE state IN ('assigned', 'open')) AS "nextDue"
     FROM reviews WHERE person_id = $1 AND state IN ('assigned', 'open', 'submitted')`,
    [personId, today],
  );
  return row!;
}

/** A reviewer on an application, in the fund's list. */
export interface AssignedReviewer {
  readonly personId: string;
  readonly alias: string;
  readonly name: string | null;
  readonly state: ReviewState | "proposed";
  readonly due: string | null;
  readonly match: number | null;
  /** Why it was put by hand; null otherwise. */
  readonly reason: string | null;
}

/** An application with its reviewers. */
export interface AssignmentRow {
  readonly applicationId: string;
  readonly number: number;
  readonly title: string;
  readonly organisation: string;
  readonly theme: string | null;
  readonly reviewers: readonly AssignedReviewer[];
}

/** Which applications. */
export interface AssignmentQuery {
  readonly page: number;
  readonly pageSize: number;
  /** `lacking`: fewer reviewers than the call asks for, those proposed included; `late`: with a late review. */
  readonly filter: "all" | "lacking" | "late";
  /** Folded text, or null. */
  readonly search: string | null;
  readonly personId: string | null;
}

/** What a filter adds to the choice of applications `a`; each says only what it needs, so that it stays fast. */
const filters: Record<AssignmentQuery["filter"], string> = {
  all: "",
  lacking: `AND a.id NOT IN (
    SELECT application_id FROM (
      SELECT application_id FROM reviews WHERE call_id = $1 AND state IN ('assigned', 'open', 'submitted')
      UNION ALL
      SELECT application_id FROM review_proposal_rows WHERE call_id = $1) standing
    GROUP BY application_id HAVING count(*) >= $4::int)`,
  late: `AND a.id IN (
    SELECT application_id FROM reviews WHERE call_id = $1 AND state IN ('assigned', 'open') AND due < $5::date)`,
};

const ofPerson = `AND a.id IN (
  SELECT application_id FROM reviews WHERE call_id = $1 AND person_id = $3
  UNION ALL
  SELECT application_id FROM review_proposal_rows WHERE call_id = $1 AND person_id = $3)`;

/** Applications of a call with their reviewers, in order of number. @param needed reviewers per application */
export async function assignmentRows(
  from: Queryable,
  callId: string,
  today: string,
  needed: number,
  { page, pageSize, filter, search, personId }: AssignmentQuery,
): Promise<Page<AssignmentRow>> {
  // Every parameter is named once, so that its type is known whatever the filter leaves out.
  const matching = `FROM grant_applications a, (SELECT $3::uuid, $4::int, $5::date) known
    WHERE a.call_id = $1 AND a.state = 'submitted' AND ($2::text IS NULL OR strpos(a.search, $2) > 0)
    ${personId === null ? "" : ofPerson} ${filters[filter]}`;
  const parameters = [callId, search, personId, needed, today] as const;
  const counting = from.query<{ total: number }>(`SELECT count(*) AS total ${matching}`, parameters);
  const reading = from.query<AssignmentRow>(
    `WITH page AS MATERIALIZED (
       SELECT a.id, a.call_id, a.number, a.title, a.theme, a.organisation_id
       ${matching} ORDER BY a.number LIMIT $6::int OFFSET $7::bigint)
     SELECT a.id AS "applicationId", a.number, a.title, o.name AS organisation, a.theme, coalesce((
       SELECT jsonb_agg(jsonb_build_object('personId', x.person_id, 'alias', v.alias, 'name', p.name, 'state', x.state,
           'due', x.due, 'match', x.match, 'reason', x.reason) ORDER BY x.state, v.alias)
       FROM (
         SELECT r.person_id, r.state, r.due::text AS due, NULL::int AS match,
           (SELECT e.reason FROM review_events e WHERE e.application_id = r.application_id AND e.person_id = r.person_id
            ORDER BY e.id DESC LIMIT 1) AS reason
         FROM reviews r WHERE r.application_id = a.id
         UNION ALL
         SELECT s.person_id, 'proposed', NULL, s.match, s.reason
         FROM review_proposal_rows s WHERE s.call_id = a.call_id AND s.application_id = a.id) x
       JOIN reviewers v ON v.call_id = a.call_id AND v.person_id = x.person_id
       JOIN people p ON p.id = x.person_id), '[]') AS reviewers
     FROM page a JOIN organisations o ON o.id = a.organisation_id ORDER BY a.number`,
    [...parameters, pageSize, (page - 1) * pageSize],
  );
  const [[count], items] = await Promise.all([counting, reading]);
  return { items, page, pageSize, total: count!.total };
}

/** How far the reviews of a call are. */
export interface ProgressCounts {
  readonly applications: number;
  /** Applications with as many submitted reviews as the call asks for. */
  readonly complete: number;
  /** Applications with fewer reviewers than the call asks for. */
  readonly lacking: number;
  readonly assigned: number;
  readonly open: number;
  readonly submitted: number;
  readonly conflicts: number;
  readonly late: number;
}

/** Counts over a call. @param needed reviewers per application */
export async function progressCounts(
  from: Queryable,
  callId: string,
  today: string,
  needed: number,
): Promise<ProgressCounts> {
  const [row] = await from.query<ProgressCounts>(
    `WITH per AS (
       SELECT application_id, count(*) FILTER (WHERE state = 'assigned') AS assigned,
         count(*) FILTER (WHERE state = 'open') AS open, count(*) FILTER (WHERE state = 'submitted') AS submitted,
         count(*) FILTER (WHERE state = 'conflict') AS conflicts,
         count(*) FILTER (WHERE state IN ('assigned', 'open') AND due < $2::date) AS late
       FROM reviews WHERE call_id = $1 GROUP BY application_id)
     SELECT count(*) AS applications, count(*) FILTER (WHERE submitted >= $3) AS complete,
       count(*) FILTER (WHERE coalesce(assigned + open + submitted, 0) < $3) AS lacking,
       coalesce(sum(assigned), 0)::bigint AS assigned, coalesce(sum(open), 0)::bigint AS open,
       coalesce(sum(submitted), 0)::bigint AS submitted, coalesce(sum(conflicts), 0)::bigint AS conflicts,
       coalesce(sum(late), 0)::bigint AS late
     FROM grant_applications a LEFT JOIN per ON per.application_id = a.id
     WHERE a.call_id = $1 AND a.state = 'submitted'`,
    [callId, today, needed],
  );
  return row!;
}
