/** Files that an objector adds to an objection. */
import type { Queryable, Transaction } from "@voorsprong/store";

/** What is known of a file. */
export interface ObjectionFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

const columns = `id, name, media_type AS "mediaType", size AS bytes, sha256`;
const own = "owner_kind = 'objection' AND owner_id = $1";

/** The files of an objection, oldest first. */
export const objectionFiles = (from: Queryable, objectionId: string): Promise<ObjectionFile[]> =>
  from.query(`SELECT ${columns} FROM attachments WHERE ${own} ORDER BY uploaded_at, id`, [objectionId]);

/** One file with its bytes, or null. */
export async function objectionFile(
  from: Queryable,
  objectionId: string,
  id: string,
): Promise<(ObjectionFile & { readonly content: Uint8Array }) | null> {
  const [row] = await from.query<ObjectionFile & { content: Uint8Array }>(
    `SELECT ${columns}, bytes AS content FROM attachments WHERE ${own} AND id = $2`,
    [objectionId, id],
  );
  return row ?? null;
}

/** Keeps a file; false when the objection has a file with its id. */
export async function insertObjectionFile(
  tx: Transaction,
  objectionId: string,
  made: ObjectionFile & { readonly content: Uint8Array; readonly personId: string; readonly at: Date },
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO attachments (id, owner_kind, owner_id, name, media_type, bytes, size, sha256, uploaded_by, uploaded_at)
     VALUES ($2, 'objection', $1, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (owner_kind, owner_id, id) DO NOTHING RETURNING id`,
    [
      objectionId,
      made.id,
      made.name,
      made.mediaType,
      made.content,
      made.bytes,
      made.sha256,
      made.personId,
      made.at,
    ],
  );
  return rows.length > 0;
}
