/** A person with what they belong to and hold, in one query. */
import type { Queryable } from "@voorsprong/store";
import type { Actor, GrantedRole, Language, Membership } from "../actor.js";

/** Columns of an actor, from `people p`. */
export const actorColumns = `
  p.id AS person_id, p.name, p.email, p.language,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.organisation_id, 'role', m.role) ORDER BY m.organisation_id), '[]')
   FROM memberships m WHERE m.person_id = p.id) AS organisations,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'fundId', r.fund_id) ORDER BY r.role, r.fund_id), '[]')
   FROM fund_roles r WHERE r.person_id = p.id) AS roles`;

/** What these columns give. */
export interface ActorRow {
  readonly person_id: string;
  readonly name: string;
  readonly email: string | null;
  readonly language: Language;
  readonly organisations: readonly Membership[];
  readonly roles: readonly GrantedRole[];
}

/** The actor of a row. */
export function actorOf(row: ActorRow, tryOut: boolean): Actor {
  const { person_id, name, email, language, organisations, roles } = row;
  return { personId: person_id, name, email, language, organisations, roles, tryOut };
}

/** A person as they may act now, without a session: for what a private link shows. Null when there is none any more. */
export async function actorOfPerson(
  from: Queryable,
  personId: string,
  tryOut: boolean,
): Promise<Actor | null> {
  const [row] = await from.query<ActorRow>(
    `SELECT ${actorColumns} FROM people p WHERE p.id = $1 AND p.erased_at IS NULL AND (p.example = false OR $2)`,
    [personId, tryOut],
  );
  return row === undefined ? null : actorOf(row, tryOut);
}
