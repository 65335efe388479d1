/** People: who signed in once. Names and e-mail addresses stand here and nowhere else. */
import { randomUUID } from "node:crypto";
import type { Queryable } from "@voorsprong/store";
import type { FundRole, GrantedRole, Language } from "../actor.js";

/** Who somebody is, as a sign-in service says. */
export interface Identity {
  /** `iss` and `sub` together are one person (OpenID Connect Core 1.0, 2). */
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  /** An address that the service has verified; null where it has none. */
  readonly email: string | null;
  readonly language?: Language;
  /** One of the example people of the embedded sign-in. */
  readonly example?: boolean;
}

/** The person of an identity, made when it is new; name and address follow the sign-in service. */
export async function knownPerson(tx: Queryable, now: Date, identity: Identity): Promise<string> {
  const { issuer, subject, name, email, language = "nl", example = false } = identity;
  const [row] = await tx.query<{ id: string }>(
    `INSERT INTO people (id, issuer, subject, name, email, language, example, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (issuer, subject) DO UPDATE SET name = excluded.name, email = excluded.email
     RETURNING id`,
    [randomUUID(), issuer, subject, name, email, language, example, now],
  );
  return row!.id;
}

/** A role to hand out; `fundId: null` is for all funds. */
export interface RoleGrant {
  readonly personId: string;
  readonly role: FundRole;
  readonly fundId: string | null;
  /** Null: by the environment, a sign-in service or the examples. */
  readonly grantedBy: string | null;
  /** What handed it out; default `person`. A role that a sign-in service gives is taken again when it no longer does. */
  readonly source?: "person" | "sign-in" | "environment" | "example";
}

/** Hands out a role; one that is already held stays as it is. */
export async function grantRole(tx: Queryable, now: Date, grant: RoleGrant): Promise<void> {
  await tx.query(
    `INSERT INTO fund_roles (person_id, role, fund_id, since, granted_by, source)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING`,
    [grant.personId, grant.role, grant.fundId, now, grant.grantedBy, grant.source ?? "person"],
  );
}

/** Makes the roles that a sign-in service gives a person what it says now; roles from elsewhere stay. */
export async function syncRoles(
  tx: Queryable,
  now: Date,
  personId: string,
  roles: readonly GrantedRole[],
): Promise<void> {
  await tx.query("DELETE FROM fund_roles WHERE person_id = $1 AND source = 'sign-in'", [personId]);
  for (const { role, fundId } of roles)
    await grantRole(tx, now, { personId, role, fundId, grantedBy: null, source: "sign-in" });
}
