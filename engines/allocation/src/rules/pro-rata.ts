/** The rule `pro-rata`: everyone the same part of what it asks, as far as limits allow; docs/formats/decision.md. */
import { outcomeOf } from "../decision/outcome.js";
import type { Award, DecidedOutcome } from "../model/decision.js";
import type { Amounts, Application } from "../model/round.js";
import { floorDivide } from "../optimum/bound.js";
import { compile } from "../problem/compile.js";
import type { Problem, Row } from "../problem/problem.js";
import { triedChoices } from "../ranking/order.js";
import { scaledText } from "../reading/decimal.js";
import { fill, type Vessel, WHOLE } from "./filling.js";

/** What each application is awarded, and what that costs and breaks. */
export function proRata(problem: Problem): DecidedOutcome {
  const { round } = problem;
  const asked = round.applications.map((_, index) => triedChoices(problem, index)[0]!);
  const parts = fill(problem, asked, vesselsOf(problem));
  // The same round with only the partial awards: every limit is then evaluated as it always is.
  const applications = asked.map((choice, index) => partOf(problem, choice, parts[index]!));
  const partial = compile({ ...round, applications });
  const awarded = parts.flatMap((part, index) => (part > 0n ? [index] : []));
  const outcome = outcomeOf(partial, awarded);
  const awards = outcome.awards.map(({ amounts, application, score }, k): Award => {
    const index = awarded[k]!;
    const { option } = problem.choices[asked[index]!]!;
    return { amounts, application, option, part: scaledText(parts[index]!, 12), score };
  });
  return { ...outcome, awards };
}

/** The rows that are honoured, as vessels to fill. */
function vesselsOf(problem: Problem): readonly Vessel[] {
  return problem.rows
    .filter((row) => isHonoured(problem, row))
    .map(({ terms, rhs }) => ({ capacity: rhs, weight: terms[0]!.weight, vector: terms[0]!.vector }));
}

/** Budgets, maxima of amounts, and maximum shares of the budget: the rows that a part of the money keeps. */
function isHonoured({ round }: Problem, { source, walkable }: Row): boolean {
  if ("budget" in source) return true;
  if (!("constraint" in source)) return false;
  const { kind } = round.constraints[source.constraint]!;
  return walkable && (kind === "amount" || kind === "share");
}

/** An application that asks for a part of a choice and nothing else. */
function partOf({ round, choices }: Problem, choice: number, part: bigint): Application {
  const { application, score, amounts } = choices[choice]!;
  const { id, tags } = round.applications[application]!;
  const partial: Amounts = Object.fromEntries(
    Object.entries(amounts)
      .map(([budget, amount]) => [budget, share(amount, part)] as const)
      .filter(([, amount]) => amount > 0),
  );
  return { id, score: share(score, part), amounts: partial, tags };
}

/** A part of a whole number, rounded towards minus infinity. */
function share(value: number, part: bigint): number {
  return Number(floorDivide(BigInt(value) * part, WHOLE));
}
