/** Rounds with edits; docs/formats/explanation.md, section Scenarios, says what each edit does. */
import type { Edit } from "../model/explanation.js";
import type { Amounts, Application, Constraint, Round } from "../model/round.js";
import { compile } from "../problem/compile.js";
import type { Problem } from "../problem/problem.js";

/**
 * The compiled round with these edits, in order.
 *
 * @throws RangeError when an edit names a budget, constraint or application that the round does not have, a side of a
 *   constraint without sides, or the full award of an application that has only options
 */
export function editedProblem(round: Round, edits: readonly Edit[]): Problem {
  const dropped = new Set<number>();
  const forced: { readonly edit: "award" | "refuse"; readonly application: string }[] = [];
  let edited = round;
  for (const each of edits) {
    if (each.edit === "drop") {
      constraintOf(round, each.constraint);
      dropped.add(each.constraint);
    } else if (each.edit === "award" || each.edit === "refuse") {
      positionOf(round, each.application);
      forced.push(each);
    } else edited = withEdit(edited, each);
  }
  return compile(edited, { dropped, forced });
}

type FigureEdit = Exclude<Edit, { readonly edit: "drop" | "award" | "refuse" }>;

function withEdit(round: Round, edit: FigureEdit): Round {
  switch (edit.edit) {
    case "budget": {
      const at = round.budgets.findIndex(({ id }) => id === edit.budget);
      if (at < 0) throw new RangeError(`the round has no budget "${edit.budget}"`);
      return { ...round, budgets: round.budgets.with(at, { id: edit.budget, amount: edit.amount }) };
    }
    case "limit": {
      const limit = constraintOf(round, edit.constraint);
      return { ...round, constraints: round.constraints.with(edit.constraint, withSide(limit, edit)) };
    }
    case "score":
      return withFullAward(round, edit.application, { score: edit.score });
    case "amounts":
      return withFullAward(round, edit.application, { amounts: edit.amounts });
  }
}

function constraintOf(round: Round, index: number): Constraint {
  const constraint = round.constraints[index];
  if (constraint === undefined) throw new RangeError(`the round has no constraint number ${index}`);
  return constraint;
}

function withSide(limit: Constraint, { constraint, side, to }: Extract<Edit, { edit: "limit" }>): Constraint {
  if (limit.kind === "at-most-one" || limit.kind === "requires")
    throw new RangeError(`constraint number ${constraint} (${limit.kind}) has no ${side}`);
  if (to !== null && (typeof to === "string") !== (limit.kind === "share"))
    throw new RangeError(`constraint number ${constraint} (${limit.kind}) cannot have ${side} ${to}`);
  const { [side]: _, ...rest } = limit;
  // The value fits the kind, as checked; TypeScript cannot follow that through a union.
  return (to === null ? rest : { ...rest, [side]: to }) as Constraint;
}

function withFullAward(
  round: Round,
  id: string,
  change: { readonly score: number } | { readonly amounts: Amounts },
): Round {
  const at = positionOf(round, id);
  const application: Application = round.applications[at]!;
  if (application.score === undefined || application.amounts === undefined)
    throw new RangeError(`application "${id}" has no full award`);
  return { ...round, applications: round.applications.with(at, { ...application, ...change }) };
}

function positionOf(round: Round, id: string): number {
  const at = round.applications.findIndex((application) => application.id === id);
  if (at < 0) throw new RangeError(`the round has no application "${id}"`);
  return at;
}
