/** The money of a grant in the order of time, for its picture and its table. */
import type { GrantView, MovementView } from "@voorsprong/server/contract";

/** A movement with what was granted and what was paid, less what was recovered, after it. */
export interface MoneyStep extends MovementView {
  readonly granted: number;
  /** Paid less what was ordered back. */
  readonly paid: number;
}

/** Movements by day with running totals; on one day in the order of the ledger. */
export function moneySteps(movements: readonly MovementView[]): readonly MoneyStep[] {
  let granted = 0;
  let paid = 0;
  return [...movements]
    .sort((one, other) =>
      one.onDay === other.onDay ? one.seq - other.seq : one.onDay < other.onDay ? -1 : 1,
    )
    .map((movement) => {
      const { kind, cents } = movement;
      if (kind === "grant.awarded" || kind === "grant.changed") granted += cents;
      if (kind === "payment.made") paid += cents;
      if (kind === "recovery.ordered") paid -= cents;
      return { ...movement, granted, paid };
    });
}

/** An advance that is still to be paid. */
export interface Planned {
  readonly day: string;
  readonly cents: number;
}

/** The advances that are still to be paid, by day. */
export function plannedAdvances({
  advances,
  state,
}: Pick<GrantView, "advances" | "state">): readonly Planned[] {
  if (state !== "running") return [];
  return advances
    .filter((advance) => advance.state !== "paid" && advance.cents > 0)
    .map(({ due, cents }) => ({ day: due, cents }))
    .sort((one, other) => (one.day < other.day ? -1 : 1));
}
