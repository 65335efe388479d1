/** The figures of an outcome, recomputed (docs/formats/decision.md, "Limits" and "Pro rata"). */

import {
  brokenRows,
  type Choice,
  type Compiled,
  findChoice,
  type Selection,
  sumsOf,
  worthOf,
} from "./compile.js";
import { bare } from "./json.js";
import type { Filling } from "./pro-rata.js";
import { partText } from "./pro-rata.js";
import { at, refuse, type Text } from "./refusal.js";
import { EVERYTHING, holds } from "./rows.js";
import type { Amounts, DecidedOutcome } from "./types.js";
import { amount, limits, number } from "./words.js";

/** An outcome whose every figure has been recomputed. */
export interface Recomputed {
  /** Per application its awarded choice, or undefined. */
  readonly awarded: Selection;
  readonly sums: Float64Array;
  readonly objective: number;
  /** Ids of the rows that do not hold, in the order of the rows. */
  readonly breaches: readonly string[];
}

/**
 * The awards of an outcome exist, have the scores and amounts of the round, and are one per application. Under
 * `pro-rata` they have the scores, the amounts and the part that its filling gives them.
 */
export function checkAwards(
  compiled: Compiled,
  outcome: DecidedOutcome,
  filling: Filling | undefined,
  where: string,
): Selection {
  const awarded: (Choice | undefined)[] = compiled.choices.map(() => undefined);
  let last = -1;
  for (const [k, award] of outcome.awards.entries()) {
    const place = `${where}/awards/${k}`;
    const { application } = award;
    const asked = findChoice(compiled, application, award.option);
    if (asked === undefined)
      refuse(place, `"${application}" vroeg dit niet.`, `"${application}" did not apply for this.`);
    if (asked.application <= last)
      refuse(
        place,
        `"${application}" krijgt twee keer iets of staat niet op volgorde.`,
        `"${application}" is awarded twice or is out of order.`,
      );
    const filled = filling?.awarded[asked.application];
    if (filling !== undefined && filled?.option !== asked.option)
      refuse(place, `"${application}" krijgt dit niet.`, `"${application}" does not get this.`);
    checkPart(award.part, filling && partText(filling.parts[asked.application]!), at(place, "part"));
    const choice = filled ?? asked;
    if (award.score !== choice.score)
      refuse(at(place, "score"), `De score is ${choice.score}.`, `The score is ${choice.score}.`);
    equalAmounts(award.amounts, choice.amounts, at(place, "amounts"));
    last = choice.application;
    awarded[choice.application] = choice;
  }
  return awarded;
}

function checkPart(stated: string | undefined, expected: string | undefined, where: string): void {
  if (stated === expected) return;
  if (expected === undefined)
    refuse(where, 'Een deel hoort bij de regel "pro-rata".', 'A part belongs to the rule "pro-rata".');
  refuse(where, `Het deel is ${expected}.`, `The part is ${expected}.`);
}

/** Recomputes the objective, or refuses the one stated. */
export function checkObjective(awarded: Selection, stated: number, where: string): number {
  const objective = worthOf(awarded);
  if (objective !== stated)
    refuse(
      at(where, "objective"),
      `De scores zijn samen ${number.nl(objective)}.`,
      `The scores add up to ${number.en(objective)}.`,
    );
  return objective;
}

/** Adds up what is spent, in total and per budget, or refuses what is stated. */
export function checkSpent(
  { round }: Compiled,
  sums: Float64Array,
  outcome: DecidedOutcome,
  where: string,
): Text {
  const total = amount(round.unit, sums[EVERYTHING]!);
  if (outcome.spent.total !== sums[EVERYTHING])
    refuse(`${where}/spent/total`, `Er is ${total.nl} toegekend.`, `What is awarded adds up to ${total.en}.`);
  const budgets = bare<number>();
  for (const [k, { id }] of round.budgets.entries()) budgets[id] = sums[1 + k]!;
  equalAmounts(outcome.spent.budgets, budgets, `${where}/spent/budgets`);
  return { nl: `Samen is ${total.nl} toegekend.`, en: `Together ${total.en} is awarded.` };
}

/** Recomputes the figure of every limit, or refuses the ones stated. */
export function checkLimits(
  compiled: Compiled,
  sums: Float64Array,
  outcome: DecidedOutcome,
  where: string,
): void {
  const rows = compiled.rows.filter((row) => row.figure !== undefined);
  if (outcome.limits.length !== rows.length)
    refuse(at(where, "limits"), `Er zijn ${rows.length} grenzen.`, `There are ${rows.length} limits.`);
  for (const [k, row] of rows.entries()) {
    const stated = outcome.limits[k]!;
    const place = `${where}/limits/${k}`;
    const value = sums[row.figure!.value]!;
    const of = typeof row.figure!.of === "bigint" ? row.figure!.of : BigInt(sums[row.figure!.of.sum]!);
    const met = holds(row, sums);
    if (stated.row !== row.id) refuse(at(place, "row"), `Hier hoort ${row.id}.`, `This should be ${row.id}.`);
    if (stated.value !== value)
      refuse(at(place, "value"), `De waarde is ${number.nl(value)}.`, `The value is ${number.en(value)}.`);
    if (BigInt(stated.of) !== of)
      refuse(at(place, "of"), `Dit is ${number.nl(of)}.`, `This is ${number.en(of)}.`);
    if (stated.met !== met)
      refuse(
        at(place, "met"),
        met ? "De grens is gehaald." : "De grens is niet gehaald.",
        met ? "The limit is met." : "The limit is not met.",
      );
  }
}

/** Finds every row that does not hold, or refuses the list stated. */
export function checkBreaches(
  compiled: Compiled,
  sums: Float64Array,
  stated: readonly string[],
  where: string,
): string[] {
  const breaches = brokenRows(compiled, sums);
  if (stated.length !== breaches.length || stated.some((id, k) => id !== breaches[k])) {
    const words = limits(
      compiled.round,
      breaches.map((id) => ({ id })),
    );
    refuse(at(where, "breaches"), `Niet gehaald: ${words.nl || "geen"}.`, `Not met: ${words.en || "none"}.`);
  }
  return breaches;
}

/** All of the above at once, for the outcome of a comparison. */
export function recompute(
  compiled: Compiled,
  outcome: DecidedOutcome,
  filling: Filling | undefined,
  where: string,
): Recomputed {
  const awarded = checkAwards(compiled, outcome, filling, where);
  const sums = sumsOf(compiled, awarded);
  const objective = checkObjective(awarded, outcome.objective, where);
  checkSpent(compiled, sums, outcome, where);
  checkLimits(compiled, sums, outcome, where);
  const breaches = checkBreaches(compiled, sums, outcome.breaches, where);
  return { awarded, sums, objective, breaches };
}

/** Two lists of amounts are the same, key by key. */
function equalAmounts(stated: Amounts, expected: Amounts, where: string): void {
  const expectedKeys = Object.keys(expected);
  const statedKeys = Object.keys(stated);
  for (const key of expectedKeys)
    if (stated[key] !== expected[key])
      refuse(
        at(where, key),
        `Dit bedrag hoort ${expected[key]} te zijn.`,
        `This amount should be ${expected[key]}.`,
      );
  if (statedKeys.length === expectedKeys.length) return;
  const extra = statedKeys.find((key) => expected[key] === undefined)!;
  refuse(at(where, extra), "Dit bedrag hoort er niet te zijn.", "This amount should be absent.");
}
