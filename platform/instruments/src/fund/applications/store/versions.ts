/** Submitted versions: written once. */
import type { Queryable, Transaction } from "@voorsprong/store";

/** A version as it was submitted. */
export interface SubmittedVersion {
  readonly version: number;
  readonly callVersion: number;
  readonly hash: string;
  /** Compact JWS, see docs/formats/application.md. */
  readonly receipt: string;
  readonly submittedAt: Date;
  readonly ledgerSeq: number;
  /** Whether the text is still kept; it goes under the retention rule, the hash stays. */
  readonly kept: boolean;
}

/** A version to be kept. */
export interface NewVersion {
  readonly applicationId: string;
  readonly version: number;
  readonly callVersion: number;
  readonly document: string;
  readonly hash: string;
  readonly receipt: string;
  readonly submittedBy: string;
  readonly submittedAt: Date;
  readonly ledgerSeq: number;
}

/** Keeps a version and puts the application in the hands of the fund. */
export async function insertVersion(
  tx: Transaction,
  made: NewVersion,
  place: { readonly number: number; readonly search: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO grant_application_versions (application_id, version, call_version, document, hash, receipt, submitted_by,
       submitted_at, ledger_seq) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      made.applicationId,
      made.version,
      made.callVersion,
      made.document,
      made.hash,
      made.receipt,
      made.submittedBy,
      made.submittedAt,
      made.ledgerSeq,
    ],
  );
  await tx.query(
    `UPDATE grant_applications SET state = 'submitted', version = $2, number = $3, search = $4,
       received_at = coalesce(received_at, $5), complete_at = $5 WHERE id = $1`,
    [made.applicationId, made.version, place.number, place.search, made.submittedAt],
  );
}

/** The next number in a call; the caller holds the call's lock. */
export async function nextNumber(tx: Transaction, callId: string): Promise<number> {
  const [row] = await tx.query<{ next: number }>(
    "SELECT coalesce(max(number), 0) + 1 AS next FROM grant_applications WHERE call_id = $1",
    [callId],
  );
  return row!.next;
}

/** Versions of an application, the latest first. */
export async function listVersions(from: Queryable, id: string): Promise<SubmittedVersion[]> {
  return from.query<SubmittedVersion>(
    `SELECT version, call_version AS "callVersion", hash, receipt, submitted_at AS "submittedAt",
       ledger_seq AS "ledgerSeq", document IS NOT NULL AS kept
     FROM grant_application_versions WHERE application_id = $1 ORDER BY version DESC`,
    [id],
  );
}

/** The text of a version as it was hashed; null when there is none, or it was erased. */
export async function versionText(from: Queryable, id: string, version: number): Promise<string | null> {
  const [row] = await from.query<{ document: string | null }>(
    "SELECT document FROM grant_application_versions WHERE application_id = $1 AND version = $2",
    [id, version],
  );
  return row?.document ?? null;
}
