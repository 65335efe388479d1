/** Roles on funds: who has which, handing out and taking back. */
import type { Database, Queryable } from "@voorsprong/store";
import { type Actor, fundRoles } from "../actor.js";
import { grantRole } from "../people/people.js";
import { Refusal } from "../refusal.js";
import { fundsOf } from "../roles-on.js";
import type { PersonList, RoleChange, RoleView } from "./views.js";

/** The roles that somebody may see: of the funds on which they are director or auditor, and those for all funds. */
export async function listRoles(from: Queryable, actor: Actor): Promise<RoleView[]> {
  const funds = fundsOf(actor, ["programme-director", "auditor"]);
  const rows = await from.query<Omit<RoleView, "since"> & { since: Date }>(
    `SELECT p.id AS "personId", p.name, p.email, r.role, r.fund_id AS "fundId", r.since, r.source
     FROM fund_roles r JOIN people p ON p.id = r.person_id
     WHERE $1::text[] IS NULL OR r.fund_id IS NULL OR r.fund_id = ANY ($1::text[])
     ORDER BY r.fund_id NULLS FIRST, array_position($2::text[], r.role), p.name, p.id`,
    [funds, [...fundRoles]],
  );
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
}

/** People by part of their name or address, at most twenty. */
export async function findPeople(from: Queryable, search: string): Promise<PersonList["items"]> {
  return from.query(
    `SELECT id AS "personId", name, email FROM people
     WHERE erased_at IS NULL AND (strpos(lower(name), $1) > 0 OR strpos(lower(coalesce(email, '')), $1) > 0)
     ORDER BY lower(name), id LIMIT 20`,
    [search.trim().toLowerCase()],
  );
}

/** @throws Refusal when a role would be on a fund that the programme does not have; null is for all funds */
export function refuseUnknownFund(fundId: string | null, fundIds: readonly string[]): void {
  if (fundId === null || fundIds.includes(fundId)) return;
  const detail = `There is no fund ${fundId}. The funds are: ${fundIds.join(", ")}.`;
  throw new Refusal("unusable", detail, [
    { in: "body", location: { pointer: "/fundId" }, code: "unknown_fund", detail },
  ]);
}

/** Hands out a role. @throws Refusal when there is no such person */
export function handOut(
  database: Database,
  now: Date,
  by: string,
  { personId, role, fundId }: RoleChange,
): Promise<void> {
  return database.transaction(async (tx) => {
    const [person] = await tx.query("SELECT 1 FROM people WHERE id = $1 AND erased_at IS NULL", [personId]);
    if (person === undefined) throw new Refusal("unusable", "There is no such person; invite them by link.");
    await grantRole(tx, now, { personId, role, fundId, grantedBy: by });
  });
}

/** Takes a role back. @throws Refusal when nobody would be left to hand out roles, or it was given elsewhere */
export function takeBack(database: Database, { personId, role, fundId }: RoleChange): Promise<void> {
  return database.transaction(async (tx) => {
    // Two directors who take each other's role at once come one after another.
    await tx.exec("LOCK TABLE fund_roles IN SHARE ROW EXCLUSIVE MODE");
    const [row] = await tx.query<{ source: RoleView["source"] }>(
      "DELETE FROM fund_roles WHERE person_id = $1 AND role = $2 AND fund_id IS NOT DISTINCT FROM $3 RETURNING source",
      [personId, role, fundId],
    );
    if (row === undefined) throw new Refusal("not-found", "This person does not have this role.");
    if (row.source === "sign-in")
      throw new Refusal(
        "conflict",
        "The sign-in service gives this role, at every sign-in: it is taken back there.",
      );
    if (role === "programme-director") await refuseNoDirector(tx);
  });
}

/** @throws Refusal when nobody is left who hands out roles for all funds */
export async function refuseNoDirector(tx: Queryable): Promise<void> {
  const left = await tx.query(
    "SELECT 1 FROM fund_roles WHERE role = 'programme-director' AND fund_id IS NULL LIMIT 1",
  );
  if (left.length === 0)
    throw new Refusal(
      "conflict",
      "This is the only programme director: give the role to another person first.",
    );
}
