/** The order in which the ranking walks: by score, ties by lot. */
import { lotOf } from "../canonical/canonical-text.js";
import type { Problem } from "../problem/problem.js";

/** An application's place in the ranking. */
export interface Ranked {
  /** Index in `round.applications`. */
  readonly application: number;
  /** Score of the full award; without one of the best option. */
  readonly score: number;
  readonly lot: string;
  /** Its choices in the order in which they are tried. */
  readonly choices: readonly number[];
}

/** Negative when a comes first. The lot settles ties; equal lots need a collision of SHA-256. */
export function compareRanked(a: Pick<Ranked, "score" | "lot">, b: Pick<Ranked, "score" | "lot">): number {
  return b.score - a.score || (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : 0);
}

/** All applications, highest score first. */
export function rankingOrder(problem: Problem): readonly Ranked[] {
  const { round, choices, blocks } = problem;
  return round.applications
    .map((application, index): Ranked => {
      const own = Array.from({ length: blocks[index + 1]! - blocks[index]! }, (_, k) => blocks[index]! + k);
      const tried = own.sort((a, b) => compareChoices(problem, a, b));
      return {
        application: index,
        score: choices[tried[0]!]!.score,
        lot: lotOf(round.tieBreak.seed, application.id),
        choices: tried,
      };
    })
    .sort(compareRanked);
}

/** The full award first, then options by score, lower total amount, id. */
function compareChoices(problem: Problem, left: number, right: number): number {
  const [a, b] = [problem.choices[left]!, problem.choices[right]!];
  if (a.option === null || b.option === null) return a.option === null ? -1 : 1;
  return b.score - a.score || a.total - b.total || (a.option < b.option ? -1 : 1);
}
