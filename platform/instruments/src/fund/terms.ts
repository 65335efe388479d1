/** Whether a round keeps to what its call announced: only such a round counts for a clause. */
import { type Constraint, canonicalText, type Round, type Rule } from "@voorsprong/allocation";
import type { FundDefinition } from "@voorsprong/programme";
import { callRound } from "./definition.js";

/** Kinds of limits that name applications: they follow from what came in, not from the call. */
const perApplication: readonly Constraint["kind"][] = ["at-most-one", "requires"];

/**
 * What keeps a round from counting as a round of this fund; empty when it is held as announced. The call is the one
 * that the round has its name from.
 */
export function deviations(fund: FundDefinition, round: Round, rule: Rule): string[] {
  const call = fund.calls.find(({ id }) => id === round.round);
  if (call === undefined) {
    const names = fund.calls.map(({ id }) => id).join(", ");
    return [`/round: "${round.round}" is no call of the fund ${fund.id}; expected one of: ${names}`];
  }
  const announced = callRound(fund, call);
  const differs = (one: unknown, other: unknown) => canonicalText(one) !== canonicalText(other);
  const limits = round.constraints.filter(({ kind }) => !perApplication.includes(kind));
  return [
    ...(rule === fund.rule ? [] : [`rule: announced is "${fund.rule}"`]),
    ...(round.unit === announced.unit ? [] : [`/unit: announced is "${announced.unit}"`]),
    ...(differs(round.budgets, announced.budgets)
      ? ["/budgets: they differ from the announced budgets"]
      : []),
    ...(differs(limits, announced.constraints)
      ? ["/constraints: they differ from the announced limits"]
      : []),
    ...(differs(round.tieBreak, announced.tieBreak)
      ? [`/tieBreak/seed: announced is "${announced.tieBreak.seed}"`]
      : []),
    ...(differs(round.ranking, announced.ranking)
      ? [`/ranking/misfit: announced is "${announced.ranking.misfit}"`]
      : []),
  ];
}
