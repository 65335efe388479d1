/** The round of a scenario: the decision's with some changes (docs/formats/explanation.md, "Scenarios"). */
import { type ColumnRow, type Compiled, compile, withRows } from "./compile.js";
import type { Edit } from "./explanation-types.js";
import { at, refuse } from "./refusal.js";
import { checkSums } from "./round.js";
import type { Application, Constraint, Round } from "./types.js";

/**
 * Makes the changes to a round and compiles it. Its choices have the same numbers as those of the round itself.
 *
 * @param where JSON pointer of the list of edits
 * @throws {Refusal} when an edit does not fit the round, or sums would reach 2^53.
 */
export function edited(round: Round, edits: readonly Edit[], where: string): Compiled {
  let changed = round;
  for (const [k, edit] of edits.entries()) changed = withEdit(changed, edit, at(where, k));
  checkSums(changed);
  const compiled = compile(changed);
  return withRows(compiled, awardRows(compiled, edits, where));
}

function withEdit(round: Round, edit: Edit, where: string): Round {
  if (edit.edit === "award") return round;
  if (edit.edit === "budget") {
    if (round.budgets.every(({ id }) => id !== edit.budget)) unknown(edit.budget, at(where, "budget"));
    const { budget, amount } = edit;
    return {
      ...round,
      budgets: round.budgets.map((old) => (old.id === budget ? { id: budget, amount } : old)),
    };
  }
  if (edit.edit === "amounts") {
    const { application: id, amounts } = edit;
    const budgets = new Set(round.budgets.map((budget) => budget.id));
    for (const budget of Object.keys(amounts))
      if (!budgets.has(budget)) unknown(budget, at(where, "amounts"));
    const index = round.applications.findIndex((application) => application.id === id);
    const application = round.applications[index];
    if (application === undefined || application.full === null)
      return refuse(
        at(where, "application"),
        `"${id}" heeft geen volledige aanvraag in deze ronde.`,
        `"${id}" has no full award in this round.`,
      );
    const changed: Application = { ...application, full: { ...application.full, amounts } };
    return { ...round, applications: round.applications.with(index, changed) };
  }
  const constraint = round.constraints[edit.constraint];
  if (constraint === undefined) return unknown(String(edit.constraint), at(where, "constraint"));
  const changed = edit.edit === "drop" ? DROPPED : withSide(constraint, edit, where);
  return { ...round, constraints: round.constraints.with(edit.constraint, changed) };
}

const DROPPED: Constraint = { kind: "dropped" };

/** A limit with one side at another value, or without it. */
function withSide(
  constraint: Constraint,
  { side, to }: Extract<Edit, { edit: "limit" }>,
  where: string,
): Constraint {
  if (constraint.kind !== "share" && constraint.kind !== "amount" && constraint.kind !== "count")
    return refuse(
      at(where, "constraint"),
      "Deze grens heeft geen minimum of maximum.",
      "This limit has no minimum or maximum.",
    );
  const { [side]: _, ...rest } = constraint;
  if (to === null) return rest as Constraint;
  if ((constraint.kind === "share") !== (typeof to === "string"))
    refuse(
      at(where, "to"),
      "Een deel staat hier als tekst, een bedrag of aantal als getal.",
      "A share is a text here, an amount or a number a number.",
    );
  return { ...rest, [side]: to } as Constraint;
}

/** One row for each application that must be awarded: `-(sum of its choices) <= -1`. */
function awardRows(compiled: Compiled, edits: readonly Edit[], where: string): ColumnRow[] {
  const named = new Set<string>();
  return edits.flatMap((edit, k) => {
    if (edit.edit !== "award") return [];
    const { application } = edit;
    const i = compiled.applicationById.get(application);
    if (i === undefined || named.has(application))
      return unknown(application, at(`${where}/${k}`, "application"));
    named.add(application);
    const values = new Map(compiled.choices[i]!.map(({ column }) => [column, -1]));
    return [{ id: `award/${application}`, values, limit: -1n }];
  });
}

function unknown(name: string, where: string): never {
  return refuse(
    where,
    `"${name}" bestaat niet in deze ronde, of staat er dubbel.`,
    `"${name}" does not exist in this round, or is doubled.`,
  );
}
