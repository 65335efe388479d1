/** The examples a new store begins with: a round per fund, one of them decided, so that a newcomer sees an outcome. */
import type { FundContext } from "../context.js";
import { requestDecision } from "./decide-round.js";
import { registerExample } from "./register-round.js";
import { listRounds } from "./store/index.js";

/** Size and seed are fixed: every new store begins with the same rounds. */
const first = { applications: 2_000, seed: 2027, difficulty: "loose" } as const;

/**
 * Makes an example round for each fund that has no round at all, and has the first fund's decided. A store in which
 * this was interrupted is completed at the next start.
 *
 * @param signal stops between rounds
 */
export async function makeFirstExamples(context: FundContext, signal: AbortSignal): Promise<void> {
  for (const [index, fund] of context.programme.funds.entries()) {
    if (signal.aborted) return;
    const { items } = await listRounds(context.store.database, { page: 1, pageSize: 1, fundId: fund.id });
    if (items.length > 0) continue;
    const { round } = await registerExample(context, { ...first, fundId: fund.id, rule: fund.rule }, false);
    if (index === 0 && round.state === "open")
      await requestDecision(context, round.id, { timeLimitSeconds: 60 });
  }
}
