/** A second, naive reading of docs/formats: nothing here is shared with the engine, nothing is clever. */
import { createHash } from "node:crypto";
import type { Constraint, Round } from "@voorsprong/allocation";

export interface NaiveChoice {
  readonly application: number;
  readonly option: string | null;
  readonly score: number;
  readonly amounts: Readonly<Record<string, number>>;
}

/** The choices of each application, the full award first. */
export function choicesOf(round: Round): readonly (readonly NaiveChoice[])[] {
  return round.applications.map(({ score, amounts, options = [] }, application) => [
    ...(score === undefined ? [] : [{ application, option: null, score, amounts: amounts ?? {} }]),
    ...options.map((each) => ({ application, option: each.id, score: each.score, amounts: each.amounts })),
  ]);
}

/** Every way to give each application one choice or nothing. */
export function* selectionsOf(round: Round): Generator<readonly NaiveChoice[]> {
  const choices = choicesOf(round);
  function* from(index: number, taken: readonly NaiveChoice[]): Generator<readonly NaiveChoice[]> {
    if (index === choices.length) yield taken;
    else {
      yield* from(index + 1, taken);
      for (const choice of choices[index]!) yield* from(index + 1, [...taken, choice]);
    }
  }
  yield* from(0, []);
}

export function scoreOf(selection: readonly NaiveChoice[]): number {
  return selection.reduce((sum, { score }) => sum + score, 0);
}

/** The ids of the rows that a selection breaks. `walking` leaves out what a ranking cannot honour. */
export function broken(round: Round, selection: readonly NaiveChoice[], walking = false): readonly string[] {
  const rows: string[] = [];
  for (const { id, amount } of round.budgets) if (sum(selection, id) > amount) rows.push(`budget/${id}`);
  round.constraints.forEach((constraint, k) => {
    for (const [id, ok, walks] of checks(round, constraint, k, selection))
      if (!ok && (walks || !walking)) rows.push(id);
  });
  return rows;
}

export function isFeasible(round: Round, selection: readonly NaiveChoice[]): boolean {
  return broken(round, selection).length === 0;
}

/** The ranking, or another walk down a list, as one would do it by hand. */
export function rank(
  round: Round,
  rule: "ranking" | "first-come" | "lottery" = "ranking",
): {
  readonly selection: readonly NaiveChoice[];
  readonly blocked: Map<number, readonly string[]>;
} {
  const lot = (id: string) => createHash("sha256").update(`${round.tieBreak.seed}\n${id}`).digest("hex");
  const total = ({ amounts }: NaiveChoice) => Object.values(amounts).reduce((a, b) => a + b, 0);
  const list = choicesOf(round).map((choices) =>
    [...choices].sort((a, b) => {
      if (a.option === null) return -1;
      if (b.option === null) return 1;
      return b.score - a.score || total(a) - total(b) || (a.option < b.option ? -1 : 1);
    }),
  );
  const idOf = (choices: readonly NaiveChoice[]) => round.applications[choices[0]!.application]!.id;
  // Days compare as days, moments by their milliseconds: the property makes no finer ones.
  const receivedAt = (choices: readonly NaiveChoice[]) =>
    Date.parse(round.applications[choices[0]!.application]!.received ?? "");
  const before = {
    ranking: (a: readonly NaiveChoice[], b: readonly NaiveChoice[]) => b[0]!.score - a[0]!.score,
    "first-come": (a: readonly NaiveChoice[], b: readonly NaiveChoice[]) => receivedAt(a) - receivedAt(b),
    lottery: () => 0,
  }[rule];
  list.sort((a, b) => before(a, b) || (lot(idOf(a)) < lot(idOf(b)) ? -1 : 1));
  const selection: NaiveChoice[] = [];
  const blocked = new Map<number, readonly string[]>();
  for (const choices of list) {
    const fitting = choices.find((choice) => broken(round, [...selection, choice], true).length === 0);
    if (fitting !== undefined) selection.push(fitting);
    else {
      const inTheWay = new Set(choices.flatMap((choice) => broken(round, [...selection, choice], true)));
      blocked.set(choices[0]!.application, [...inTheWay]);
      if (round.ranking.misfit === "stop") break;
    }
  }
  return { selection, blocked };
}

function sum(selection: readonly NaiveChoice[], budget: string | undefined): number {
  return selection.reduce((total, { amounts }) => {
    if (budget !== undefined) return total + (amounts[budget] ?? 0);
    return total + Object.values(amounts).reduce((a, b) => a + b, 0);
  }, 0);
}

type Check = readonly [row: string, ok: boolean, walks: boolean];

function checks(
  round: Round,
  constraint: Constraint,
  k: number,
  selection: readonly NaiveChoice[],
): readonly Check[] {
  const isIn = (id: string) =>
    selection.some(({ application }) => round.applications[application]!.id === id);
  if (constraint.kind === "at-most-one")
    return [[`exclusive/${k}`, constraint.applications.filter(isIn).length <= 1, true]];
  if (constraint.kind === "requires")
    return [[`requires/${k}`, !isIn(constraint.application) || isIn(constraint.needs), true]];
  const members = selection.filter(({ application }) =>
    (round.applications[application]!.tags[constraint.tag] ?? []).includes(constraint.value),
  );
  const result: Check[] = [];
  const add = (side: "min" | "max", ok: boolean, walks: boolean) =>
    result.push([`limit/${k}/${side}`, ok, walks]);
  if (constraint.kind === "share") {
    const group = sum(members, constraint.budget);
    const ofBudget = constraint.of === "budget";
    const budgets = round.budgets.filter(
      ({ id }) => constraint.budget === undefined || constraint.budget === id,
    );
    const whole = ofBudget ? budgets.reduce((a, b) => a + b.amount, 0) : sum(selection, constraint.budget);
    // Small figures: thousandths are exact in doubles.
    const part = (text: string) => Math.round(Number(text) * 1000) * whole;
    if (constraint.min !== undefined) add("min", group * 1000 >= part(constraint.min), false);
    if (constraint.max !== undefined) add("max", group * 1000 <= part(constraint.max), ofBudget);
    return result;
  }
  const figure = constraint.kind === "count" ? members.length : sum(members, constraint.budget);
  if (constraint.min !== undefined) add("min", figure >= constraint.min, false);
  if (constraint.max !== undefined) add("max", figure <= constraint.max, true);
  return result;
}
