/** Panels: whether one is open, and what it agreed on. */
import type { CriterionScores, DiscussionRule } from "@voorsprong/review";
import type { Queryable, Transaction } from "@voorsprong/store";

/** The panel of a call. */
export interface PanelRecord {
  readonly rule: DiscussionRule;
  readonly openedAt: Date;
  /** Why it was opened while reviews were missing; null when all were there. */
  readonly reason: string | null;
  readonly revision: number;
}

/** The panel of a call, or null while it is closed. */
export async function getPanel(from: Queryable, callId: string): Promise<PanelRecord | null> {
  const [row] = await from.query<PanelRecord>(
    `SELECT rule, opened_at AS "openedAt", reason, revision FROM review_panels WHERE call_id = $1`,
    [callId],
  );
  return row ?? null;
}

/** Opens the panel. False when it is open already. */
export async function openPanel(
  tx: Transaction,
  now: Date,
  { callId, rule, by, reason }: { callId: string; rule: DiscussionRule; by: string; reason: string | null },
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO review_panels (call_id, rule, opened_by, opened_at, reason) VALUES ($1, $2::jsonb, $3, $4, $5)
     ON CONFLICT DO NOTHING RETURNING 1`,
    [callId, JSON.stringify(rule), by, now, reason],
  );
  return rows.length > 0;
}

/** Marks that what a panel computes has changed. */
export async function touchPanel(tx: Transaction, callId: string): Promise<void> {
  await tx.query("UPDATE review_panels SET revision = revision + 1 WHERE call_id = $1", [callId]);
}

/** What a panel agreed on. */
export interface ConsensusRecord {
  readonly applicationId: string;
  readonly version: number;
  readonly scores: CriterionScores;
  /** Category per work package, where the panel settled it. */
  readonly classes: Readonly<Record<string, string>>;
  /** Hundredths of a point. */
  readonly total: number;
  readonly previous: number | null;
  readonly reason: string;
  readonly present: readonly { readonly role: string; readonly count: number }[];
  /** `2027-06-01`. */
  readonly heldOn: string;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
}

const consensusColumns = `c.application_id AS "applicationId", c.version, c.scores, c.classes, c.total, c.previous, c.reason,
  c.present, c.held_on AS "heldOn", c.recorded_at AS "recordedAt", p.name AS "recordedBy"`;

/** Everything a panel agreed on about an application, newest first. */
export async function consensusOf(from: Queryable, applicationId: string): Promise<ConsensusRecord[]> {
  return from.query<ConsensusRecord>(
    `SELECT ${consensusColumns} FROM review_consensus c JOIN people p ON p.id = c.recorded_by
     WHERE c.application_id = $1 ORDER BY c.version DESC`,
    [applicationId],
  );
}

/** The latest consensus of each application of a call that has one. */
export async function latestConsensus(
  from: Queryable,
  callId: string,
): Promise<
  { applicationId: string; scores: CriterionScores; classes: Record<string, string>; version: number }[]
> {
  return from.query(
    `SELECT DISTINCT ON (application_id) application_id AS "applicationId", scores, classes, version
     FROM review_consensus WHERE call_id = $1 ORDER BY application_id, version DESC`,
    [callId],
  );
}

/** A consensus to record. */
export interface NewConsensus extends Omit<ConsensusRecord, "version" | "recordedAt" | "recordedBy"> {
  readonly callId: string;
  readonly by: string;
}

/** Records a consensus as the version after the one that was seen. False when there is a newer one. */
export async function insertConsensus(
  tx: Transaction,
  now: Date,
  version: number,
  { callId, applicationId, scores, classes, total, previous, reason, present, heldOn, by }: NewConsensus,
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO review_consensus (application_id, version, call_id, scores, classes, total, previous, reason, present,
       held_on, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4::jsonb, $5::jsonb, $6, $7, $8, $9::jsonb, $10::date, $11, $12)
     ON CONFLICT DO NOTHING RETURNING 1`,
    [
      applicationId,
      version,
      callId,
      JSON.stringify(scores),
      JSON.stringify(classes),
      total,
      previous,
      reason,
      JSON.stringify(present),
      heldOn,
      by,
      now,
    ],
  );
  return rows.length > 0;
}
