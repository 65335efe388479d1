/** A published outcome as scenarios need it. */
import type { Decision } from "../model/decision.js";
import type { Added, Difference } from "../model/explanation.js";
import type { Round } from "../model/round.js";
import { compile } from "../problem/compile.js";
import type { Problem } from "../problem/problem.js";

/** A decided round, compiled, with the choices of its outcome. Edited problems have the same choices. */
export interface Published {
  readonly decision: Decision;
  readonly round: Round;
  readonly problem: Problem;
  /** Ascending. */
  readonly selection: readonly number[];
  readonly objective: number;
  /** Per choice, by application id and option id. */
  readonly choiceOf: (application: string, option: string | null) => number;
}

/**
 * Reads a decision's outcome back into choices; null when the round has no outcome.
 *
 * @throws RangeError when the outcome names a choice that the round does not have
 */
export function publishedOf(decision: Decision): Published | null {
  const { round, outcome } = decision;
  if (outcome.status !== "decided") return null;
  const problem = compile(round);
  const index = new Map(
    problem.choices.map(({ application, option }, choice) => [
      JSON.stringify([round.applications[application]!.id, option]),
      choice,
    ]),
  );
  const choiceOf = (application: string, option: string | null) => {
    const choice = index.get(JSON.stringify([application, option]));
    if (choice === undefined)
      throw new RangeError(`the round has no choice ${JSON.stringify([application, option])}`);
    return choice;
  };
  const selection = outcome.awards
    .map(({ application, option }) => choiceOf(application, option))
    .sort((a, b) => a - b);
  return { decision, round, problem, selection, objective: outcome.objective, choiceOf };
}

/** A selection as its difference with the published outcome. */
export function differenceFrom(
  { round, problem, selection }: Published,
  other: readonly number[],
): Difference {
  const [before, after] = [new Set(selection), new Set(other)];
  const idOf = (choice: number) => round.applications[problem.choices[choice]!.application]!.id;
  return {
    remove: selection.filter((choice) => !after.has(choice)).map(idOf),
    add: [...other]
      .sort((a, b) => a - b)
      .filter((choice) => !before.has(choice))
      .map((choice) => [idOf(choice), problem.choices[choice]!.option] as const),
  };
}

/** The selection that a difference with the published outcome stands for, ascending. */
export function selectionWith(
  { round, problem, selection, choiceOf }: Published,
  remove: readonly string[],
  add: Added,
): readonly number[] {
  const out = new Set(remove);
  const kept = selection.filter(
    (choice) => !out.has(round.applications[problem.choices[choice]!.application]!.id),
  );
  return [...kept, ...add.map(([application, option]) => choiceOf(application, option))].sort(
    (a, b) => a - b,
  );
}
