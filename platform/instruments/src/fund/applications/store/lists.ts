/** Lists of applications: filtered, sorted, searched and counted in the database. */
import type { Parameter, Queryable } from "@voorsprong/store";
import { foldForSearch } from "../../../kernel/fold.js";
import type { Localised } from "../../../kernel/views.js";
import type { ApplicationState } from "../record.js";

/** How a list may be sorted; a minus turns it round. */
export const applicationSorts = [
  "number",
  "-number",
  "requested",
  "-requested",
  "received",
  "-received",
  "changed",
  "-changed",
] as const;
export type ApplicationSort = (typeof applicationSorts)[number];

/** Whose list it is: of what organisations take part in, or of what was submitted to funds (null: all). */
export type ListOwner =
  | { readonly as: "applicant"; readonly organisations: readonly string[] }
  | { readonly as: "officer"; readonly funds: readonly string[] | null };

/** Which applications. */
export interface ApplicationListQuery {
  readonly page: number;
  readonly pageSize: number;
  readonly sort: ApplicationSort;
  readonly callId?: string | undefined;
  readonly state?: ApplicationState | undefined;
  readonly theme?: string | undefined;
  readonly region?: string | undefined;
  readonly size?: string | undefined;
  readonly search?: string | undefined;
  /** Only with flags that are still open. */
  readonly flagged?: boolean | undefined;
}

/** One line of a list. */
export interface ApplicationListRow {
  readonly id: string;
  readonly number: number | null;
  readonly title: string;
  readonly organisation: string;
  readonly callId: string;
  readonly callTitle: Localised;
  readonly callCloses: Date;
  readonly state: ApplicationState;
  readonly theme: string | null;
  readonly region: string | null;
  readonly size: string | null;
  readonly requested: number;
  readonly receivedAt: Date | null;
  readonly changedAt: Date;
  readonly openFlags: number;
  readonly asPartner: "invited" | "confirmed" | "declined" | null;
  /** Whether one of the organisations that ask leads it; false in a list for the fund. */
  readonly leads: boolean;
  /** What was last decided about it; `reserve`: no money, with a place on the reserve list. */
  readonly outcome: "awarded" | "refused" | "reserve" | null;
}

const order: Readonly<Record<string, string>> = {
  number: "a.call_id, a.number",
  requested: "a.requested",
  received: "a.received_at",
  changed: "a.changed_at",
};

/** What a draft does not have yet; it comes last in both directions. */
const nullable = ["number", "received"];

function orderBy(sort: ApplicationSort): string {
  const down = sort.startsWith("-");
  const name = down ? sort.slice(1) : sort;
  const direction = `${down ? "DESC" : "ASC"}${nullable.includes(name) ? " NULLS LAST" : ""}`;
  return [...order[name]!.split(", ").map((term) => `${term} ${direction}`), "a.id"].join(", ");
}

/** Which applications a list could show, which of them it does, and the parameters of both. */
interface Conditions {
  readonly owned: string;
  readonly chosen: string;
  readonly parameters: readonly Parameter[];
}

function conditionsOf(owner: ListOwner, query: ApplicationListQuery): Conditions {
  const parameters: Parameter[] = [];
  const bind = (value: Parameter) => `$${parameters.push(value)}`;
  const all = (terms: readonly string[]) => (terms.length === 0 ? "true" : terms.join(" AND "));
  return { owned: all(owned(owner, query, bind)), chosen: all(chosen(owner, query, bind)), parameters };
}

function owned(
  owner: ListOwner,
  { callId }: ApplicationListQuery,
  bind: (value: Parameter) => string,
): string[] {
  const terms: string[] = [];
  if (owner.as === "applicant") {
    const orgs = bind(owner.organisations);
    terms.push(
      // A union and no OR: each half has an index, so that nobody's list reads the applications of all others.
      `a.id IN (
         SELECT own.id FROM grant_applications own WHERE own.organisation_id = ANY(${orgs}::text[])
         UNION ALL
         SELECT p.application_id FROM grant_application_partners p
         WHERE p.organisation_id = ANY(${orgs}::text[]) AND p.state <> 'declined')`,
    );
  } else {
    terms.push("a.version > 0");
    if (owner.funds !== null) terms.push(`a.fund_id = ANY(${bind(owner.funds)}::text[])`);
  }
  if (callId !== undefined) terms.push(`a.call_id = ${bind(callId)}`);
  return terms;
}

function chosen(owner: ListOwner, query: ApplicationListQuery, bind: (value: Parameter) => string): string[] {
  const terms: string[] = [];
  for (const name of ["state", "theme", "region", "size"] as const) {
    const value = query[name];
    if (value !== undefined) terms.push(`a.${name} = ${bind(value)}`);
  }
  // Nobody finds by a filter what the row itself does not tell them: a partner not the whole, an applicant no flags.
  if (owner.as === "applicant") {
    if (query.theme !== undefined || query.region !== undefined || query.size !== undefined)
      terms.push(`a.organisation_id = ANY(${bind(owner.organisations)}::text[])`);
    if (query.flagged === true) terms.push("false");
  }
  if (query.search !== undefined && query.search.trim() !== "")
    terms.push(`strpos(a.search, ${bind(foldForSearch(query.search.trim()))}) > 0`);
  if (query.flagged === true)
    terms.push(
      "EXISTS (SELECT 1 FROM grant_application_flags f WHERE f.application_id = a.id AND f.resolved_at IS NULL)",
    );
  return terms;
}

/** A page of a list. */
export interface ApplicationList {
  readonly items: readonly ApplicationListRow[];
  /** How many there are on all pages. */
  readonly total: number;
  /** How many of each state the owner has in the call, whatever the other filters. */
  readonly states: Record<ApplicationState, number>;
}

/** One page of a list, with the figures beside it. */
export async function listApplications(
  from: Queryable,
  owner: ListOwner,
  query: ApplicationListQuery,
): Promise<ApplicationList> {
  const conditions = conditionsOf(owner, query);
  // Side by side: each needs a part of the index, and neither waits for the other.
  const [items, counts] = await Promise.all([
    pageOf(from, owner, query, conditions),
    countsOf(from, conditions),
  ]);
  return { items, ...counts };
}

function pageOf(
  from: Queryable,
  owner: ListOwner,
  query: ApplicationListQuery,
  { owned, chosen, parameters }: Conditions,
): Promise<ApplicationListRow[]> {
  const mine = owner.as === "applicant" ? owner.organisations : [];
  const at = parameters.length;
  // The page is found on what the index grant_applications_list holds; rows, names and flags are read for its lines only.
  return from.query<ApplicationListRow>(
    `SELECT a.id, a.number, a.title, o.name AS organisation, a.call_id AS "callId", c.title AS "callTitle",
       c.closes AS "callCloses", a.state, a.theme, a.region, a.size, a.requested, a.received_at AS "receivedAt",
       a.changed_at AS "changedAt",
       (SELECT count(*) FROM grant_application_flags f
        WHERE f.application_id = a.id AND f.resolved_at IS NULL) AS "openFlags",
       (SELECT min(p.state) FROM grant_application_partners p
        WHERE p.application_id = a.id AND p.organisation_id = ANY($${at + 1}::text[])) AS "asPartner",
       a.organisation_id = ANY($${at + 1}::text[]) AS leads,
       (SELECT CASE WHEN d.reserve IS NULL THEN d.kind ELSE 'reserve' END FROM outcomes d
        WHERE d.application_id = a.id ORDER BY d.id DESC LIMIT 1) AS outcome
     FROM (SELECT a.id FROM grant_applications a WHERE ${owned} AND ${chosen} ORDER BY ${orderBy(query.sort)}
           LIMIT $${at + 2}::int OFFSET $${at + 3}::bigint) page
     JOIN grant_applications a ON a.id = page.id
     JOIN organisations o ON o.id = a.organisation_id JOIN calls c ON c.id = a.call_id
     ORDER BY ${orderBy(query.sort)}`,
    [...parameters, mine, query.pageSize, (query.page - 1) * query.pageSize],
  );
}

async function countsOf(
  from: Queryable,
  { owned, chosen, parameters }: Conditions,
): Promise<Omit<ApplicationList, "items">> {
  const rows = await from.query<{ state: ApplicationState; all: number; chosen: number }>(
    `SELECT a.state, count(*) AS "all", count(*) FILTER (WHERE ${chosen}) AS chosen
     FROM grant_applications a WHERE ${owned} GROUP BY a.state`,
    parameters,
  );
  const states = { draft: 0, submitted: 0, returned: 0, withdrawn: 0 };
  for (const row of rows) states[row.state] = row.all;
  return { total: rows.reduce((sum, row) => sum + row.chosen, 0), states };
}
