/** Chances to complete an application (Awb 4:5). */
import type { Queryable, Transaction } from "@voorsprong/store";

/** One chance; the decision term stands still while it runs (Awb 4:15). */
export interface CorrectionRow {
  readonly id: string;
  readonly what: string;
  /** Last day, `YYYY-MM-DD`. */
  readonly due: string;
  readonly askedAt: Date;
  readonly endedAt: Date | null;
  readonly endedBy: "answered" | "expired" | "withdrawn" | null;
}

/** The chances an application got, the latest first. */
export async function listCorrections(from: Queryable, id: string): Promise<CorrectionRow[]> {
  return from.query<CorrectionRow>(
    `SELECT id, what, due, asked_at AS "askedAt", ended_at AS "endedAt", ended_by AS "endedBy"
     FROM correction_requests WHERE application_id = $1 ORDER BY asked_at DESC`,
    [id],
  );
}

/** Gives a chance, and the application back to who made it. */
export async function insertCorrection(
  tx: Transaction,
  made: {
    readonly id: string;
    readonly applicationId: string;
    readonly what: string;
    readonly due: string;
    readonly personId: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO correction_requests (id, application_id, what, due, asked_by, asked_at)
     VALUES ($1, $2, $3, $4::date, $5, $6)`,
    [made.id, made.applicationId, made.what, made.due, made.personId, made.at],
  );
  await tx.query("UPDATE grant_applications SET state = 'returned' WHERE id = $1", [made.applicationId]);
}

/** Ends the chance that runs, if one does. */
export async function endCorrection(
  tx: Transaction,
  applicationId: string,
  by: "answered" | "expired" | "withdrawn",
  at: Date,
): Promise<void> {
  await tx.query(
    `UPDATE correction_requests SET ended_at = $3, ended_by = $2 WHERE application_id = $1 AND ended_at IS NULL`,
    [applicationId, by, at],
  );
}
