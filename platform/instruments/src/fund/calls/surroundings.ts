/** What stands around a call: its fund, and the other calls that use the fund's money. */
import type { CallDefinition } from "@voorsprong/call-form";
import type { FundDefinition } from "@voorsprong/programme";
import type { Queryable } from "@voorsprong/store";
import type { CallSurroundings, OtherCall } from "./check-call.js";
import { listCalls } from "./read-calls.js";

/** Calls that are announced by the programme and not published yet. */
function announced(fund: FundDefinition, published: ReadonlySet<string>): OtherCall[] {
  return fund.calls
    .filter(({ id }) => !published.has(id))
    .map(({ id, title, budgets, opens, closes }) => ({
      id,
      title,
      budgets,
      opens: new Date(opens.instant),
      closes: new Date(closes.instant),
    }));
}

/** What stands around the call `id` of a fund. Trials and examples take no money from other calls. */
export async function surroundingsOf(
  from: Queryable,
  fund: FundDefinition,
  { id, trial }: { readonly id: string; readonly trial: boolean },
  now: Date,
): Promise<CallSurroundings> {
  const counting = (await listCalls(from, { fundId: fund.id }, now)).filter(
    ({ state, example }) => state !== "draft" && state !== "cancelled" && !example,
  );
  const published = counting.map(
    ({ id, title, opens, closes, definition }): OtherCall => ({
      id,
      title,
      opens,
      closes,
      budgets: (definition as unknown as CallDefinition).budgets.map((budget) => budget.id),
    }),
  );
  const known = new Set(published.map((call) => call.id));
  const others = [...published, ...announced(fund, known)].filter((call) => call.id !== id);
  return { fund, others, id, trial };
}
