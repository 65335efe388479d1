/** Frozen scores: what a round is decided on. */
import type { OutcomeReason } from "@voorsprong/review";
import type { Queryable, Transaction } from "@voorsprong/store";
import { inBatches } from "../../rounds/store/batches.js";
import type { PanelRow } from "../panel/compute.js";

/** The score of one application that counts. */
export interface FrozenScore {
  readonly applicationId: string;
  /** Hundredths of a point on a scale from 0 to 100 points (`SCORE_SCALE`): normalised, or by consensus. */
  readonly score: number;
  /** Mean of the raw totals, in the same unit; null without reviews. */
  readonly raw: number | null;
  /** Whether all thresholds of the call are met. */
  readonly passed: boolean;
  readonly source: "reviews" | "consensus";
  /** Why it did not pass; empty when it did. */
  readonly reasons: readonly OutcomeReason[];
}

/** The frozen scores of a call, in order of application; null while they are not frozen. */
export async function frozenScores(from: Queryable, callId: string): Promise<FrozenScore[] | null> {
  if ((await frozenSet(from, callId)) === null) return null;
  return from.query<FrozenScore>(
    `SELECT application_id AS "applicationId", score, raw, passed, source, reasons
     FROM frozen_scores WHERE call_id = $1 ORDER BY application_id`,
    [callId],
  );
}

/** How and when scores were frozen. */
export interface FrozenSet {
  readonly hash: string;
  readonly reason: string | null;
  readonly frozenAt: Date;
  readonly ledgerSeq: number;
}

/** How the scores of a call were frozen, or null. */
export async function frozenSet(from: Queryable, callId: string): Promise<FrozenSet | null> {
  const [row] = await from.query<FrozenSet>(
    `SELECT hash, reason, frozen_at AS "frozenAt", ledger_seq AS "ledgerSeq" FROM frozen_score_sets WHERE call_id = $1`,
    [callId],
  );
  return row ?? null;
}

/** The document of frozen scores, byte for byte as it was hashed, or null. */
export async function frozenDocument(
  from: Queryable,
  callId: string,
): Promise<{ document: string; hash: string } | null> {
  const [row] = await from.query<{ document: string; hash: string }>(
    "SELECT document, hash FROM frozen_score_sets WHERE call_id = $1",
    [callId],
  );
  return row ?? null;
}

/** Writes that scores are frozen; last, for it holds the place in the ledger. */
export async function insertFrozenSet(
  tx: Transaction,
  now: Date,
  set: { callId: string; text: string; hash: string; reason: string | null; by: string; seq: number },
): Promise<void> {
  await tx.query(
    `INSERT INTO frozen_score_sets (call_id, document, hash, reason, frozen_by, frozen_at, ledger_seq)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [set.callId, set.text, set.hash, set.reason, set.by, now, set.seq],
  );
}

/** Writes frozen scores; `insertFrozenSet` follows in the same transaction. */
export async function insertFrozenScores(
  tx: Transaction,
  callId: string,
  rows: readonly PanelRow[],
): Promise<void> {
  await inBatches(rows, async (batch) => {
    await tx.query(
      `INSERT INTO frozen_scores (call_id, application_id, score, raw, passed, source, reasons)
       SELECT $1, application_id, score, raw, passed, source, reasons::jsonb
       FROM unnest($2::text[], $3::int[], $4::int[], $5::boolean[], $6::text[], $7::text[])
         AS row (application_id, score, raw, passed, source, reasons)`,
      [
        callId,
        batch.map(({ application }) => application.id),
        batch.map(({ outcome }) => outcome.score),
        batch.map(({ raw }) => raw),
        batch.map(({ outcome }) => outcome.passed),
        batch.map(({ outcome }) => outcome.source),
        batch.map(({ outcome }) => JSON.stringify(outcome.reasons)),
      ],
    );
  });
}
