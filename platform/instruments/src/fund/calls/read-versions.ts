/** Reading published versions of calls. */
import type { CallDefinition } from "@voorsprong/call-form";
import type { Queryable } from "@voorsprong/store";
import type { Localised } from "../../kernel/views.js";

/** One published version of a call. */
export interface CallVersion {
  readonly version: number;
  /** The canonical text, byte for byte as it was hashed. */
  readonly document: string;
  readonly hash: string;
  readonly reason: Localised | null;
  readonly publishedAt: Date;
  readonly ledgerSeq: number;
}

const columns = `version, document, hash, reason, published_at AS "publishedAt", ledger_seq AS "ledgerSeq"`;

/** Every version of a call, the first one first. */
export async function listVersions(from: Queryable, callId: string): Promise<CallVersion[]> {
  return from.query<CallVersion>(`SELECT ${columns} FROM call_versions WHERE call_id = $1 ORDER BY version`, [
    callId,
  ]);
}

/** One version of a call, or null. */
export async function getVersion(
  from: Queryable,
  callId: string,
  version: number,
): Promise<CallVersion | null> {
  const [row] = await from.query<CallVersion>(
    `SELECT ${columns} FROM call_versions WHERE call_id = $1 AND version = $2`,
    [callId, version],
  );
  return row ?? null;
}

/** The call as a version defines it: an application is read with the version under which it was submitted. */
export async function definitionOf(
  from: Queryable,
  callId: string,
  version: number,
): Promise<CallDefinition | null> {
  const kept = await getVersion(from, callId, version);
  return kept === null ? null : (JSON.parse(kept.document) as CallDefinition);
}

/** How many applications to a call were submitted, also when they were withdrawn since. */
export async function countSubmitted(from: Queryable, callId: string): Promise<number> {
  const [row] = await from.query<{ count: number }>(
    "SELECT count(*) AS count FROM grant_applications WHERE call_id = $1 AND version > 0",
    [callId],
  );
  return row?.count ?? 0;
}
