/**
 * Messages to people: rows in the table `outbox`, written in the transaction of what they tell of. The pages show them; a
 * mail service that an operator configures may send them on. No address stands in them: they name the person.
 */
import { randomUUID } from "node:crypto";
import type { Transaction } from "@voorsprong/store";
import type { Localised } from "./views.js";

/** A message to one person. */
export interface Message {
  readonly personId: string;
  /** For instance `review.reminder`. */
  readonly kind: string;
  readonly title: Localised;
  readonly text: Localised;
  /** Path of the page it is about, for instance `/reviews`. */
  readonly path: string;
}

/** Puts messages in the outbox. */
export async function post(tx: Transaction, now: Date, messages: readonly Message[]): Promise<void> {
  if (messages.length === 0) return;
  const column = (of: (message: Message) => string) => messages.map(of);
  await tx.query(
    `INSERT INTO outbox (id, person_id, kind, title, text, path, made_at)
     SELECT id, person_id, kind, title::jsonb, text::jsonb, path, $7
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[])
       AS row (id, person_id, kind, title, text, path)`,
    [
      column(() => randomUUID()),
      column(({ personId }) => personId),
      column(({ kind }) => kind),
      column(({ title }) => JSON.stringify(title)),
      column(({ text }) => JSON.stringify(text)),
      column(({ path }) => path),
      now,
    ],
  );
}
