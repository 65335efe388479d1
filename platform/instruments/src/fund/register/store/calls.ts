/** Published calls with what came of them. */
import type { CallDefinition } from "@voorsprong/call-form";
import type { Queryable } from "@voorsprong/store";
import { listCalls } from "../../calls/read-calls.js";
import type { CallRecord } from "../../calls/record.js";

/** A published call with its awards. */
export interface PublishedCall {
  readonly record: CallRecord & { readonly state: "coming" | "open" | "closed" | "cancelled" };
  /** Cents: the sum of the budgets. */
  readonly ceiling: number;
  readonly awards: number;
  readonly granted: number;
}

const isPublished = (record: CallRecord): record is PublishedCall["record"] =>
  record.state !== "draft" && record.version > 0;

/** Every published call; what opens last comes first. */
export async function publishedCalls(
  from: Queryable,
  fundId: string | null,
  now: Date,
): Promise<PublishedCall[]> {
  const sums = await from.query<{ id: string; awards: number; granted: number }>(
    `SELECT call_id AS id, count(*) AS awards, sum(granted)::bigint AS granted FROM grants
     WHERE $1::text IS NULL OR fund_id = $1 GROUP BY call_id`,
    [fundId],
  );
  const byCall = new Map(sums.map((sum) => [sum.id, sum]));
  const calls = await listCalls(from, { fundId }, now);
  return calls.filter(isPublished).map((record) => {
    const { budgets } = record.definition as unknown as Pick<CallDefinition, "budgets">;
    const { awards, granted } = byCall.get(record.id) ?? { awards: 0, granted: 0 };
    return { record, ceiling: budgets.reduce((sum, { amount }) => sum + amount, 0), awards, granted };
  });
}
