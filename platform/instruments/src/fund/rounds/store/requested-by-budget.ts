/** What a round asks of each budget. */
import type { Queryable } from "@voorsprong/store";

/** Units asked for per budget id, over the largest choice of each application; budgets nobody asks of are left out. */
export async function requestedByBudget(
  from: Queryable,
  roundId: string,
): Promise<Readonly<Record<string, number>>> {
  const rows = await from.query<{ budget: string; requested: number }>(
    `SELECT amount.key AS budget, sum(amount.value::bigint)::bigint AS requested
     FROM applications a, jsonb_each_text(a.amounts) amount WHERE a.round_id = $1 GROUP BY amount.key`,
    [roundId],
  );
  return Object.fromEntries(rows.map(({ budget, requested }) => [budget, requested]));
}
