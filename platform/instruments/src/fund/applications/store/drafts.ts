/** Applications as they are written: made, saved, and taken away while nobody else has seen them. */
import { type Queryable, refuseUnstorable, type Transaction } from "@voorsprong/store";
import type { ApplicationDocument } from "../document.js";
import { partHash } from "../partner-part.js";
import type { ApplicationRecord } from "../record.js";
import { columnsOf } from "./columns.js";

/** Who changes what, and when. */
export interface Change {
  readonly personId: string;
  readonly at: Date;
}

/** Keeps a new draft. */
export async function insertDraft(
  tx: Transaction,
  id: string,
  place: { readonly callId: string; readonly fundId: string },
  document: ApplicationDocument,
  { personId, at }: Change,
): Promise<void> {
  const columns = columnsOf(document, { callId: place.callId, number: null });
  await tx.query(
    `INSERT INTO grant_applications (id, call_id, fund_id, organisation_id, state, document, title, theme, region, size,
       requested, search, created_by, created_at, changed_at, changed_by)
     VALUES ($1, $2, $3, $4, 'draft', $5::jsonb, $6, $7, $8, $9, $10, $11, $12, $13, $13, $12)`,
    [
      id,
      place.callId,
      place.fundId,
      document.lead.organisation,
      JSON.stringify(document),
      columns.title,
      columns.theme,
      columns.region,
      columns.size,
      columns.requested,
      columns.search,
      personId,
      at,
    ],
  );
}

/** Keeps a changed document as the next revision; the caller holds the row's lock. Gives the new revision. */
export async function saveDocument(
  tx: Transaction,
  { id, callId, number }: Pick<ApplicationRecord, "id" | "callId" | "number">,
  document: ApplicationDocument,
  { personId, at }: Change,
): Promise<number> {
  refuseUnstorable(document, "the application");
  const columns = columnsOf(document, { callId, number });
  const [row] = await tx.query<{ revision: number }>(
    `UPDATE grant_applications SET document = $2::jsonb, title = $3, theme = $4, region = $5, size = $6, requested = $7,
       search = $8, revision = revision + 1, changed_at = $9, changed_by = $10
     WHERE id = $1 RETURNING revision`,
    [
      id,
      JSON.stringify(document),
      columns.title,
      columns.theme,
      columns.region,
      columns.size,
      columns.requested,
      columns.search,
      at,
      personId,
    ],
  );
  await keepPartners(tx, id, document);
  return row!.revision;
}

/** Rows of partners as the document has them; a confirmation of another part is undone. */
async function keepPartners(tx: Transaction, id: string, document: ApplicationDocument): Promise<void> {
  const partners = document.partners ?? [];
  await tx.query(
    "DELETE FROM grant_application_partners WHERE application_id = $1 AND NOT partner = ANY($2::text[])",
    [id, partners.map((partner) => partner.id)],
  );
  for (const partner of partners)
    await tx.query(
      `INSERT INTO grant_application_partners AS p (application_id, partner, organisation_id, state)
       VALUES ($1, $2, $3, 'invited')
       ON CONFLICT (application_id, partner) DO UPDATE SET
         organisation_id = coalesce(excluded.organisation_id, p.organisation_id),
         state = CASE WHEN p.part_hash IS DISTINCT FROM $4 THEN 'invited' ELSE p.state END,
         part_hash = CASE WHEN p.part_hash IS DISTINCT FROM $4 THEN NULL ELSE p.part_hash END,
         answered_by = CASE WHEN p.part_hash IS DISTINCT FROM $4 THEN NULL ELSE p.answered_by END,
         answered_at = CASE WHEN p.part_hash IS DISTINCT FROM $4 THEN NULL ELSE p.answered_at END`,
      [id, partner.id, partner.organisation ?? null, partHash(document, partner.id)],
    );
}

/** Takes a draft that was never submitted away, with everything that belongs to it. */
export async function deleteDraft(tx: Transaction, id: string): Promise<void> {
  await tx.query("DELETE FROM attachments WHERE owner_kind = 'application' AND owner_id = $1", [id]);
  await tx.query("DELETE FROM grant_application_partners WHERE application_id = $1", [id]);
  await tx.query("DELETE FROM grant_application_flags WHERE application_id = $1", [id]);
  await tx.query("DELETE FROM grant_applications WHERE id = $1 AND version = 0", [id]);
}

/** Locks an application until the transaction ends; false when there is none. */
export async function lockApplication(tx: Transaction, id: string): Promise<boolean> {
  const rows = await tx.query("SELECT 1 FROM grant_applications WHERE id = $1 FOR UPDATE", [id]);
  return rows.length > 0;
}

/** Which of these organisations exist. */
export async function knownOrganisations(
  from: Queryable,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await from.query<{ id: string }>("SELECT id FROM organisations WHERE id = ANY($1::text[])", [
    ids,
  ]);
  return new Set(rows.map(({ id }) => id));
}

/** What an application starts from: the organisation as it is known. */
export async function organisationSnapshot(
  from: Queryable,
  id: string,
): Promise<(ApplicationDocument["lead"] & { readonly kvkConfirmed: boolean }) | null> {
  const [row] = await from.query<ApplicationDocument["lead"] & { kvkConfirmed: boolean }>(
    `SELECT id AS organisation, name, kind, kvk, region, size, employees, country,
       kvk_confirmed_at IS NOT NULL AS "kvkConfirmed"
     FROM organisations WHERE id = $1`,
    [id],
  );
  return row ?? null;
}
