/** Files that belong to an application. */
import type { Queryable, Transaction } from "@voorsprong/store";

/** What is known of a file. */
export interface AttachmentRow {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly uploadedAt: Date;
}

const columns = `id, name, media_type AS "mediaType", size AS bytes, sha256, uploaded_at AS "uploadedAt"`;
const own = "owner_kind = 'application' AND owner_id = $1";

/** The files of an application, oldest first. */
export async function listAttachments(from: Queryable, applicationId: string): Promise<AttachmentRow[]> {
  return from.query<AttachmentRow>(
    `SELECT ${columns} FROM attachments WHERE ${own} ORDER BY uploaded_at, id`,
    [applicationId],
  );
}

/** One file with its bytes, or null. */
export async function getAttachment(
  from: Queryable,
  applicationId: string,
  id: string,
): Promise<(AttachmentRow & { readonly content: Uint8Array }) | null> {
  const [row] = await from.query<AttachmentRow & { content: Uint8Array }>(
    `SELECT ${columns}, bytes AS content FROM attachments WHERE ${own} AND id = $2`,
    [applicationId, id],
  );
  return row ?? null;
}

/** Bytes of all files of an application together. */
export async function attachedBytes(from: Queryable, applicationId: string): Promise<number> {
  const [row] = await from.query<{ total: number }>(
    `SELECT coalesce(sum(size), 0)::bigint AS total FROM attachments WHERE ${own}`,
    [applicationId],
  );
  return row!.total;
}

/** Keeps a file; false when the application has a file with its id. */
export async function insertAttachment(
  tx: Transaction,
  applicationId: string,
  made: Omit<AttachmentRow, "bytes"> & { readonly content: Uint8Array; readonly personId: string },
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO attachments (id, owner_kind, owner_id, name, media_type, bytes, size, sha256, uploaded_by, uploaded_at)
     VALUES ($2, 'application', $1, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (owner_kind, owner_id, id) DO NOTHING RETURNING id`,
    [
      applicationId,
      made.id,
      made.name,
      made.mediaType,
      made.content,
      made.content.byteLength,
      made.sha256,
      made.personId,
      made.uploadedAt,
    ],
  );
  return rows.length > 0;
}

/** Takes a file away. */
export async function deleteAttachment(tx: Transaction, applicationId: string, id: string): Promise<void> {
  await tx.query(`DELETE FROM attachments WHERE ${own} AND id = $2`, [applicationId, id]);
}

/** Whether a submitted version names a file, so that it has to stay. */
export async function isSubmitted(from: Queryable, applicationId: string, id: string): Promise<boolean> {
  const rows = await from.query(
    `SELECT 1 FROM grant_application_versions WHERE application_id = $1 AND strpos(document, $2) > 0 LIMIT 1`,
    [applicationId, id],
  );
  return rows.length > 0;
}
