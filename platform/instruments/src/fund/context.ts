/** What the parts of the fund work with. */
import type { Decision } from "@voorsprong/allocation";
import type { FundDefinition, Programme } from "@voorsprong/programme";
import type { Store, Transaction } from "@voorsprong/store";
import type { Limiter } from "../kernel/limiter.js";
import { Refusal } from "../kernel/refusal.js";
import type { DecisionFigures } from "./rounds/summarise-decision.js";

/** A decision that is being published. */
export interface Published {
  readonly roundId: string;
  readonly decision: Decision;
  readonly figures: DecisionFigures;
}

/** The world of the fund: a programme, a store and a clock. */
export interface FundContext {
  readonly programme: Programme;
  readonly store: Store;
  readonly now: () => Date;
  /** Turns for threads that read uploads and make examples. */
  readonly readers: Limiter;
  /**
   * What follows from publishing a decision, in its transaction: outcomes, letters, grants. What it gives back is run
   * after the ledger entry.
   */
  readonly published: (tx: Transaction, published: Published) => Promise<() => Promise<void>>;
}

/** @throws Refusal when the programme has no such fund */
export function requireFund({ programme }: Pick<FundContext, "programme">, fundId: string): FundDefinition {
  const fund = programme.funds.find(({ id }) => id === fundId);
  if (fund === undefined) throw new Refusal("not-found", `There is no fund ${fundId}.`);
  return fund;
}
