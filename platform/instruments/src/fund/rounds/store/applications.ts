/** The applications of a round: pages with filters and order, one, or all. */
import type { Page, Parameter, Queryable } from "@voorsprong/store";
import { foldForSearch } from "../../../kernel/fold.js";
import type { ApplicationRow } from "../views.js";
import type { ApplicationQuery, ApplicationRecord, ApplicationSort } from "./records.js";

const rowColumns = `a.id, a.title, a.score, a.requested, a.amounts, a.tags, a.option_count AS options,
  a.received, w.funded, w.awarded, w.option, w.part, w.funded_other AS "fundedOther", w.explanation->'needed' AS needed`;

/** Applications, from a table or a selection of it, with their awards. */
const joined = (applications: string) =>
  `${applications} a LEFT JOIN awards w ON w.round_id = a.round_id AND w.position = a.position`;

const tables = joined("applications");

/**
 * Each order and its opposite read one index in both directions. Moments are compared without their `Z`, which would
 * put a fraction of a second before the whole second it follows.
 */
const orders: Record<ApplicationSort, string> = {
  "-score": "a.score DESC, a.position",
  score: "a.score, a.position DESC",
  "-requested": "a.requested DESC, a.position",
  requested: "a.requested, a.position DESC",
  received: `rtrim(a.received, 'Z') COLLATE "C" NULLS LAST, a.position`,
  "-received": `rtrim(a.received, 'Z') COLLATE "C" DESC NULLS LAST, a.position DESC`,
  id: "a.position",
  "-id": "a.position DESC",
};

const outcomes: Record<NonNullable<ApplicationQuery["outcome"]>, string> = {
  funded: "w.funded",
  unfunded: "NOT w.funded",
  changed: "w.funded <> w.funded_other",
};

/** The conditions of a query, and the values they bind. */
function conditionsOf(roundId: string, { search = "", tags = {}, outcome }: ApplicationQuery) {
  const parameters: Parameter[] = [roundId];
  const bind = (value: Parameter) => `$${parameters.push(value)}`;
  const conditions = ["a.round_id = $1"];
  if (search.trim() !== "") {
    conditions.push(`strpos(a.search, ${bind(foldForSearch(search.trim()))}) > 0`);
  }
  for (const [tag, values] of Object.entries(tags)) {
    conditions.push(`a.tags->${bind(tag)}::text ?| ${bind(values)}::text[]`);
  }
  if (outcome !== undefined) conditions.push(outcomes[outcome]);
  return { where: conditions.join(" AND "), parameters };
}

/** One page of a round's applications; empty for a round that is not there. */
export async function listApplications(
  from: Queryable,
  roundId: string,
  query: ApplicationQuery,
): Promise<Page<ApplicationRow>> {
  const { page, pageSize, sort = "-score", outcome } = query;
  const { where, parameters } = conditionsOf(roundId, query);
  // Awards are joined to the rows that are skipped only where they decide which rows those are.
  const needed = outcome === undefined ? "applications a" : tables;
  const [count] = await from.query<{ total: number }>(
    `SELECT count(*) AS total FROM ${needed} WHERE ${where}`,
    parameters,
  );
  const [limit, offset] = [`$${parameters.length + 1}`, `$${parameters.length + 2}`];
  const items = await from.query<ApplicationRow>(
    `SELECT ${rowColumns} FROM ${joined(`(
       SELECT a.* FROM ${needed} WHERE ${where} ORDER BY ${orders[sort]} LIMIT ${limit}::int OFFSET ${offset}::bigint)`)}
     ORDER BY ${orders[sort]}`,
    [...parameters, pageSize, (page - 1) * pageSize],
  );
  return { items, page, pageSize, total: count!.total };
}

/** Gives one application with its published explanation, or null. */
export async function getApplication(
  from: Queryable,
  roundId: string,
  applicationId: string,
): Promise<ApplicationRecord | null> {
  const [row] = await from.query<ApplicationRecord>(
    `SELECT ${rowColumns}, w.explanation FROM ${tables} WHERE a.round_id = $1 AND a.id = $2`,
    [roundId, applicationId],
  );
  return row ?? null;
}

/**
 * All applications of a round in canonical order, in batches, so that a large round is never in memory at once.
 * @param batchSize rows per batch
 */
export async function* allApplications(
  from: Queryable,
  roundId: string,
  batchSize = 5_000,
): AsyncGenerator<ApplicationRow[]> {
  for (let start = 0; ; start += batchSize) {
    const batch = await from.query<ApplicationRow>(
      `SELECT ${rowColumns} FROM ${tables}
         AND w.round_id = $1 AND w.position >= $2::int AND w.position < $3::int
       WHERE a.round_id = $1 AND a.position >= $2::int AND a.position < $3::int ORDER BY a.position`,
      [roundId, start, start + batchSize],
    );
    if (batch.length > 0) yield batch;
    if (batch.length < batchSize) return;
  }
}
