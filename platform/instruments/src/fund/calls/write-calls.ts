/** Writing calls: drafts, and versions with their ledger entries. */
import { hashOf } from "@voorsprong/allocation";
import { type CallDefinition, canonicalCall } from "@voorsprong/call-form";
import { type Json, type Ledger, refuseUnstorable, type Transaction } from "@voorsprong/store";
import type { Localised } from "../../kernel/views.js";
import type { CallRecord } from "./record.js";

/** What a draft shows of itself in lists; taken from its definition where that can be read. */
export interface CallHeading {
  readonly title: Localised;
  readonly opens: Date;
  readonly closes: Date;
}

/** A draft that is to be kept. */
export interface NewDraft extends CallHeading {
  readonly id: string;
  readonly fundId: string;
  readonly definition: Json;
  readonly origin: CallRecord["origin"];
  readonly example: boolean;
  readonly createdBy: string | null;
}

/** Keeps a new draft. @returns false when the id is taken */
export async function insertDraft(tx: Transaction, draft: NewDraft, now: Date): Promise<boolean> {
  refuseUnstorable(draft.definition, `the call ${draft.id}`);
  const inserted = await tx.query(
    `INSERT INTO calls (id, fund_id, state, definition, title, opens, closes, origin, example, created_by, created_at, changed_at)
     VALUES ($1, $2, 'draft', $3::jsonb, $4::jsonb, $5, $6, $7, $8, $9, $10, $10) ON CONFLICT DO NOTHING RETURNING id`,
    [
      draft.id,
      draft.fundId,
      JSON.stringify(draft.definition),
      JSON.stringify(draft.title),
      draft.opens,
      draft.closes,
      draft.origin,
      draft.example,
      draft.createdBy,
      now,
    ],
  );
  return inserted.length === 1;
}

/**
 * Keeps a changed draft.
 * @param revision the one that was seen
 * @returns the new revision, or null when the draft changed meanwhile or is no draft
 */
export async function updateDraft(
  tx: Transaction,
  id: string,
  revision: number,
  { definition, heading }: { readonly definition: Json; readonly heading: CallHeading },
  now: Date,
): Promise<number | null> {
  refuseUnstorable(definition, `the call ${id}`);
  const [updated] = await tx.query<{ revision: number }>(
    `UPDATE calls SET definition = $3::jsonb, title = $4::jsonb, opens = $5, closes = $6, changed_at = $7,
       revision = revision + 1
     WHERE id = $1 AND state = 'draft' AND revision = $2 RETURNING revision`,
    [
      id,
      revision,
      JSON.stringify(definition),
      JSON.stringify(heading.title),
      heading.opens,
      heading.closes,
      now,
    ],
  );
  return updated?.revision ?? null;
}

/** Takes a draft away. @returns false when there is no such draft */
export async function deleteDraft(tx: Transaction, id: string): Promise<boolean> {
  const deleted = await tx.query("DELETE FROM calls WHERE id = $1 AND state = 'draft' RETURNING id", [id]);
  return deleted.length === 1;
}

/** What is published. */
export interface NewVersion {
  readonly call: CallDefinition;
  readonly version: number;
  /** Why it was changed; null for version 1. */
  readonly reason: Localised | null;
  /** Hash of the version before it; null for version 1. */
  readonly previous: string | null;
  readonly example: boolean;
  readonly publishedBy: string | null;
}

/** Publishes a version: its ledger entry, its text and the call's columns. */
export async function publishVersion(
  tx: Transaction,
  ledger: Pick<Ledger, "append">,
  { call, version, reason, previous, example, publishedBy }: NewVersion,
): Promise<void> {
  const document = canonicalCall(call);
  const hash = hashOf(call);
  const { seq, at } = await ledger.append(tx, {
    kind: previous === null ? "call.opened" : "call.amended",
    subject: call.id,
    body: {
      call: call.id,
      fund: call.fund,
      version,
      hash,
      opens: call.opens,
      closes: call.closes,
      budgets: call.budgets.map(({ id, amount }) => ({ id, amount })),
      rule: call.rule,
      example,
      ...(previous === null ? {} : { previous }),
    },
  });
  await tx.query(
    `UPDATE calls SET state = 'published', version = $2, definition = $3::jsonb, title = $4::jsonb, opens = $5, closes = $6,
       changed_at = $7::timestamptz, revision = revision + 1 WHERE id = $1`,
    [call.id, version, document, JSON.stringify(call.title), new Date(call.opens), new Date(call.closes), at],
  );
  await tx.query(
    `INSERT INTO call_versions (call_id, version, document, hash, reason, published_by, published_at, ledger_seq)
     VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7::timestamptz, $8)`,
    [call.id, version, document, hash, reason === null ? null : JSON.stringify(reason), publishedBy, at, seq],
  );
}
