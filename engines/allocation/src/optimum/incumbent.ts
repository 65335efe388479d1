/** The best outcome so far. Nothing enters that is not exactly feasible. */
import { isFeasible, scoreOf } from "../problem/evaluate.js";
import type { Problem } from "../problem/problem.js";
import type { AwardedChoice } from "./finding.js";

/** Keeps the best feasible selection offered to it. */
export class Incumbent {
  #selection: readonly number[] | null = null;
  #awarded: readonly AwardedChoice[] | null = null;
  #score = Number.NEGATIVE_INFINITY;
  readonly #problem: Problem;

  constructor(problem: Problem) {
    this.#problem = problem;
  }

  get selection(): readonly number[] | null {
    return this.#selection;
  }

  /** Minus infinity while there is no selection. */
  get score(): number {
    return this.#score;
  }

  /** Takes a selection over when it is feasible and scores more. */
  offer(selection: readonly number[]): boolean {
    const score = scoreOf(this.#problem, selection);
    if (score <= this.#score || !isFeasible(this.#problem, selection)) return false;
    this.#selection = [...selection].sort((a, b) => a - b);
    this.#awarded = null;
    this.#score = score;
    return true;
  }

  /** The selection as application and option ids. */
  get awarded(): readonly AwardedChoice[] | null {
    if (this.#selection !== null) this.#awarded ??= awardedChoices(this.#problem, this.#selection);
    return this.#awarded;
  }
}

/** A selection of choices as application and option ids. */
export function awardedChoices(
  { choices, round }: Problem,
  selection: readonly number[],
): readonly AwardedChoice[] {
  return selection.map((choice): AwardedChoice => {
    const { application, option } = choices[choice]!;
    return [round.applications[application]!.id, option];
  });
}

/**
 * The choices a finding names.
 *
 * @throws RangeError when the finding does not belong to this round
 */
export function selectionFrom(problem: Problem, awarded: readonly AwardedChoice[]): readonly number[] {
  const { round, choices, blocks } = problem;
  const applications = new Map(round.applications.map(({ id }, index) => [id, index]));
  const selection = awarded.map(([id, option]) => {
    const application = applications.get(id);
    if (application !== undefined)
      for (let choice = blocks[application]!; choice < blocks[application + 1]!; choice += 1)
        if (choices[choice]!.option === option) return choice;
    throw new RangeError(`the round has no choice ${JSON.stringify([id, option])}`);
  });
  if (!isFeasible(problem, selection))
    throw new RangeError("the finding does not meet the limits of this round");
  return selection;
}
