/** Awards as the register shows them, out of grants, their money, applications and organisations. */
import { publicName } from "@voorsprong/access";
import type { AidBasis } from "@voorsprong/call-form";
import type { Page, Parameter, Queryable } from "@voorsprong/store";
import { foldForSearch } from "../../../kernel/fold.js";
import type { Localised } from "../../../kernel/views.js";
import type { AwardState } from "../views.js";

/** Which awards, in which order. */
export interface AwardFilter {
  /** Awards of the example generator, or real ones; never both. */
  readonly example: boolean;
  readonly search?: string | undefined;
  readonly fundId?: string | undefined;
  readonly callId?: string | undefined;
  readonly region?: readonly string[] | undefined;
  readonly theme?: readonly string[] | undefined;
  readonly size?: readonly string[] | undefined;
  readonly state?: readonly AwardState[] | undefined;
  readonly year?: number | undefined;
  /** Grants above this many cents. */
  readonly above?: number | undefined;
}

/** The orders a list can have. */
export const awardSorts = ["-awardedOn", "awardedOn", "-granted", "granted", "dossier", "-dossier"] as const;
export type AwardSort = (typeof awardSorts)[number];

const orders: Record<AwardSort, string> = {
  "-awardedOn": "g.granted_on DESC, g.application_id",
  awardedOn: "g.granted_on, g.application_id DESC",
  "-granted": "g.granted DESC, g.application_id",
  granted: "g.granted, g.application_id DESC",
  dossier: "g.dossier, g.application_id",
  "-dossier": "g.dossier DESC, g.application_id DESC",
};

/** One award with its money, as the tables hold it. */
export interface AwardRecord {
  readonly id: string;
  readonly dossier: string;
  readonly title: string;
  readonly organisation: {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly kvk: string | null;
    readonly place: string | null;
    readonly postcode: string | null;
    readonly country: string;
    readonly sector: string | null;
  };
  readonly fundId: string;
  readonly call: { readonly id: string; readonly title: Localised };
  readonly aid: readonly AidBasis[] | null;
  readonly region: string | null;
  readonly theme: string | null;
  readonly size: string | null;
  readonly state: AwardState;
  readonly awardedOn: string;
  readonly requested: number;
  readonly granted: number;
  readonly paid: number;
  readonly settled: number | null;
  readonly changedAt: Date;
  readonly summary: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly roundId: string | null;
  readonly decisionHash: string | null;
  readonly example: boolean;
}

/** A natural person is not found by name: only what is shown is searched. */
const searched = `CASE WHEN o.kind = 'person' THEN lower(g.dossier || ' ' || g.title) ELSE g.search END`;

interface Conditions {
  readonly where: string;
  readonly parameters: Parameter[];
  /** Tables that decide which awards these are, beside grants. */
  readonly joins: string;
}

const joinApplication = "JOIN grant_applications a ON a.id = g.application_id";
const joinOrganisation = "JOIN organisations o ON o.id = g.organisation_id";

/** Tables are joined only where they decide: the whole register is counted without them. */
function conditionsOf(filter: AwardFilter): Conditions {
  const { example, search = "", fundId, callId, region, theme, size, state, year, above } = filter;
  const parameters: Parameter[] = [example];
  const bind = (value: Parameter) => `$${parameters.push(value)}`;
  const conditions = ["g.example = $1"];
  const ofApplication = [
    ["region", region],
    ["theme", theme],
    ["size", size],
  ] as const;
  if (search.trim() !== "") conditions.push(`strpos(${searched}, ${bind(foldForSearch(search.trim()))}) > 0`);
  if (fundId !== undefined) conditions.push(`g.fund_id = ${bind(fundId)}`);
  if (callId !== undefined) conditions.push(`g.call_id = ${bind(callId)}`);
  for (const [column, values] of ofApplication)
    if (values !== undefined) conditions.push(`a.${column} = ANY (${bind([...values])}::text[])`);
  if (state !== undefined) conditions.push(`g.state = ANY (${bind([...state])}::text[])`);
  if (year !== undefined)
    conditions.push(
      `g.granted_on >= ${bind(`${year}-01-01`)}::date AND g.granted_on <= ${bind(`${year}-12-31`)}::date`,
    );
  if (above !== undefined) conditions.push(`g.granted > ${bind(above)}`);
  const joins = [
    ...(ofApplication.some(([, values]) => values !== undefined) ? [joinApplication] : []),
    ...(search.trim() === "" ? [] : [joinOrganisation]),
  ].join(" ");
  return { where: conditions.join(" AND "), parameters, joins };
}

const columns = `g.application_id AS id, g.dossier, g.title,
  jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'kvk', o.kvk, 'place', o.place, 'postcode', o.postcode,
    'country', o.country, 'sector', o.sector) AS organisation,
  g.fund_id AS "fundId", jsonb_build_object('id', c.id, 'title', c.title) AS call, c.definition->'aid'->'basis' AS aid,
  a.region, a.theme, a.size, g.state, g.granted_on AS "awardedOn", a.requested, g.granted, m.paid, m.settled,
  m.at AS "changedAt", a.document->>'summary' AS summary, a.document->'project'->>'start' AS start,
  a.document->'project'->>'end' AS "end", g.round_id AS "roundId", g.decision_hash AS "decisionHash", g.example`;

/** A selection of grants with what is shown of each. */
const shown = (grants: string) => `${grants} g ${joinApplication} ${joinOrganisation}
  JOIN calls c ON c.id = g.call_id CROSS JOIN LATERAL (
    SELECT COALESCE(sum(cents) FILTER (WHERE kind = 'payment.made'), 0)::bigint AS paid,
      (sum(cents) FILTER (WHERE kind = 'grant.settled'))::bigint AS settled, max(at) AS at
    FROM grant_money m WHERE m.application_id = g.application_id) m`;

/** One page of awards. */
export async function listAwards(
  from: Queryable,
  filter: AwardFilter,
  { page, pageSize, sort }: { readonly page: number; readonly pageSize: number; readonly sort: AwardSort },
): Promise<Page<AwardRecord>> {
  const { where, parameters, joins } = conditionsOf(filter);
  const [count] = await from.query<{ total: number }>(
    `SELECT count(*) AS total FROM grants g ${joins} WHERE ${where}`,
    parameters,
  );
  const [limit, offset] = [`$${parameters.length + 1}`, `$${parameters.length + 2}`];
  const items = await from.query<AwardRecord>(
    `SELECT ${columns} FROM ${shown(`(
       SELECT g.* FROM grants g ${joins} WHERE ${where} ORDER BY ${orders[sort]}
       LIMIT ${limit}::int OFFSET ${offset}::bigint)`)}
     ORDER BY ${orders[sort]}`,
    [...parameters, pageSize, (page - 1) * pageSize],
  );
  return { items, page, pageSize, total: count!.total };
}

/** One award, or null. */
export async function getAward(from: Queryable, id: string): Promise<AwardRecord | null> {
  const [row] = await from.query<AwardRecord>(
    `SELECT ${columns} FROM ${shown("grants")} WHERE g.application_id = $1`,
    [id],
  );
  return row ?? null;
}

/** All awards of a selection, newest first, in batches, so that a long list is never whole in memory. */
export async function* allAwards(
  from: Queryable,
  filter: AwardFilter,
  batchSize = 1_000,
): AsyncGenerator<AwardRecord[]> {
  const { where, parameters, joins } = conditionsOf(filter);
  const bind = (place: number) => `$${parameters.length + place}`;
  let last: Pick<AwardRecord, "awardedOn" | "id"> | null = null;
  for (;;) {
    const batch: AwardRecord[] = await from.query<AwardRecord>(
      `SELECT ${columns} FROM ${shown(`(
         SELECT g.* FROM grants g ${joins} WHERE ${where} AND (${bind(1)}::date IS NULL OR g.granted_on < ${bind(1)}::date
           OR (g.granted_on = ${bind(1)}::date AND g.application_id > ${bind(2)}::text))
         ORDER BY ${orders["-awardedOn"]} LIMIT ${bind(3)}::int)`)}
       ORDER BY ${orders["-awardedOn"]}`,
      [...parameters, last?.awardedOn ?? null, last?.id ?? null, batchSize],
    );
    if (batch.length > 0) yield batch;
    if (batch.length < batchSize) return;
    last = batch.at(-1)!;
  }
}

/** Sums of a selection. */
export interface AwardSums {
  readonly awards: number;
  readonly recipients: number;
  readonly granted: number;
  readonly paid: number;
  readonly settled: number;
  readonly others: number;
  readonly groups: readonly {
    readonly by: "region" | "theme" | "size" | "year";
    readonly id: string | null;
    readonly awards: number;
    readonly granted: number;
  }[];
}

/** Sums of a selection, and per region, theme, size class and year. */
export async function sumAwards(from: Queryable, filter: AwardFilter): Promise<AwardSums> {
  const { where, parameters } = conditionsOf(filter);
  const [sums] = await from.query<AwardSums & { readonly groups: AwardSums["groups"] | null }>(
    `WITH chosen AS MATERIALIZED (
       SELECT g.application_id, g.organisation_id, g.granted, a.region, a.theme, a.size,
         extract(year FROM g.granted_on)::int::text AS year
       FROM grants g ${joinApplication} ${joinOrganisation} WHERE ${where}),
     money AS (
       SELECT COALESCE(sum(m.cents) FILTER (WHERE m.kind = 'payment.made'), 0)::bigint AS paid,
         COALESCE(sum(m.cents) FILTER (WHERE m.kind = 'grant.settled'), 0)::bigint AS settled
       FROM grant_money m JOIN chosen USING (application_id) WHERE m.kind IN ('payment.made', 'grant.settled')),
     grouped AS (
       SELECT CASE WHEN grouping(region) = 0 THEN 'region' WHEN grouping(theme) = 0 THEN 'theme'
           WHEN grouping(size) = 0 THEN 'size' ELSE 'year' END AS by,
         COALESCE(region, theme, size, year) AS id, count(*) AS awards, sum(granted)::bigint AS granted
       FROM chosen GROUP BY GROUPING SETS ((region), (theme), (size), (year)))
     SELECT (SELECT count(*) FROM chosen) AS awards,
       (SELECT count(DISTINCT organisation_id) FROM chosen) AS recipients,
       (SELECT COALESCE(sum(granted), 0)::bigint FROM chosen) AS granted, money.paid, money.settled,
       (SELECT count(*) FROM grants WHERE example <> $1) AS others,
       (SELECT jsonb_agg(jsonb_build_object('by', by, 'id', id, 'awards', awards, 'granted', granted) ORDER BY by, id)
        FROM grouped) AS groups
     FROM money`,
    parameters,
  );
  return { ...sums!, groups: sums!.groups ?? [] };
}

/** The name an award's recipient has in public. */
export function recipientName({ organisation }: Pick<AwardRecord, "organisation">): string {
  return publicName(organisation);
}
