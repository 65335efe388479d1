/** Everything a panel's figures are computed from. */
import type { CriterionScores } from "@voorsprong/review";
import type { Queryable } from "@voorsprong/store";

/** An application in a panel. */
export interface PanelApplication {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** Name of the organisation that leads it. */
  readonly organisation: string;
  /** Title, dossier and organisation without case and accents. */
  readonly search: string;
}

/** A submitted review that counts: its author has no conflict. */
export interface PanelReview {
  readonly applicationId: string;
  readonly alias: string;
  readonly total: number;
  readonly scores: CriterionScores;
  /** Category per work package. */
  readonly classes: Readonly<Record<string, string>>;
}

/** The submitted applications of a call, in order of number. */
export async function panelApplications(from: Queryable, callId: string): Promise<PanelApplication[]> {
  return from.query<PanelApplication>(
    `SELECT a.id, a.number, a.title, o.name AS organisation, a.search
     FROM grant_applications a JOIN organisations o ON o.id = a.organisation_id
     WHERE a.call_id = $1 AND a.state = 'submitted' ORDER BY a.number`,
    [callId],
  );
}

/** The reviews that count, in order of application and alias. */
export async function panelReviews(from: Queryable, callId: string): Promise<PanelReview[]> {
  const rows = await from.query<
    Omit<PanelReview, "classes"> & { classes: Record<string, { category: string }> }
  >(
    `SELECT r.application_id AS "applicationId", v.alias, r.total, r.scores, r.classes
     FROM reviews r JOIN reviewers v ON v.call_id = r.call_id AND v.person_id = r.person_id
     JOIN grant_applications a ON a.id = r.application_id AND a.state = 'submitted'
     WHERE r.call_id = $1 AND r.state = 'submitted'
       AND NOT EXISTS (SELECT FROM review_conflicts c WHERE c.application_id = r.application_id AND c.person_id = r.person_id)
     ORDER BY r.application_id, v.alias`,
    [callId],
  );
  return rows.map(({ classes, ...review }) => ({
    ...review,
    classes: Object.fromEntries(Object.entries(classes).map(([id, { category }]) => [id, category])),
  }));
}

/** Who is behind the aliases of a call; for those who run the fund. */
export async function namesOfReviewers(
  from: Queryable,
  callId: string,
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await from.query<{ alias: string; name: string | null }>(
    "SELECT v.alias, p.name FROM reviewers v JOIN people p ON p.id = v.person_id WHERE v.call_id = $1",
    [callId],
  );
  return new Map(rows.map(({ alias, name }) => [alias, name]));
}

/** Changes when anything a panel's figures rest on changes. */
export async function panelStamp(from: Queryable, callId: string): Promise<string> {
  const [row] = await from.query<{ last: number; applications: number; versions: number }>(
    `SELECT (SELECT coalesce(max(id), 0) FROM review_events WHERE call_id = $1) AS last,
       count(*) AS applications, coalesce(sum(version), 0)::bigint AS versions
     FROM grant_applications WHERE call_id = $1 AND state = 'submitted'`,
    [callId],
  );
  return `${row!.last}/${row!.applications}/${row!.versions}`;
}
