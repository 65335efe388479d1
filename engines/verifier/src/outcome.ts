import { at, refuse } from "./refusal.js";
import { addTo, type Choice, type Compiled, findChoice, holds } from "./rows.js";
import type { Amounts, DecidedOutcome } from "./types.js";

/** An outcome whose every figure has been recomputed. */
export interface Recomputed {
  /** Per application its awarded choice, or undefined. */
  readonly awarded: readonly (Choice | undefined)[];
  readonly sums: Float64Array;
  readonly objective: number;
  /** Ids of the rows that do not hold, in the order of the rows. */
  readonly breaches: readonly string[];
}

/** The awards of an outcome exist, have the scores and amounts of the round, and are one per application. */
export function checkAwards(
  compiled: Compiled,
  outcome: DecidedOutcome,
  where: string,
): (Choice | undefined)[] {
  const awarded: (Choice | undefined)[] = compiled.choices.map(() => undefined);
  let last = -1;
  for (const [k, award] of outcome.awards.entries()) {
    const place = `${where}/awards/${k}`;
    const choice = findChoice(compiled, award.application, award.option);
    if (choice === undefined)
      refuse(
        place,
        `"${award.application}" vroeg dit niet.`,
        `"${award.application}" did not apply for this.`,
      );
    if (choice.application <= last)
      refuse(
        place,
        `"${award.application}" krijgt twee keer iets of staat niet op volgorde.`,
        `"${award.application}" is awarded twice or is out of order.`,
      );
    if (award.score !== choice.score)
      refuse(at(place, "score"), `De score is ${choice.score}.`, `The score is ${choice.score}.`);
    equalAmounts(award.amounts, choice.amounts, at(place, "amounts"));
    last = choice.application;
    awarded[choice.application] = choice;
  }
  return awarded;
}

/** Recomputes the objective, or refuses the one stated. */
export function checkObjective(
  awarded: readonly (Choice | undefined)[],
  stated: number,
  where: string,
): number {
  let objective = 0;
  for (const choice of awarded) objective += choice?.score ?? 0;
  if (objective !== stated)
    refuse(
      at(where, "objective"),
      `De scores zijn samen ${objective}.`,
      `The scores add up to ${objective}.`,
    );
  return objective;
}

/** Adds up what is spent, in total and per budget, or refuses what is stated. */
export function checkSpent(
  compiled: Compiled,
  sums: Float64Array,
  outcome: DecidedOutcome,
  where: string,
): void {
  const total = sums[0]!;
  if (outcome.spent.total !== total)
    refuse(`${where}/spent/total`, `Er is ${total} toegekend.`, `What is awarded adds up to ${total}.`);
  const budgets: Record<string, number> = Object.create(null);
  for (const [k, { id }] of compiled.round.budgets.entries()) budgets[id] = sums[1 + k]!;
  equalAmounts(outcome.spent.budgets, budgets, `${where}/spent/budgets`);
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
      refuse(at(place, "value"), `De waarde is ${value}.`, `The value is ${value}.`);
    if (BigInt(stated.of) !== of) refuse(at(place, "of"), `Dit is ${of}.`, `This is ${of}.`);
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
  const breaches = compiled.rows.filter((row) => !holds(row, sums)).map(({ id }) => id);
  if (stated.length !== breaches.length || stated.some((id, k) => id !== breaches[k]))
    refuse(
      at(where, "breaches"),
      `Niet gehaald: ${breaches.join(", ") || "geen"}.`,
      `Not met: ${breaches.join(", ") || "none"}.`,
    );
  return breaches;
}

/** The sums of a selection. */
export function sumsOf(compiled: Compiled, awarded: readonly (Choice | undefined)[]): Float64Array {
  const sums = new Float64Array(compiled.sums);
  for (const choice of awarded) if (choice !== undefined) addTo(sums, choice);
  return sums;
}

/** All of the above at once, for the outcome of the comparison. */
export function recompute(compiled: Compiled, outcome: DecidedOutcome, where: string): Recomputed {
  const awarded = checkAwards(compiled, outcome, where);
  const sums = sumsOf(compiled, awarded);
  const objective = checkObjective(awarded, outcome.objective, where);
  checkSpent(compiled, sums, outcome, where);
  checkLimits(compiled, sums, outcome, where);
  const breaches = checkBreaches(compiled, sums, outcome.breaches, where);
  return { awarded, sums, objective, breaches };
}

/** Two lists of amounts are the same, key by key. */
function equalAmounts(stated: Amounts, expected: Amounts, where: string): void {
  for (const key of new Set([...Object.keys(expected), ...Object.keys(stated)]))
    if (stated[key] !== expected[key])
      refuse(
        at(where, key),
        `Dit bedrag hoort ${expected[key] ?? "er niet"} te zijn.`,
        `This amount should be ${expected[key] ?? "absent"}.`,
      );
}
