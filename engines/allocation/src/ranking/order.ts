/** The orders in which a list is walked down: by score, by receipt, by lot; docs/formats/decision.md. */
import { lotOf } from "../canonical/canonical-text.js";
import type { Rule } from "../model/round.js";
import type { Problem } from "../problem/problem.js";
import { compareReceived } from "../reading/received.js";

/** The rules that walk down a list, in the order of `RULES`. */
export const WALKING_RULES = ["ranking", "first-come", "lottery"] as const satisfies readonly Rule[];

/** A rule that walks down a list. */
export type WalkingRule = (typeof WALKING_RULES)[number];

/** An application's place in the order. */
export interface Ranked {
  /** Index in `round.applications`. */
  readonly application: number;
  /** Score of the full award; without one of the best option. */
  readonly score: number;
  readonly lot: string;
  /** When it was received; the empty text where the round does not say. */
  readonly received: string;
  /** Its choices in the order in which they are tried. */
  readonly choices: readonly number[];
}

/** Negative when a comes first in the ranking. The lot settles ties; equal lots need a collision of SHA-256. */
export function compareRanked(a: Pick<Ranked, "score" | "lot">, b: Pick<Ranked, "score" | "lot">): number {
  return b.score - a.score || compareLots(a, b);
}

const COMPARE: Readonly<Record<WalkingRule, (a: Ranked, b: Ranked) => number>> = {
  ranking: compareRanked,
  "first-come": (a, b) => compareReceived(a.received, b.received) || compareLots(a, b),
  lottery: compareLots,
};

/** What the orders are made from, in canonical order of applications; it holds the costly part, the lots. */
export function placesOf(problem: Problem): readonly Ranked[] {
  const { round, choices } = problem;
  return round.applications.map(({ id, received = "" }, application): Ranked => {
    const tried = triedChoices(problem, application);
    const { score } = choices[tried[0]!]!;
    return { application, score, lot: lotOf(round.tieBreak.seed, id), received, choices: tried };
  });
}

/** The places in the order in which a rule walks. */
export function inWalkingOrder(places: readonly Ranked[], rule: WalkingRule): readonly Ranked[] {
  return [...places].sort(COMPARE[rule]);
}

/** The choices of an application in the order in which they are tried. */
export function triedChoices({ choices, blocks }: Problem, application: number): readonly number[] {
  const [from, to] = [blocks[application]!, blocks[application + 1]!];
  return Array.from({ length: to - from }, (_, k) => from + k).sort((left, right) => {
    const [a, b] = [choices[left]!, choices[right]!];
    if (a.option === null || b.option === null) return a.option === null ? -1 : 1;
    return b.score - a.score || a.total - b.total || (a.option < b.option ? -1 : 1);
  });
}

function compareLots(a: Pick<Ranked, "lot">, b: Pick<Ranked, "lot">): number {
  return a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : 0;
}
