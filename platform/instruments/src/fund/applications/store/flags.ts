/** What an officer should look at. */
import { randomUUID } from "node:crypto";
import type { Queryable, Transaction } from "@voorsprong/store";
import type { Localised } from "../../../kernel/views.js";

/** One thing to look at. */
export interface FlagRow {
  readonly code: string;
  readonly text: Localised;
  readonly raisedAt: Date;
  readonly resolvedAt: Date | null;
  readonly resolution: string | null;
}

/** A flag to be raised. */
export interface NewFlag {
  readonly code: string;
  readonly text: Localised;
}

/** The flags of an application, open ones first. */
export async function listFlags(from: Queryable, id: string): Promise<FlagRow[]> {
  return from.query<FlagRow>(
    `SELECT code, text, raised_at AS "raisedAt", resolved_at AS "resolvedAt", resolution
     FROM grant_application_flags WHERE application_id = $1 ORDER BY resolved_at NULLS FIRST, raised_at, code`,
    [id],
  );
}

/** Raises flags; one that was settled stays settled, and open ones that no longer hold are taken down. */
export async function keepFlags(
  tx: Transaction,
  id: string,
  flags: readonly NewFlag[],
  at: Date,
): Promise<void> {
  await tx.query(
    `DELETE FROM grant_application_flags WHERE application_id = $1 AND resolved_at IS NULL AND NOT code = ANY($2::text[])`,
    [id, flags.map(({ code }) => code)],
  );
  for (const flag of flags)
    await tx.query(
      `INSERT INTO grant_application_flags (id, application_id, code, text, raised_at) VALUES ($1, $2, $3, $4::jsonb, $5)
       ON CONFLICT (application_id, code) DO UPDATE SET text = excluded.text`,
      [randomUUID(), id, flag.code, JSON.stringify(flag.text), at],
    );
}

/** Settles a flag with what was found; false when there is no open flag of this code. */
export async function resolveFlag(
  tx: Transaction,
  id: string,
  code: string,
  settled: { readonly resolution: string; readonly personId: string; readonly at: Date },
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE grant_application_flags SET resolved_at = $3, resolved_by = $4, resolution = $5
     WHERE application_id = $1 AND code = $2 AND resolved_at IS NULL RETURNING code`,
    [id, code, settled.at, settled.personId, settled.resolution],
  );
  return rows.length > 0;
}
