/** The arithmetic of state aid behind applications, as letters print it and proposals hold to it. */
import type { CallDefinition } from "@voorsprong/call-form";
import type { Queryable } from "@voorsprong/store";
import { grantUnder } from "../applications/check-application.js";
import type { ApplicationDocument } from "../applications/document.js";
import type { AidArithmetic } from "./context.js";
import { ownDeMinimis } from "./own-de-minimis.js";

/** Applications that are read at a time. */
const batch = 500;

/**
 * The most that each application may be granted and how that was computed, from what was last submitted and from the de
 * minimis aid that was granted here. One that nothing can be computed for is absent: an officer has seen why.
 */
export async function aidOf(
  from: Queryable,
  callId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AidArithmetic>> {
  const found = new Map<string, AidArithmetic>();
  const [call] = await from.query<{ definition: CallDefinition; example: boolean }>(
    "SELECT definition, example FROM calls WHERE id = $1",
    [callId],
  );
  if (call === undefined) return found;
  for (let at = 0; at < ids.length; at += batch) {
    const rows = await from.query<{ id: string; document: string; appliedAt: Date }>(
      `SELECT a.id, v.document, a.received_at AS "appliedAt" FROM grant_applications a
       JOIN grant_application_versions v ON v.application_id = a.id AND v.version = a.version
       WHERE a.id = ANY($1::text[]) AND v.document IS NOT NULL`,
      [ids.slice(at, at + batch)],
    );
    const read = rows.map((row) => ({ ...row, document: JSON.parse(row.document) as ApplicationDocument }));
    const withOwnGrants = await ownDeMinimis(
      from,
      call.example,
      read.map(({ document }) => document),
    );
    for (const { id, document, appliedAt } of read) {
      const computed = grantUnder(call.definition, withOwnGrants(id, document), appliedAt);
      if (computed.state !== "grant") continue;
      const { grant, lines, assumptions } = computed.grant;
      found.set(id, { most: grant, lines, assumptions: assumptions.map(({ text }) => text) });
    }
  }
  return found;
}
