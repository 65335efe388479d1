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
}

const order: Readonly<Record<string, string>> = {
  number: "a.call_id, a.number",
  requested: "a.requested",
  received: "a.received_at",
  changed: "a.changed_at",
};

function orderBy(sort: ApplicationSort): string {
  const down = sort.startsWith("-");
  const terms = order[down ? sort.slice(1) : sort]!.split(", ");
  return [...terms.map((term) => `${term} ${down ? "DESC NULLS LAST" : "ASC NULLS LAST"}`), "a.id"].join(
    ", ",
  );
}

/** Conditions with their parameters; `$n` are numbered as they are added. */
class Where {
  readonly parameters: Parameter[] = [];
  readonly #terms: string[] = [];

  add(term: (place: string) => string, value: Parameter): this {
    this.parameters.push(value);
    this.#terms.push(term(`$${this.parameters.length}`));
    return this;
  }

  say(term: string): this {
    this.#terms.push(term);
    return this;
  }

  get text(): string {
    return this.#terms.length === 0 ? "true" : this.#terms.join(" AND ");
  }
}

function owned(owner: ListOwner, callId: string | undefined): Where {
  const where = new Where();
  if (owner.as === "applicant")
    where.add(
      // A union and no OR: each half has an index, so that nobody's list reads the applications of all others.
      (orgs) => `a.id IN (
         SELECT own.id FROM grant_applications own WHERE own.organisation_id = ANY(${orgs}::text[])
         UNION ALL
         SELECT p.application_id FROM grant_application_partners p
         WHERE p.organisation_id = ANY(${orgs}::text[]) AND p.state <> 'declined')`,
      owner.organisations,
    );
  else {
    where.say("a.version > 0");
    if (owner.funds !== null) where.add((funds) => `a.fund_id = ANY(${funds}::text[])`, owner.funds);
  }
  if (callId !== undefined) where.add((call) => `a.call_id = ${call}`, callId);
  return where;
}

function filtered(owner: ListOwner, query: ApplicationListQuery): Where {
  const where = owned(owner, query.callId);
  for (const name of ["state", "theme", "region", "size"] as const) {
    const value = query[name];
    if (value !== undefined) where.add((place) => `a.${name} = ${place}`, value);
  }
  if (query.search !== undefined && query.search.trim() !== "")
    where.add((text) => `strpos(a.search, ${text}) > 0`, foldForSearch(query.search.trim()));
  if (query.flagged === true)
    where.say(
      "EXISTS (SELECT 1 FROM grant_application_flags f WHERE f.application_id = a.id AND f.resolved_at IS NULL)",
    );
  return where;
}

/** One page of a list, with how many there are in all. */
export async function listApplications(
  from: Queryable,
  owner: ListOwner,
  query: ApplicationListQuery,
): Promise<{ readonly items: readonly ApplicationListRow[]; readonly total: number }> {
  const where = filtered(owner, query);
  const [count] = await from.query<{ total: number }>(
    `SELECT count(*) AS total FROM grant_applications a WHERE ${where.text}`,
    where.parameters,
  );
  const mine = owner.as === "applicant" ? owner.organisations : [];
  const at = where.parameters.length;
  // The page is found on what the index grant_applications_list holds; rows, names and flags are read for its lines only.
  const items = await from.query<ApplicationListRow>(
    `SELECT a.id, a.number, a.title, o.name AS organisation, a.call_id AS "callId", c.title AS "callTitle",
       c.closes AS "callCloses", a.state, a.theme, a.region, a.size, a.requested, a.received_at AS "receivedAt",
       a.changed_at AS "changedAt",
       (SELECT count(*) FROM grant_application_flags f
        WHERE f.application_id = a.id AND f.resolved_at IS NULL) AS "openFlags",
       (SELECT min(p.state) FROM grant_application_partners p
        WHERE p.application_id = a.id AND p.organisation_id = ANY($${at + 1}::text[])) AS "asPartner"
     FROM (SELECT a.id FROM grant_applications a WHERE ${where.text} ORDER BY ${orderBy(query.sort)}
           LIMIT $${at + 2}::int OFFSET $${at + 3}::bigint) page
     JOIN grant_applications a ON a.id = page.id
     JOIN organisations o ON o.id = a.organisation_id JOIN calls c ON c.id = a.call_id
     ORDER BY ${orderBy(query.sort)}`,
    [...where.parameters, mine, query.pageSize, (query.page - 1) * query.pageSize],
  );
  return { items, total: count!.total };
}

/** How many of each state could be listed. */
export async function countByState(
  from: Queryable,
  owner: ListOwner,
  callId: string | undefined,
): Promise<Record<ApplicationState, number>> {
  const where = owned(owner, callId);
  const rows = await from.query<{ state: ApplicationState; total: number }>(
    `SELECT a.state, count(*) AS total FROM grant_applications a WHERE ${where.text} GROUP BY a.state`,
    where.parameters,
  );
  const counts = { draft: 0, submitted: 0, returned: 0, withdrawn: 0 };
  for (const { state, total } of rows) counts[state] = total;
  return counts;
}
