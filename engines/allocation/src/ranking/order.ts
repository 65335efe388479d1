/** The orders in which a list is walked down: by score, by receipt, by lot; docs/formats/decision.md. */
import { lotOf } from "../canonical/canonical-text.js";
import type { Round, Rule } from "../model/round.js";
import type { Problem } from "../problem/problem.js";
import { timeKey } from "../reading/received.js";

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
  /** Its place in the order of lots; equal lots need a collision of SHA-256. */
  readonly lot: number;
  /** What to compare as text for the order of receipt; empty where the round does not say. */
  readonly received: string;
  /** Its choices in the order in which they are tried. */
  readonly choices: readonly number[];
}

/** Negative when a comes first in the ranking. The lot settles ties. */
export function compareRanked(a: Pick<Ranked, "score" | "lot">, b: Pick<Ranked, "score" | "lot">): number {
  return b.score - a.score || compareLots(a, b);
}

const COMPARE: Readonly<Record<WalkingRule, (a: Ranked, b: Ranked) => number>> = {
  ranking: compareRanked,
  "first-come": (a, b) => (a.received < b.received ? -1 : a.received > b.received ? 1 : compareLots(a, b)),
  lottery: compareLots,
};

const known = new WeakMap<Problem, readonly Ranked[]>();

/** What the orders are made from, in canonical order of applications. The lots are costly: they are drawn once. */
function placesOf(problem: Problem): readonly Ranked[] {
  const places = known.get(problem) ?? drawPlaces(problem);
  known.set(problem, places);
  return places;
}

function drawPlaces(problem: Problem): readonly Ranked[] {
  const { round, choices } = problem;
  const lots = placesByLot(round);
  return round.applications.map(({ received = "" }, application): Ranked => {
    const tried = triedChoices(problem, application);
    const { score } = choices[tried[0]!]!;
    return { application, score, lot: lots[application]!, received: timeKey(received), choices: tried };
  });
}

/** Per application its place in the order of lots. */
function placesByLot({ applications, tieBreak }: Round): Int32Array {
  const lots = applications.map(({ id }) => lotOf(tieBreak.seed, id));
  // The first 48 bits tell nearly all lots apart, and numbers are quicker to compare than texts.
  const beginnings = Float64Array.from(lots, (lot) => Number.parseInt(lot.slice(0, 12), 16));
  const order = Uint32Array.from(lots.keys()).sort(
    (i, j) => beginnings[i]! - beginnings[j]! || (lots[i]! < lots[j]! ? -1 : 1),
  );
  const places = new Int32Array(order.length);
  for (const [place, application] of order.entries()) places[application] = place;
  return places;
}

/** Applications in the order in which a rule walks. */
export function inWalkingOrder(problem: Problem, rule: WalkingRule): readonly Ranked[] {
  return [...placesOf(problem)].sort(COMPARE[rule]);
}

/** The choices of an application in the order in which they are tried. */
export function triedChoices({ choices, blocks }: Problem, application: number): readonly number[] {
  const [from, to] = [blocks[application]!, blocks[application + 1]!];
  if (to - from === 1) return [from];
  return Array.from({ length: to - from }, (_, k) => from + k).sort((left, right) => {
    const [a, b] = [choices[left]!, choices[right]!];
    if (a.option === null || b.option === null) return a.option === null ? -1 : 1;
    return b.score - a.score || a.total - b.total || (a.option < b.option ? -1 : 1);
  });
}

function compareLots(a: Pick<Ranked, "lot">, b: Pick<Ranked, "lot">): number {
  return a.lot - b.lot;
}
