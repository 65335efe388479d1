/** Attachments of applications. */
import type { Queryable } from "@voorsprong/store";

/** An attachment with its bytes. */
export interface KeptAttachment {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** An attachment of an application, or null. */
export async function attachmentOf(
  from: Queryable,
  applicationId: string,
  attachmentId: string,
): Promise<KeptAttachment | null> {
  const [row] = await from.query<KeptAttachment>(
    `SELECT name, media_type AS "mediaType", bytes FROM attachments
     WHERE owner_kind = 'application' AND owner_id = $1 AND id::text = $2`,
    [applicationId, attachmentId],
  );
  return row ?? null;
}
