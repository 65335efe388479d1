/** Letters: sent once, never changed, known by their hash. */
import { randomUUID } from "node:crypto";
import { canonicalText, hashOf } from "@voorsprong/allocation";
import type { PrintDocument } from "@voorsprong/documents";
import { type Page, type Queryable, refuseUnstorable, type Transaction } from "@voorsprong/store";
import { inBatches } from "../../rounds/store/batches.js";

/** What a letter is about. */
export const letterKinds = [
  "award",
  "refusal",
  "reserve-award",
  "objection-receipt",
  "objection-decision",
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** The letter in both languages, format voorsprong-letter/1. */
export interface LetterDocument {
  readonly format: "voorsprong-letter/1";
  readonly nl: PrintDocument;
  readonly en: PrintDocument;
}

/** A letter to be sent. */
export interface NewLetter {
  readonly applicationId: string;
  readonly callId: string;
  readonly kind: LetterKind;
  readonly proposalId: string | null;
  readonly objectionId: string | null;
  /** The day of sending in Amsterdam. */
  readonly sentOn: string;
  readonly sentAt: Date;
  readonly document: LetterDocument;
}

/** A letter without its text. */
export interface LetterRecord {
  readonly id: string;
  readonly applicationId: string;
  readonly callId: string;
  readonly kind: LetterKind;
  readonly sentOn: string;
  readonly sentAt: Date;
  readonly hash: string;
}

/** A letter in the list of a call. */
export interface LetterRow extends LetterRecord {
  readonly number: number | null;
  readonly organisation: string;
}

const columns = `l.id, l.application_id AS "applicationId", l.call_id AS "callId", l.kind, l.sent_on AS "sentOn",
  l.sent_at AS "sentAt", l.hash`;

/** Keeps letters and gives them with their hashes, in the same order. */
export async function insertLetters(tx: Transaction, letters: readonly NewLetter[]): Promise<LetterRecord[]> {
  const made: LetterRecord[] = [];
  await inBatches(letters, async (batch) => {
    const rows = batch.map((letter) => {
      refuseUnstorable(letter.document, `the letter on application ${letter.applicationId}`);
      const { applicationId, callId, kind, sentOn, sentAt, document } = letter;
      const record = {
        id: randomUUID(),
        applicationId,
        callId,
        kind,
        sentOn,
        sentAt,
        hash: hashOf(document),
      };
      return { letter, record, text: canonicalText(document) };
    });
    await tx.query(
      `INSERT INTO letters (id, application_id, call_id, kind, proposal_id, objection_id, sent_on, document, hash, sent_at)
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::date[], $8::text[],
         $9::text[], $10::timestamptz[])`,
      [
        rows.map(({ record }) => record.id),
        rows.map(({ record }) => record.applicationId),
        rows.map(({ record }) => record.callId),
        rows.map(({ record }) => record.kind),
        rows.map(({ letter }) => letter.proposalId),
        rows.map(({ letter }) => letter.objectionId),
        rows.map(({ record }) => record.sentOn),
        rows.map(({ text }) => text),
        rows.map(({ record }) => record.hash),
        rows.map(({ record }) => record.sentAt.toISOString()),
      ],
    );
    made.push(...rows.map(({ record }) => record));
  });
  return made;
}

/** One letter, or null. */
export async function findLetter(from: Queryable, id: string): Promise<LetterRecord | null> {
  const [row] = await from.query<LetterRecord>(`SELECT ${columns} FROM letters l WHERE l.id = $1`, [id]);
  return row ?? null;
}

/** The text of a letter; null once it was erased under the retention rule. */
export async function letterDocument(from: Queryable, id: string): Promise<LetterDocument | null> {
  const [row] = await from.query<{ document: string | null }>("SELECT document FROM letters WHERE id = $1", [
    id,
  ]);
  return row?.document == null ? null : (JSON.parse(row.document) as LetterDocument);
}

/** The letters on an application, newest first. */
export const lettersOf = (from: Queryable, applicationId: string): Promise<LetterRecord[]> =>
  from.query(`SELECT ${columns} FROM letters l WHERE l.application_id = $1 ORDER BY l.seq DESC`, [
    applicationId,
  ]);

/** The latest decision on an application that one can object to, or null. */
export async function latestDecisionLetter(
  from: Queryable,
  applicationId: string,
): Promise<LetterRecord | null> {
  const [row] = await from.query<LetterRecord>(
    `SELECT ${columns} FROM letters l WHERE l.application_id = $1 AND l.kind IN ('award', 'refusal', 'reserve-award')
     ORDER BY l.seq DESC LIMIT 1`,
    [applicationId],
  );
  return row ?? null;
}

/** The decision on an objection to the decision of a letter, or null while there is none. */
export async function objectionDecisionLetter(
  from: Queryable,
  letterId: string,
): Promise<LetterRecord | null> {
  const [row] = await from.query<LetterRecord>(
    `SELECT ${columns} FROM letters l JOIN objections o ON o.id = l.objection_id
     WHERE o.letter_id = $1 AND l.kind = 'objection-decision' ORDER BY l.seq DESC LIMIT 1`,
    [letterId],
  );
  return row ?? null;
}

/** Letters of a call in order of dossier, in pages. */
export async function letterPage(
  from: Queryable,
  callId: string,
  { page, pageSize, kind = null }: { page: number; pageSize: number; kind?: LetterKind | null | undefined },
): Promise<Page<LetterRow>> {
  const matching = "FROM letters l WHERE l.call_id = $1 AND ($2::text IS NULL OR l.kind = $2)";
  const [count] = await from.query<{ total: number }>(`SELECT count(*) AS total ${matching}`, [callId, kind]);
  const items = await from.query<LetterRow>(
    `SELECT ${columns}, a.number, o.name AS organisation
     FROM letters l JOIN grant_applications a ON a.id = l.application_id JOIN organisations o ON o.id = a.organisation_id
     WHERE l.call_id = $1 AND ($2::text IS NULL OR l.kind = $2)
     ORDER BY a.number, l.seq LIMIT $3::int OFFSET $4::bigint`,
    [callId, kind, pageSize, (page - 1) * pageSize],
  );
  return { items, page, pageSize, total: count!.total };
}
