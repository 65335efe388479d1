/** Rows and conflicts in words. */
import { kindOf } from "../constraints/kinds.js";
import type { Language } from "../model/language.js";
import type { Round } from "../model/round.js";
import { formatAmount, type Titles } from "./phrases.js";

/**
 * What a row of a round demands, as a sentence without capital and full stop; for instance
 * `het budget 2027 is € 1.000.000`.
 *
 * @param row an id of docs/formats/decision.md, such as `budget/2027` or `limit/0/max`
 * @param titles names of the programme for what the round knows by id
 * @throws RangeError when the round has no such row
 */
export function describeRow(round: Round, row: string, language: Language, titles?: Titles): string {
  const budget = row.startsWith("budget/") ? round.budgets.find(({ id }) => id === row.slice(7)) : undefined;
  if (budget !== undefined) {
    const amount = formatAmount(budget.amount, round.unit, language);
    return language === "nl"
      ? `budget ${budget.id} is hoogstens ${amount}`
      : `budget ${budget.id} is at most ${amount}`;
  }
  const match = /^(?:limit\/(\d+)\/(min|max)|(?:exclusive|requires)\/(\d+))$/.exec(row);
  const constraint = match === null ? undefined : round.constraints[Number(match[1] ?? match[3])];
  if (match === null || constraint === undefined) throw new RangeError(`the round has no row "${row}"`);
  const side = (match[2] as "min" | "max" | undefined) ?? null;
  return kindOf(constraint.kind).describe(constraint, side, round, language, titles);
}

/** Why no outcome is possible, as one paragraph. */
export function describeConflict(round: Round, conflict: readonly string[], language: Language): string {
  const rows = conflict.map((row) => describeRow(round, row, language)).join("; ");
  const alone = conflict.length === 1;
  if (language === "nl")
    return `Geen enkele keuze van aanvragen voldoet ${alone ? "aan deze grens" : "tegelijk aan deze grenzen"}: ${rows}.`;
  return `No selection of applications meets ${alone ? "this limit" : "these limits together"}: ${rows}.`;
}
