/** What an application asks for, in one figure where it has several choices. */
import type { Amounts, Application } from "@voorsprong/allocation";

/** The largest choice of an application: what is shown as asked for. */
export interface Requested {
  readonly amounts: Amounts;
  /** Units over all budgets. */
  readonly total: number;
}

/** The choice with the highest total; of equal ones the full award, else the first option. */
export function requestedBy(application: Application): Requested {
  const choices = [
    ...(application.amounts === undefined ? [] : [application.amounts]),
    ...(application.options ?? []).map(({ amounts }) => amounts),
  ].map((amounts) => ({ amounts, total: totalOf(amounts) }));
  return choices.reduce((most, choice) => (choice.total > most.total ? choice : most), {
    amounts: {},
    total: -1,
  });
}

/** The sum of amounts over budgets, in units. */
export function totalOf(amounts: Amounts): number {
  return Object.values(amounts).reduce((sum, amount) => sum + amount, 0);
}
