/** Reading calls. */
import type { Queryable } from "@voorsprong/store";
import { type CallRecord, callStateAt } from "./record.js";

type CallRow = Omit<CallRecord, "state"> & { readonly stored: "draft" | "published" | "cancelled" };

const columns = `c.id, c.fund_id AS "fundId", c.state AS stored, c.version, c.revision, c.definition, v.hash, c.title,
  c.opens, c.closes, c.origin, c.example, c.created_by AS "createdBy", c.created_at AS "createdAt",
  c.changed_at AS "changedAt"`;

const tables = "calls c LEFT JOIN call_versions v ON v.call_id = c.id AND v.version = c.version";

const recordAt =
  (now: Date) =>
  ({ stored, ...row }: CallRow): CallRecord => ({ ...row, state: callStateAt(stored, row, now) });

/** One call, or null. */
export async function getCall(from: Queryable, callId: string, now: Date): Promise<CallRecord | null> {
  const [row] = await from.query<CallRow>(`SELECT ${columns} FROM ${tables} WHERE c.id = $1`, [callId]);
  return row === undefined ? null : recordAt(now)(row);
}

/** All calls of a fund, or of all funds; what opens last comes first. */
export async function listCalls(
  from: Queryable,
  { fundId = null }: { readonly fundId?: string | null },
  now: Date,
): Promise<CallRecord[]> {
  const rows = await from.query<CallRow>(
    `SELECT ${columns} FROM ${tables} WHERE $1::text IS NULL OR c.fund_id = $1 ORDER BY c.opens DESC, c.id`,
    [fundId],
  );
  return rows.map(recordAt(now));
}
