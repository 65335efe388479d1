/** Reading applications. */
import type { Queryable } from "@voorsprong/store";
import type { ApplicationParties, ApplicationRecord } from "./record.js";

const columns = `id, call_id AS "callId", fund_id AS "fundId", organisation_id AS "organisationId", state, number, revision,
  version, document, title, theme, region, size, requested, received_at AS "receivedAt", complete_at AS "completeAt",
  created_by AS "createdBy", created_at AS "createdAt", changed_at AS "changedAt"`;

/** One application, or null. */
export async function getApplication(from: Queryable, id: string): Promise<ApplicationRecord | null> {
  const [row] = await from.query<ApplicationRecord>(
    `SELECT ${columns} FROM grant_applications WHERE id = $1`,
    [id],
  );
  return row ?? null;
}

/** Who takes part in an application, for deciding who may see it; null when there is none. */
export async function getParties(from: Queryable, id: string): Promise<ApplicationParties | null> {
  const [row] = await from.query<ApplicationParties>(
    `SELECT a.fund_id AS "fundId", a.version > 0 AS submitted, a.organisation_id AS lead,
       ARRAY(SELECT p.organisation_id FROM grant_application_partners p
             WHERE p.application_id = a.id AND p.organisation_id IS NOT NULL AND p.state <> 'declined') AS partners
     FROM grant_applications a WHERE a.id = $1`,
    [id],
  );
  return row ?? null;
}

/** The latest submitted version of an application as it was hashed, or null. */
export async function getSubmitted(
  from: Queryable,
  id: string,
): Promise<{
  readonly version: number;
  readonly callVersion: number;
  readonly document: string | null;
  readonly hash: string;
} | null> {
  const [row] = await from.query<{
    version: number;
    callVersion: number;
    document: string | null;
    hash: string;
  }>(
    `SELECT version, call_version AS "callVersion", document, hash FROM grant_application_versions
     WHERE application_id = $1 ORDER BY version DESC LIMIT 1`,
    [id],
  );
  return row ?? null;
}

/** Whether something was decided about an application: from then on its state is told by the decision. */
export async function isDecided(from: Queryable, id: string): Promise<boolean> {
  const rows = await from.query("SELECT 1 FROM outcomes WHERE application_id = $1 LIMIT 1", [id]);
  return rows.length > 0;
}
