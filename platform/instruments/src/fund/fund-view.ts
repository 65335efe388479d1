/** A fund as its page shows it. */
import type { FundDefinition } from "@voorsprong/programme";
import { callRound, callState, currentCall } from "./definition.js";
import { limitViews, titlesOf } from "./rounds/limits.js";
import type { FundView, RoundSummary } from "./rounds/views.js";

/** A fund with the call that matters now and its rounds. */
export function fundView(fund: FundDefinition, rounds: readonly RoundSummary[], now: Date): FundView {
  const call = currentCall(fund, now);
  const terms = callRound(fund, call);
  return {
    id: fund.id,
    title: fund.title,
    summary: fund.summary,
    clauseId: fund.clause,
    envelopeCents: fund.budgets.reduce((sum, budget) => sum + budget.amount, 0),
    budgets: fund.budgets.map(({ id, year, amount }) => ({ id, year, cents: amount })),
    themes: fund.themes.map(({ id, title }) => ({ id, title })),
    regions: fund.regions.map(({ id, title, code }) => ({ id, title, iso: code })),
    sizes: fund.sizes.map(({ id, title }) => ({ id, title })),
    limits: limitViews(terms, titlesOf(fund)),
    rule: fund.rule,
    tieBreak: { seed: fund.tieBreak.seed, moneyStepCents: fund.tieBreak.money?.step ?? null },
    call: {
      opens: call.opens.instant,
      closes: call.closes.instant,
      state: callState(call, now),
      budgets: terms.budgets.map(({ id }) => id),
    },
    assumptions: fund.assumptions.map(({ text }) => text),
    rounds: [...rounds],
  };
}
