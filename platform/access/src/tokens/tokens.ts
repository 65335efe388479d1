/** What programs sign in with: tokens that a person makes for their own use. They do what the person may, or read only. */
import { randomUUID } from "node:crypto";
import type { Database, Queryable } from "@voorsprong/store";
import type { Actor } from "../actor.js";
import { Refusal } from "../refusal.js";
import { hashOfSecret, newSecret } from "../secrets.js";
import { type ActorRow, actorColumns, actorOf } from "../sessions/actor-row.js";
import type { NewTokenWish, TokenView } from "./views.js";

/** Begins every token, so that one that was left in a file is recognised. */
const prefix = "vsp_";

/** The most tokens of one person. */
const most = 20;

/** Makes a token; it is told once and kept nowhere. */
export async function makeToken(
  database: Database,
  now: Date,
  personId: string,
  { name, may, days }: NewTokenWish,
): Promise<{ readonly token: string; readonly view: TokenView }> {
  const token = prefix + newSecret();
  const id = randomUUID();
  const expires = new Date(now.getTime() + days * 24 * 3_600_000);
  await database.transaction(async (tx) => {
    await tx.query("SELECT 1 FROM people WHERE id = $1 FOR UPDATE", [personId]);
    if ((await listTokens(tx, personId)).length >= most)
      throw new Refusal("conflict", `You have ${most} tokens already: take one back first.`);
    await tx.query(
      `INSERT INTO access_tokens (id, hash, person_id, name, may, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, hashOfSecret(token), personId, name, may, now, expires],
    );
  });
  const view = { id, name, may, from: now.toISOString(), until: expires.toISOString(), lastUsed: null };
  return { token, view };
}

/** The tokens of a person, newest first, without the tokens themselves. */
export async function listTokens(from: Queryable, personId: string): Promise<TokenView[]> {
  const rows = await from.query<
    Pick<TokenView, "id" | "name" | "may"> & Record<"from" | "until", Date> & { lastUsed: Date | null }
  >(
    `SELECT id, name, may, created_at AS "from", expires_at AS "until", used_at AS "lastUsed"
     FROM access_tokens WHERE person_id = $1 ORDER BY created_at DESC, id`,
    [personId],
  );
  return rows.map((row) => ({
    ...row,
    from: row.from.toISOString(),
    until: row.until.toISOString(),
    lastUsed: row.lastUsed?.toISOString() ?? null,
  }));
}

/** Takes a token back. @throws Refusal when this person has no such token */
export async function takeTokenBack(from: Queryable, personId: string, id: string): Promise<void> {
  const gone = await from.query("DELETE FROM access_tokens WHERE id = $1 AND person_id = $2 RETURNING 1", [
    id,
    personId,
  ]);
  if (gone.length === 0) throw new Refusal("not-found", "You have no such token.");
}

/** Who comes with a token, and whether it may change things; null when it is good no longer. */
export async function actorOfToken(
  from: Queryable,
  now: Date,
  token: string,
  tryOut: boolean,
): Promise<{ readonly actor: Actor; readonly may: "read" | "change" } | null> {
  if (!token.startsWith(prefix)) return null;
  const [row] = await from.query<ActorRow & { may: "read" | "change"; usedLately: boolean | null }>(
    `SELECT t.may, t.used_at > $2::timestamptz - interval '1 hour' AS "usedLately", ${actorColumns}
     FROM access_tokens t JOIN people p ON p.id = t.person_id
     WHERE t.hash = $1 AND t.expires_at > $2 AND p.erased_at IS NULL AND (p.example = false OR $3)`,
    [hashOfSecret(token), now, tryOut],
  );
  if (row === undefined) return null;
  if (row.usedLately !== true)
    await from.query("UPDATE access_tokens SET used_at = $2 WHERE hash = $1", [hashOfSecret(token), now]);
  return { actor: actorOf(row, tryOut), may: row.may };
}
