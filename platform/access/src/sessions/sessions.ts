/** Sessions: who signed in, from when until when. */
import type { Database, Queryable } from "@voorsprong/store";
import type { Actor } from "../actor.js";
import { hashOfSecret, newSecret } from "../secrets.js";
import { type ActorRow, actorColumns, actorOf } from "./actor-row.js";

/** Without a request for this long a session ends, in milliseconds: two hours. */
export const idleTime = 2 * 3_600_000;

/** A session ends this long after signing in, whatever happens, in milliseconds: twelve hours. */
export const absoluteTime = 12 * 3_600_000;

/** A session is noted as used at most this often, in milliseconds: a write per request would be for nothing. */
const noteEvery = 60_000;

/** A session that has just begun. The secret goes into the cookie and is kept nowhere. */
export interface NewSession {
  readonly secret: string;
  readonly csrf: string;
}

/** A session that is good at this moment. */
export interface LiveSession {
  readonly actor: Actor;
  /** Goes back in the header `x-csrf-token` with every change. */
  readonly csrf: string;
  /** When it ends at the latest if nothing more is asked. */
  readonly expires: Date;
  /** The sign-in service's token, which it wants back when signing out there too. */
  readonly idToken: string | null;
}

interface SessionRow extends ActorRow {
  readonly csrf: string;
  readonly seen_at: Date;
  readonly expires_at: Date;
  readonly id_token: string | null;
}

/** Begins a session. Ones that have ended are cleared away at the same time. */
export async function beginSession(
  tx: Queryable,
  now: Date,
  personId: string,
  idToken: string | null = null,
): Promise<NewSession> {
  const secret = newSecret();
  const csrf = newSecret();
  await tx.query("DELETE FROM sessions WHERE expires_at <= $1 OR seen_at <= $2", [
    now,
    before(now, idleTime),
  ]);
  await tx.query(
    `INSERT INTO sessions (hash, person_id, csrf, id_token, created_at, seen_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $5, $6)`,
    [hashOfSecret(secret), personId, csrf, idToken, now, after(now, absoluteTime)],
  );
  await tx.query("UPDATE people SET last_seen_at = $2 WHERE id = $1", [personId, now]);
  return { secret, csrf };
}

/** The session of a secret; null when there is none, or it has ended. */
export async function findSession(
  database: Database,
  now: Date,
  secret: string,
  tryOut: boolean,
): Promise<LiveSession | null> {
  const hash = hashOfSecret(secret);
  const [row] = await database.query<SessionRow>(
    `SELECT s.csrf, s.seen_at, s.expires_at, s.id_token, ${actorColumns}
     FROM sessions s JOIN people p ON p.id = s.person_id
     WHERE s.hash = $1 AND s.expires_at > $2 AND s.seen_at > $3 AND p.erased_at IS NULL
       AND (p.example = false OR $4)`,
    [hash, now, before(now, idleTime), tryOut],
  );
  if (row === undefined) return null;
  if (now.getTime() - row.seen_at.getTime() > noteEvery)
    await database.query("UPDATE sessions SET seen_at = $2 WHERE hash = $1", [hash, now]);
  return {
    actor: actorOf(row, tryOut),
    csrf: row.csrf,
    expires: new Date(Math.min(row.expires_at.getTime(), now.getTime() + idleTime)),
    idToken: row.id_token,
  };
}

/** Ends the session of a secret. */
export async function endSession(database: Queryable, secret: string): Promise<void> {
  await database.query("DELETE FROM sessions WHERE hash = $1", [hashOfSecret(secret)]);
}

/** Ends every session of a person: signed out everywhere. */
export async function endSessionsOf(database: Queryable, personId: string): Promise<void> {
  await database.query("DELETE FROM sessions WHERE person_id = $1", [personId]);
}

const before = (moment: Date, milliseconds: number) => new Date(moment.getTime() - milliseconds);
const after = (moment: Date, milliseconds: number) => new Date(moment.getTime() + milliseconds);
