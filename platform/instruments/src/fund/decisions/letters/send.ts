/** Sends letters: keeps them with their hash, and tells who looks after each application. */
import { randomUUID } from "node:crypto";
import { hashOf } from "@voorsprong/allocation";
import type { LedgerRecord, Transaction } from "@voorsprong/store";
import { inBatches } from "../../rounds/store/batches.js";
import type { DecisionContext } from "../context.js";
import { insertLetters, type LetterRecord, type NewLetter } from "../store/letters.js";
import type { LetterCall, LetterFacts } from "./facts.js";
import { writeLetter } from "./write-letter.js";

/** Letters on applications, written in both languages. */
export function writeLetters(
  call: LetterCall,
  facts: readonly LetterFacts[],
  about: Pick<NewLetter, "proposalId" | "objectionId">,
): NewLetter[] {
  return facts.map((each) => ({
    applicationId: each.applicationId,
    callId: call.id,
    kind: each.kind,
    ...about,
    sentOn: each.sentOn,
    sentAt: new Date(each.sentAt),
    document: {
      format: "voorsprong-letter/1",
      nl: writeLetter(call, each, "nl"),
      en: writeLetter(call, each, "en"),
    },
  }));
}

/** Keeps letters and puts a message for each member of the organisations that lead in the outbox. */
export async function sendLetters(
  { now }: Pick<DecisionContext, "now">,
  tx: Transaction,
  letters: readonly NewLetter[],
): Promise<LetterRecord[]> {
  const records = await insertLetters(tx, letters);
  const titles = new Map(letters.map((letter) => [letter.applicationId, letter.document]));
  await inBatches(records, async (batch) => {
    const readers = await tx.query<{ personId: string; applicationId: string }>(
      `SELECT m.person_id AS "personId", a.id AS "applicationId" FROM grant_applications a
       JOIN memberships m ON m.organisation_id = a.organisation_id WHERE a.id = ANY($1::text[])`,
      [batch.map(({ applicationId }) => applicationId)],
    );
    const messages = readers.map(({ personId, applicationId }) => {
      const { nl, en } = titles.get(applicationId)!;
      return {
        personId,
        title: { nl: nl.title, en: en.title },
        text: {
          nl: `Er staat een brief voor u klaar over dossier ${nl.reference}.`,
          en: `There is a letter for you about file ${en.reference}.`,
        },
        path: `/decision/${applicationId}`,
      };
    });
    await tx.query(
      `INSERT INTO outbox (id, person_id, kind, title, text, path, made_at)
       SELECT id, person_id, 'decision.letter', title::jsonb, text::jsonb, path, $1::timestamptz
       FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[]) AS m (id, person_id, title, text, path)`,
      [
        now(),
        messages.map(() => randomUUID()),
        messages.map(({ personId }) => personId),
        messages.map(({ title }) => JSON.stringify(title)),
        messages.map(({ text }) => JSON.stringify(text)),
        messages.map(({ path }) => path),
      ],
    );
  });
  return records;
}

/**
 * The ledger entry of letters that were sent: how many, and one hash over all their hashes in order, so that each can be
 * shown to have been among them.
 */
export function lettersEntry(
  subject: string,
  callId: string,
  records: readonly LetterRecord[],
): LedgerRecord {
  const hashes = records.map(({ hash }) => hash).sort();
  return { kind: "letters.sent", subject, body: { callId, count: hashes.length, hash: hashOf(hashes) } };
}
