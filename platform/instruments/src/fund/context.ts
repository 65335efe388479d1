/** What the parts of the fund work with. */
import type { FundDefinition, Programme } from "@voorsprong/programme";
import type { Store } from "@voorsprong/store";
import type { Limiter } from "../kernel/limiter.js";
import { Refusal } from "../kernel/refusal.js";

/** The world of the fund: a programme, a store and a clock. */
export interface FundContext {
  readonly programme: Programme;
  readonly store: Store;
  readonly now: () => Date;
  /** Turns for threads that read uploads and make examples. */
  readonly readers: Limiter;
}

/** @throws Refusal when the programme has no such fund */
export function requireFund({ programme }: Pick<FundContext, "programme">, fundId: string): FundDefinition {
  const fund = programme.funds.find(({ id }) => id === fundId);
  if (fund === undefined) throw new Refusal("not-found", `There is no fund ${fundId}.`);
  return fund;
}
