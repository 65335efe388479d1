/** Published decisions on rounds that count. */
import type { Page, Queryable } from "@voorsprong/store";
import type { RegisterDecision } from "../views.js";

type Row = Omit<RegisterDecision, "fund" | "at"> & { readonly fundId: string | null; readonly at: Date };

/** One page of decisions, newest first; trials decide nothing and are not among them. */
export async function listDecisions(
  from: Queryable,
  {
    fundId,
    page,
    pageSize,
  }: { readonly fundId: string | null; readonly page: number; readonly pageSize: number },
): Promise<Page<Row>> {
  const matching = `FROM decisions d JOIN rounds r ON r.id = d.round_id
    WHERE NOT r.trial AND ($1::text IS NULL OR r.fund_id = $1)`;
  const [count] = await from.query<{ total: number }>(`SELECT count(*) AS total ${matching}`, [fundId]);
  const items = await from.query<Row>(
    `SELECT r.id AS "roundId", r.title, r.fund_id AS "fundId", r.terms->>'round' AS call, d.at, r.rule, d.level,
       r.application_count AS applications, (SELECT count(*) FROM awards w WHERE w.round_id = r.id AND w.funded) AS funded,
       r.budget, d.awarded, d.hash, d.ledger_seq AS entry, r.example
     ${matching} ORDER BY d.ledger_seq DESC LIMIT $2::int OFFSET $3::bigint`,
    [fundId, pageSize, (page - 1) * pageSize],
  );
  return { items, page, pageSize, total: count!.total };
}
