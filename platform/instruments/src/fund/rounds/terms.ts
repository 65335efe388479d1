/** Whether a round keeps to what its call announced: only such a round counts for a clause. */
import { type Constraint, canonicalText, type Round, type Rule } from "@voorsprong/allocation";
import type { FundDefinition } from "@voorsprong/programme";
import { callRound } from "../definition.js";
import { withoutLots } from "./draw.js";

/** Kinds of limits that name applications: they follow from what came in, not from the call. */
const perApplication: readonly Constraint["kind"][] = ["at-most-one", "requires"];

/** One difference from what was announced, at its place in the round (or `/rule` of what was sent). */
export interface Deviation {
  readonly pointer: string;
  readonly detail: string;
}

/**
 * What keeps a round from counting as a round of this fund; empty when it is held as announced. The call is the one
 * that the round has its name from. The lots of a lottery come from its draw, whatever was sent.
 */
export function deviations(fund: FundDefinition, round: Round, rule: Rule): Deviation[] {
  const call = fund.calls.find(({ id }) => id === round.round);
  if (call === undefined) {
    const names = fund.calls.map(({ id }) => id).join(", ");
    return [
      {
        pointer: "/round",
        detail: `"${round.round}" is no call of the fund ${fund.id}; expected one of: ${names}`,
      },
    ];
  }
  const announced = callRound(fund, call);
  const limits = round.constraints.filter(({ kind }) => !perApplication.includes(kind));
  const compared: readonly (readonly [pointer: string, actual: unknown, expected: unknown])[] = [
    ["/rule", rule, fund.rule],
    ["/unit", round.unit, announced.unit],
    ["/scoreScale", round.scoreScale, announced.scoreScale],
    ["/budgets", round.budgets, announced.budgets],
    ["/constraints", limits, announced.constraints],
    ["/tieBreak", rule === "lottery" ? withoutLots(round.tieBreak) : round.tieBreak, announced.tieBreak],
    ["/ranking", round.ranking, announced.ranking],
  ];
  return compared.flatMap(([pointer, actual, expected]) => {
    const [found, wanted] = [canonicalText(actual), canonicalText(expected)];
    return found === wanted ? [] : [{ pointer, detail: `announced is ${wanted.slice(0, 500)}` }];
  });
}
