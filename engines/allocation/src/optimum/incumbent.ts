/** The best outcome so far. Nothing enters that is not exactly feasible. */
import { isFeasible, scoreOf } from "../problem/evaluate.js";
import type { Problem } from "../problem/problem.js";
import type { AwardedChoice } from "./finding.js";

/** Keeps the best feasible selection offered to it. */
export class Incumbent {
  #selection: readonly number[] | null = null;
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
    this.#score = score;
    return true;
  }

  /** The selection as application and option ids. */
  get awarded(): readonly AwardedChoice[] | null {
    const { choices, round } = this.#problem;
    return (
      this.#selection?.map((choice): AwardedChoice => {
        const { application, option } = choices[choice]!;
        return [round.applications[application]!.id, option];
      }) ?? null
    );
  }
}
