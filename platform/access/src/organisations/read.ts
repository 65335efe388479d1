/** Reads organisations. */
import type { Queryable } from "@voorsprong/store";
import type { Actor } from "../actor.js";
import { Refusal } from "../refusal.js";
import { searchable } from "./organisations.js";
import type { MemberView, OrganisationSummary, OrganisationView } from "./views.js";

/** What is said when there is no such organisation. */
export const noOrganisation = (id: string) => `There is no organisation ${id}.`;

/** The most that a search gives: it is for finding one, not for taking all. */
const most = 20;

const summaryColumns = "o.id, o.name, o.kind, o.kvk, o.place, o.example";

/** Organisations by part of their name, or by their number in the trade register. */
export async function findOrganisations(from: Queryable, search: string): Promise<OrganisationSummary[]> {
  const text = searchable(search.trim());
  return from.query<OrganisationSummary>(
    `SELECT ${summaryColumns} FROM organisations o
     WHERE o.kvk = $1 OR strpos(o.search, $1) > 0
     ORDER BY o.kvk = $1 DESC NULLS LAST, strpos(o.search, $1), o.search, o.id LIMIT $2`,
    [text, most],
  );
}

type Row = Omit<OrganisationView, "members" | "requests">;

/** @throws Refusal when there is no such organisation */
export async function organisationView(from: Queryable, id: string, actor: Actor): Promise<OrganisationView> {
  const [row] = await from.query<Row>(
    `SELECT ${summaryColumns}, o.kvk_confirmed_at IS NOT NULL AS "kvkConfirmed", o.region, o.size, o.postcode, o.country,
       o.sector, o.employees, o.website
     FROM organisations o WHERE o.id = $1`,
    [id],
  );
  if (row === undefined) throw new Refusal("not-found", noOrganisation(id));
  if (!actor.organisations.some((membership) => membership.id === id))
    return { ...row, members: null, requests: null };
  return { ...row, members: await membersOf(from, id), requests: await requestsOf(from, id) };
}

async function membersOf(from: Queryable, id: string): Promise<MemberView[]> {
  const rows = await from.query<Omit<MemberView, "since"> & { since: Date }>(
    `SELECT p.id AS "personId", p.name, p.email, m.role, m.since
     FROM memberships m JOIN people p ON p.id = m.person_id
     WHERE m.organisation_id = $1 ORDER BY m.role, m.since, p.id`,
    [id],
  );
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
}

async function requestsOf(from: Queryable, id: string): Promise<NonNullable<OrganisationView["requests"]>> {
  const rows = await from.query<{
    personId: string;
    name: string | null;
    email: string | null;
    askedAt: Date;
  }>(
    `SELECT p.id AS "personId", p.name, p.email, q.asked_at AS "askedAt"
     FROM membership_requests q JOIN people p ON p.id = q.person_id
     WHERE q.organisation_id = $1 ORDER BY q.asked_at, p.id`,
    [id],
  );
  return rows.map((row) => ({ ...row, askedAt: row.askedAt.toISOString() }));
}

/** Whether there is such an organisation. */
export async function organisationExists(from: Queryable, id: string): Promise<boolean> {
  return (await from.query("SELECT 1 FROM organisations WHERE id = $1", [id])).length > 0;
}
