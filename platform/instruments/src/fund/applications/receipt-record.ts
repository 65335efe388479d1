/** The signed record of a submission (docs/formats/application.md). */
import { canonicalText } from "@voorsprong/allocation";

/** The `format` of a receipt. */
export const RECEIPT_FORMAT = "voorsprong-receipt/1";

/** What a receipt says; no person's name. */
export interface ReceiptRecord {
  readonly application: string;
  readonly dossier: string;
  readonly call: string;
  readonly callVersion: number;
  readonly version: number;
  readonly organisation: string;
  /** Of the application's canonical text. */
  readonly hash: string;
  /** ISO 8601. */
  readonly receivedAt: string;
  /** Number of the ledger entry that holds the hash. */
  readonly ledgerEntry: number;
}

/** The text that is signed: RFC 8785. */
export function receiptText(record: ReceiptRecord): string {
  return canonicalText({ format: RECEIPT_FORMAT, ...record });
}
