/** Proposals: made by one person, answered by another, carried out once. */
import { randomUUID } from "node:crypto";
import { canonicalText, hashOf } from "@voorsprong/allocation";
import { advisoryLock, type Json, type Queryable, type Transaction } from "@voorsprong/store";
import { Refusal } from "../../../kernel/refusal.js";
import type { ProposalDocument } from "../model.js";

/** `proposed` waits for the second person; `approved` waits for the engine; the others are final. */
export type ProposalState = "proposed" | "returned" | "approved" | "decided";

/** Counts and amounts that lists show. */
export interface ProposalSummary {
  /** Applications that take part in the division. */
  readonly inRound: number;
  /** Applications refused before it, by ground. */
  readonly refused: Readonly<Record<string, number>>;
  /** Cents. */
  readonly requested: number;
  readonly budget: number;
}

/** One proposal without its document. */
export interface ProposalRecord {
  readonly id: string;
  readonly callId: string;
  readonly fundId: string;
  readonly number: number;
  readonly kind: "call" | "objection" | "reserve";
  readonly state: ProposalState;
  readonly hash: string;
  readonly summary: ProposalSummary;
  readonly note: string;
  readonly roundId: string | null;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
  readonly answer: string | null;
  readonly decidedAt: Date | null;
}

/** A proposal to be kept. */
export interface NewProposal {
  readonly fundId: string;
  readonly document: ProposalDocument;
  readonly summary: ProposalSummary;
  readonly note: string;
  readonly proposedBy: string;
  /** Who approved it at once: the decision on an objection is prepared and taken elsewhere. */
  readonly approvedBy?: string;
}

const columns = `id, call_id AS "callId", fund_id AS "fundId", number, kind, state, hash, summary, note,
  round_id AS "roundId", proposed_by AS "proposedBy", proposed_at AS "proposedAt", answered_by AS "answeredBy",
  answered_at AS "answeredAt", answer, decided_at AS "decidedAt"`;

/**
 * Keeps a proposal.
 * @throws Refusal when another one of the call is still open
 */
export async function insertProposal(tx: Transaction, now: Date, made: NewProposal): Promise<ProposalRecord> {
  const { fundId, document, summary, note, proposedBy, approvedBy = null } = made;
  await advisoryLock(tx, `fund.proposals/${document.call}`);
  const [open] = await tx.query<{ number: number }>(
    "SELECT number FROM proposals WHERE call_id = $1 AND state IN ('proposed', 'approved')",
    [document.call],
  );
  if (open !== undefined)
    throw new Refusal(
      "conflict",
      `Proposal ${open.number} of call ${document.call} is still open. It has to be decided or sent back first.`,
    );
  const [row] = await tx.query<ProposalRecord>(
    `INSERT INTO proposals (id, call_id, fund_id, number, kind, state, document, hash, summary, note, proposed_by,
       proposed_at, answered_by, answered_at)
     VALUES ($1, $2, $3, (SELECT coalesce(max(number), 0) + 1 FROM proposals WHERE call_id = $2), $4, $5, $6, $7,
       $8::jsonb, $9, $10, $11, $12, $13) RETURNING ${columns}`,
    [
      randomUUID(),
      document.call,
      fundId,
      document.kind,
      approvedBy === null ? "proposed" : "approved",
      canonicalText(document),
      hashOf(document),
      JSON.stringify(summary),
      note,
      proposedBy,
      now,
      approvedBy,
      approvedBy === null ? null : now,
    ],
  );
  return row!;
}

/** The proposals of a call, newest first. */
export const listProposals = (from: Queryable, callId: string): Promise<ProposalRecord[]> =>
  from.query(`SELECT ${columns} FROM proposals WHERE call_id = $1 ORDER BY number DESC`, [callId]);

/** One proposal of a call, or null. */
export async function findProposal(
  from: Queryable,
  callId: string,
  number: number,
): Promise<ProposalRecord | null> {
  const [row] = await from.query<ProposalRecord>(
    `SELECT ${columns} FROM proposals WHERE call_id = $1 AND number = $2`,
    [callId, number],
  );
  return row ?? null;
}

/** The approved or decided proposal that a round was registered for, or null. */
export async function proposalOfRound(from: Queryable, roundId: string): Promise<ProposalRecord | null> {
  const [row] = await from.query<ProposalRecord>(
    `SELECT ${columns} FROM proposals WHERE round_id = $1 ORDER BY number DESC LIMIT 1`,
    [roundId],
  );
  return row ?? null;
}

/** Proposals that were approved and not yet carried out: what a start takes up again. */
export const approvedProposals = (from: Queryable): Promise<ProposalRecord[]> =>
  from.query(`SELECT ${columns} FROM proposals WHERE state = 'approved' ORDER BY answered_at`);

/** The latest decided proposal on the call as a whole (first decision or re-decision), or null. */
export async function latestDecided(from: Queryable, callId: string): Promise<ProposalRecord | null> {
  const [row] = await from.query<ProposalRecord>(
    `SELECT ${columns} FROM proposals WHERE call_id = $1 AND state = 'decided' AND kind <> 'reserve'
     ORDER BY decided_at DESC LIMIT 1`,
    [callId],
  );
  return row ?? null;
}

/** What was proposed, as it was hashed. */
export async function proposalDocument(from: Queryable, id: string): Promise<ProposalDocument> {
  const [row] = await from.query<{ document: string }>("SELECT document FROM proposals WHERE id = $1", [id]);
  return JSON.parse(row!.document) as ProposalDocument;
}

/** Locks a proposal until the transaction ends and gives it as it stands. */
export async function lockProposal(tx: Transaction, id: string): Promise<ProposalRecord> {
  const [row] = await tx.query<ProposalRecord>(`SELECT ${columns} FROM proposals WHERE id = $1 FOR UPDATE`, [
    id,
  ]);
  return row!;
}

/** Notes the answer of the second person; a reason sends it back. */
export async function answerProposal(
  tx: Transaction,
  id: string,
  { by, at, reason }: { readonly by: string; readonly at: Date; readonly reason: string | null },
): Promise<void> {
  await tx.query(
    `UPDATE proposals SET state = $2, answered_by = $3, answered_at = $4, answer = $5 WHERE id = $1`,
    [id, reason === null ? "approved" : "returned", by, at, reason],
  );
}

/** Notes for which round a proposal was carried out. */
export async function setProposalRound(tx: Queryable, id: string, roundId: string): Promise<void> {
  await tx.query("UPDATE proposals SET round_id = $2 WHERE id = $1", [id, roundId]);
}

/** Notes that a proposal is decided. */
export async function closeProposal(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.query("UPDATE proposals SET state = 'decided', decided_at = $2 WHERE id = $1", [id, at]);
}

/** A value as a column of type jsonb takes it. */
export const json = (value: unknown): string => JSON.stringify(value as Json);
