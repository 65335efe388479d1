/** A call of a programme as the document that is frozen at its opening. */
import { CALL_FORMAT, type CallDefinition } from "@voorsprong/call-form";
import type { Call, FundDefinition, Limit, Moment } from "./vocabulary.js";

const MINUTE = 60_000;

/** A moment in Dutch legal time with its offset from UTC, ISO 8601. */
export function withOffset({ local, instant }: Moment): string {
  const minutes = (Date.parse(`${local}:00.000Z`) - Date.parse(instant)) / MINUTE;
  const two = (value: number) => String(value).padStart(2, "0");
  return `${local}:00+${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/**
 * The definition of a call that has a procedure; null for one that is only announced. A limit on one budget belongs to
 * the call that awards this budget; every other limit holds in each call.
 */
export function callDefinition(fund: FundDefinition, call: Call): CallDefinition | null {
  if (call.procedure === undefined) return null;
  const holds = (limit: Limit): boolean =>
    limit.kind === "count" || limit.budget === undefined || call.budgets.includes(limit.budget);
  return {
    format: CALL_FORMAT,
    id: call.id,
    fund: fund.id,
    title: call.title,
    opens: withOffset(call.opens),
    closes: withOffset(call.closes),
    budgets: fund.budgets
      .filter(({ id }) => call.budgets.includes(id))
      .map(({ id, amount }) => ({ id, amount })),
    rule: fund.rule,
    misfit: fund.misfit,
    limits: fund.limits.filter(holds),
    tieBreak: fund.tieBreak,
    objectionWeeks: fund.objection.weeks,
    ...call.procedure,
  };
}
