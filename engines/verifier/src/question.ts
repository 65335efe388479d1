/** Whether the edits of a scenario are those that its subject asks for (docs/formats/explanation.md, "Scenarios"). */
import { brokenRows, type Compiled, type Selection, sumsOf } from "./compile.js";
import { edited } from "./edits.js";
import type { Edit, Question, Scenario } from "./explanation-types.js";
import { partText, partUnits } from "./pro-rata.js";
import { checkRowList, restsOn } from "./proof.js";
import { at, refuse } from "./refusal.js";
import { type Row, rowsOf } from "./rows.js";
import type { Constraint, Round } from "./types.js";

/**
 * Checks that a scenario's edits do what its subject says, and nothing else.
 *
 * @param compiled the round of the decision
 * @param scenario the round with the edits
 * @param where JSON pointer of the scenario
 * @throws {Refusal} when they do not.
 */
export function checkQuestion(
  compiled: Compiled,
  scenario: Compiled,
  question: Question,
  edits: readonly Edit[],
  where: string,
): void {
  const subject = at(where, "subject");
  if (question.ask === "points") {
    if (edits.length !== 1 || edits[0]!.edit !== "award" || edits[0]!.application !== question.application)
      otherEdits(where);
  } else if (question.ask === "cost") checkCost(compiled, question, edits, where);
  else {
    if (edits.some(({ edit }) => edit === "award" || edit === "amounts")) otherEdits(where);
    if (question.ask === "without") checkRowList(compiled, question.limits, at(subject, "limits"));
    if (question.ask === "looser" && !compiled.rowById.has(question.limit))
      refuse(at(subject, "limit"), `Er is geen rij ${question.limit}.`, `There is no row ${question.limit}.`);
    const expected =
      question.ask === "looser"
        ? looser(compiled.round, question.limit)
        : without(
            compiled,
            scenario.round,
            question.ask === "shares" ? shareRows(compiled) : question.limits,
          );
    if (expected === undefined || !sameRows(rowsOf(expected), scenario.rows)) otherEdits(where);
  }
}

function otherEdits(where: string): never {
  return refuse(
    at(where, "edits"),
    "Deze veranderingen zijn niet die van het onderwerp.",
    "These edits are not those of the subject.",
  );
}

/** Amounts in the same proportion, rounded down, and the application awarded. */
function checkCost(
  compiled: Compiled,
  { application, at: total }: Extract<Question, { ask: "cost" }>,
  edits: readonly Edit[],
  where: string,
): void {
  const amountsEdit = edits.find(({ edit }) => edit === "amounts");
  const awardEdit = edits.find(({ edit }) => edit === "award");
  if (edits.length !== 2 || amountsEdit?.edit !== "amounts" || awardEdit?.edit !== "award") otherEdits(where);
  const [amounts, award] = [amountsEdit!, awardEdit!] as [
    Extract<Edit, { edit: "amounts" }>,
    Extract<Edit, { edit: "award" }>,
  ];
  if (amounts.application !== application || award.application !== application) otherEdits(where);
  // The edit of the amounts has been made, so the application exists and has a full award.
  const full = compiled.choices[compiled.applicationById.get(application)!]![0]!;
  if (full.total === 0)
    refuse(at(where, "subject"), "Deze aanvraag vraagt niets.", "This application asks nothing.");
  for (const { id } of compiled.round.budgets) {
    const expected = (BigInt(full.amounts[id] ?? 0) * BigInt(total)) / BigInt(full.total);
    if (BigInt(amounts.amounts[id] ?? 0) !== expected)
      refuse(
        at(where, "edits"),
        `In budget ${id} hoort dit ${expected} te zijn.`,
        `In budget ${id} this should be ${expected}.`,
      );
  }
}

/**
 * Checks which rows a scenario about costs names in `against`. A lower cost only helps where it loosens rows; in a row
 * in which the application has a coefficient below zero it can hurt. Where the application wins, these are the rows that
 * the scenario's selection would not meet at no cost at all; otherwise those on which the proof rests, so that without
 * any it excludes higher costs as well.
 *
 * @param selection that of the scenario where the application wins
 */
export function checkAgainst(
  compiled: Compiled,
  { question, edits, proof }: Scenario,
  selection: Selection | undefined,
  where: string,
): void {
  if (question.ask !== "cost") return;
  const { application, against } = question;
  const { parts } = compiled.choices[compiled.applicationById.get(application)!]![0]!;
  const hurting = compiled.rows.filter((row) => isAgainst(compiled, row, parts)).map(({ id }) => id);
  let named: ReadonlySet<string>;
  if (hurting.length === 0 || selection === undefined) named = restsOn(compiled, proof);
  else {
    const free = edits.map((edit) => (edit.edit === "amounts" ? { ...edit, amounts: {} } : edit));
    const round = edited(compiled.round, free, at(where, "edits"));
    const sums = sumsOf(
      round,
      selection.map((choice) => choice && round.columns[choice.column]),
    );
    named = new Set(brokenRows(round, sums));
  }
  const expected = hurting.filter((id) => named.has(id));
  if (expected.length !== against.length || expected.some((id, k) => id !== against[k]))
    refuse(
      at(where, "subject"),
      `Lagere kosten kunnen hier tegenwerken in: ${expected.join(", ") || "geen rij"}.`,
      `A lower cost can hurt here in: ${expected.join(", ") || "no row"}.`,
    );
}

/** Whether a choice has a coefficient below zero in a row that counts money. */
function isAgainst(
  { round }: Compiled,
  row: Row,
  parts: readonly { readonly sum: number; readonly weight: number }[],
): boolean {
  const [kind, which] = row.id.split("/");
  const constraint = kind === "limit" ? round.constraints[Number(which)] : undefined;
  if (constraint === undefined || constraint.kind === "count") return false;
  let coefficient = 0n;
  for (const { sum, factor } of row.terms)
    for (const part of parts) if (part.sum === sum) coefficient += factor * BigInt(part.weight);
  return coefficient < 0n;
}

/** The round with one row a step looser; undefined where a row has no steps. */
function looser(round: Round, row: string): Round | undefined {
  const [kind, which = "", side] = row.split("/");
  if (kind === "budget") {
    const id = row.slice("budget/".length);
    const raise = (amount: number): number => amount + Math.ceil(amount / 100);
    return {
      ...round,
      budgets: round.budgets.map((budget) =>
        budget.id === id ? { id, amount: raise(budget.amount) } : budget,
      ),
    };
  }
  const constraint = round.constraints[Number(which)];
  if (kind !== "limit" || constraint === undefined) return undefined;
  const sign = side === "max" ? 1 : -1;
  const key = side === "max" ? "max" : "min";
  const changed = (bound: number | string): Round => ({
    ...round,
    constraints: round.constraints.with(Number(which), { ...constraint, [key]: bound } as Constraint),
  });
  if (constraint.kind === "share") {
    const units = partUnits(constraint[key]!) + BigInt(sign) * partUnits("0.01");
    const one = partUnits("1");
    return changed(partText(units < 0n ? 0n : units > one ? one : units));
  }
  if (constraint.kind !== "amount" && constraint.kind !== "count") return undefined;
  const bound = constraint[key]!;
  const step = constraint.kind === "count" ? 1 : Math.ceil(bound / 100);
  return changed(Math.max(0, bound + sign * step));
}

/** Ids of the rows of all share limits. */
function shareRows({ round, rows }: Compiled): string[] {
  return rows
    .filter(({ id }) => {
      const [kind, which] = id.split("/");
      return kind === "limit" && round.constraints[Number(which)]!.kind === "share";
    })
    .map(({ id }) => id);
}

/**
 * The round without some rows. A budget cannot be left out; it may have any amount that is enough for everything that
 * is asked in it, and what is a share of it follows.
 */
function without(compiled: Compiled, scenario: Round, rows: readonly string[]): Round | undefined {
  let { constraints } = compiled.round;
  const budgets = [...compiled.round.budgets];
  for (const row of rows) {
    const [kind, which = "", side] = row.split("/");
    if (kind === "budget") {
      const k = budgets.findIndex(({ id }) => row === `budget/${id}`);
      const { id, amount } = scenario.budgets[k]!;
      const asked = compiled.columns.reduce((sum, { amounts }) => sum + (amounts[id] ?? 0), 0);
      if (amount < asked) return undefined;
      budgets[k] = { id, amount };
      continue;
    }
    const number = Number(which);
    const constraint = constraints[number]!;
    if (kind !== "limit") constraints = constraints.with(number, { kind: "dropped" });
    else {
      const { [side as "min"]: _, ...rest } = constraint as Extract<Constraint, { kind: "amount" }>;
      constraints = constraints.with(number, rest);
    }
  }
  return { ...compiled.round, budgets, constraints };
}

/** Whether two lists of rows say the same. */
function sameRows(expected: readonly Row[], found: readonly Row[]): boolean {
  const key = ({ id, limit, terms }: Row): string =>
    `${id} ${limit} ${terms.map(({ sum, factor }) => `${sum}:${factor}`).join(" ")}`;
  return expected.length === found.length && expected.every((row, k) => key(row) === key(found[k]!));
}
