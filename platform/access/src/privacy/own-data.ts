/** The personal data of this room: people, their organisations, roles, sessions, invitations and tokens. */
import type { Json, Queryable } from "@voorsprong/store";
import { refuseNoDirector } from "../roles/roles.js";
import { absoluteTime, idleTime } from "../sessions/sessions.js";
import type { PersonalData } from "./personal-data.js";

/** Years without signing in after which somebody who holds no role and belongs to no organisation is removed. */
const unusedYears = 2;

export const accessData: PersonalData = {
  id: "account",
  async export(from, personId) {
    const rows = (sql: string) => from.query<Record<string, Json>>(sql, [personId]);
    const [person] = await rows(
      `SELECT id, name, email, language, issuer AS "signInService", subject AS "knownThereAs",
         created_at AS "firstSeen", last_seen_at AS "lastSignIn" FROM people WHERE id = $1`,
    );
    return {
      person: asJson(person ?? null),
      organisations: asJson(
        await rows(
          `SELECT o.id, o.name, m.role, m.since FROM memberships m JOIN organisations o ON o.id = m.organisation_id
           WHERE m.person_id = $1 ORDER BY o.name, o.id`,
        ),
      ),
      askedToJoin: asJson(
        await rows(
          `SELECT o.id, o.name, q.asked_at AS "askedAt" FROM membership_requests q
           JOIN organisations o ON o.id = q.organisation_id WHERE q.person_id = $1 ORDER BY q.asked_at`,
        ),
      ),
      roles: asJson(
        await rows(
          `SELECT role, fund_id AS "fundId", since, source FROM fund_roles WHERE person_id = $1 ORDER BY role`,
        ),
      ),
      rolesHandedOut: asJson(
        await rows(
          `SELECT role, fund_id AS "fundId", since FROM fund_roles WHERE granted_by = $1 ORDER BY since`,
        ),
      ),
      sessions: asJson(
        await rows(
          `SELECT created_at AS "from", seen_at AS "lastUsed", expires_at AS "until" FROM sessions WHERE person_id = $1`,
        ),
      ),
      accessTokens: asJson(
        await rows(
          `SELECT name, may, created_at AS "from", expires_at AS "until", used_at AS "lastUsed"
           FROM access_tokens WHERE person_id = $1`,
        ),
      ),
      invitations: asJson(
        await rows(
          `SELECT created_at AS "from", expires_at AS "until" FROM invitations WHERE created_by = $1`,
        ),
      ),
    };
  },
  async erase(tx, personId) {
    for (const table of ["sessions", "access_tokens", "memberships", "membership_requests"])
      await tx.query(`DELETE FROM ${table} WHERE person_id = $1`, [personId]);
    const held = await tx.query<{ role: string }>(
      "DELETE FROM fund_roles WHERE person_id = $1 RETURNING role",
      [personId],
    );
    await tx.query("DELETE FROM invitations WHERE created_by = $1", [personId]);
    await tx.query(
      `UPDATE people SET name = NULL, email = NULL, issuer = NULL, subject = NULL, last_seen_at = NULL,
         erased_at = now() WHERE id = $1`,
      [personId],
    );
    if (held.some(({ role }) => role === "programme-director")) await refuseNoDirector(tx);
    return [];
  },
  retention: [
    {
      kind: "sessions",
      what: { nl: "dat u bent aangemeld", en: "that you are signed in" },
      years: 0,
      source: {
        nl: `AVG art. 5, lid 1, onder e: niet langer dan nodig; na ${idleTime / 3_600_000} uur zonder gebruik en na ${absoluteTime / 3_600_000} uur in elk geval`,
        en: `GDPR art. 5(1)(e): no longer than needed; after ${idleTime / 3_600_000} hours without use, and after ${absoluteTime / 3_600_000} hours in any case`,
      },
    },
    {
      kind: "account",
      what: {
        nl: "uw naam en e-mailadres, als u geen rol hebt en bij geen organisatie hoort",
        en: "your name and e-mail address, when you hold no role and belong to no organisation",
      },
      years: unusedYears,
      source: {
        nl: "AVG art. 5, lid 1, onder e: niet langer dan nodig",
        en: "GDPR art. 5(1)(e): no longer than needed",
      },
    },
  ],
  async expire(tx, now) {
    const counts = await Promise.all([
      removed(tx, "DELETE FROM sessions WHERE expires_at <= $1 OR seen_at <= $2 RETURNING 1", [
        now,
        new Date(now.getTime() - idleTime),
      ]),
      removed(tx, "DELETE FROM invitations WHERE expires_at <= $1 RETURNING 1", [now]),
      removed(tx, "DELETE FROM access_tokens WHERE expires_at <= $1 RETURNING 1", [now]),
    ]);
    return counts.reduce((sum, count) => sum + count, 0);
  },
};

/** People who have not signed in for long, hold no role and belong to no organisation: every room lets go of them. */
export async function unusedPeople(from: Queryable, now: Date): Promise<readonly string[]> {
  const since = new Date(now);
  since.setUTCFullYear(since.getUTCFullYear() - unusedYears);
  const rows = await from.query<{ id: string }>(
    `SELECT p.id FROM people p
     WHERE p.erased_at IS NULL AND coalesce(p.last_seen_at, p.created_at) < $1
       AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m.person_id = p.id)
       AND NOT EXISTS (SELECT 1 FROM fund_roles r WHERE r.person_id = p.id)`,
    [since],
  );
  return rows.map(({ id }) => id);
}

async function removed(tx: Queryable, sql: string, parameters: readonly Date[]): Promise<number> {
  return (await tx.query(sql, parameters)).length;
}

/** Moments as ISO 8601. */
const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;
