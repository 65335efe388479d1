/** What a call puts into its round: everything of docs/formats/round.md except the applications and the seed. */
import type { AmountLimit, CountLimit, FundDefinition, Limit, ShareLimit } from "./vocabulary.js";

/** A limit as a round states it: without its reason. */
export type RoundLimit =
  | Omit<ShareLimit, "reason">
  | Omit<AmountLimit, "reason">
  | Omit<CountLimit, "reason">;

/** The terms of one call, in the form of a round. */
export interface CallTerms {
  readonly round: string;
  readonly unit: "EUR-cent";
  readonly budgets: readonly { readonly id: string; readonly amount: number }[];
  readonly constraints: readonly RoundLimit[];
  readonly ranking: { readonly misfit: "skip" | "stop" };
}

const withoutReason = ({ reason: _, ...limit }: Limit): RoundLimit => limit;

/**
 * The terms of the call `id` of a fund. A limit on one budget belongs to the call that awards this budget; every
 * other limit holds in each call.
 *
 * @throws {RangeError} when the fund has no such call.
 */
export function callTerms(fund: FundDefinition, id: string): CallTerms {
  const call = fund.calls.find((each) => each.id === id);
  if (call === undefined) throw new RangeError(`The fund ${fund.id} has no call ${id}.`);
  const budgets = fund.budgets.filter((budget) => call.budgets.includes(budget.id));
  const holds = (limit: Limit): boolean =>
    limit.kind === "count" || limit.budget === undefined || call.budgets.includes(limit.budget);
  return {
    round: call.id,
    unit: "EUR-cent",
    budgets: budgets.map(({ id: budget, amount }) => ({ id: budget, amount })),
    constraints: fund.limits.filter(holds).map(withoutReason),
    ranking: { misfit: fund.misfit },
  };
}
