/**
 * How many extra points an application would have needed under the ranking, exactly and without walking again.
 *
 * The walk before a place does not depend on what comes after it, and moving an unfunded application up changes
 * nothing before its new place. So it is awarded its leading choice (full award, or best option) at place p exactly
 * when that fits what was awarded before p. Sums only grow along the walk, so every `<=` row gives one last place at which it still fits; a
 * `requires` row gives one first place, just after the application it needs. Between the two the lowest score that
 * reaches a place is the answer.
 */
import { needsOf } from "../problem/needs.js";
import type { Problem } from "../problem/problem.js";
import { compareRanked } from "./order.js";
import type { Walk } from "./walk.js";

/** Sums of one vector along the walk: `after[k]` holds from the award at `places[k]` on. */
interface Trace {
  readonly places: number[];
  readonly after: number[];
}

/** The extra points each place in the order would have needed; null where no score helps. Awarded places: 0. */
export function neededPoints(problem: Problem, walk: Walk): readonly (number | null)[] {
  const traces = tracesOf(problem, walk);
  const placeOf = new Int32Array(walk.order.length);
  walk.order.forEach(({ application }, place) => {
    placeOf[application] = place;
  });
  const needs = needsOf(problem);
  return walk.order.map(({ application, choices, score, lot }, place) => {
    if (walk.awarded[place]! >= 0) return 0;
    const end = Math.min(place, walk.stop);
    const last = lastPlace(problem, walk, traces, choices[0]!, end);
    const first = Math.max(
      0,
      ...(needs.get(application) ?? []).map((needed) => firstPlace(walk, placeOf[needed]!, end)),
    );
    if (last < first) return null;
    const ahead = walk.order[last]!;
    const least = ahead.score + (lot < ahead.lot ? 0 : 1);
    return countAhead(walk, least, lot) < first ? null : least - score;
  });
}

function tracesOf(problem: Problem, walk: Walk): readonly Trace[] {
  const traces: Trace[] = problem.vectors.map(() => ({ places: [], after: [] }));
  const { starts, vectors, values } = problem.columns;
  walk.awarded.forEach((choice, place) => {
    if (choice < 0) return;
    for (let k = starts[choice]!; k < starts[choice + 1]!; k += 1) {
      const { places, after } = traces[vectors[k]!]!;
      after.push((after.at(-1) ?? 0) + values[k]!);
      places.push(place);
    }
  });
  return traces;
}

/** The last place up to `end` where the `<=` rows leave room for a choice; -1 where there never is any. */
function lastPlace(
  problem: Problem,
  walk: Walk,
  traces: readonly Trace[],
  choice: number,
  end: number,
): number {
  const { starts, vectors, values } = problem.columns;
  let last = end;
  for (let k = starts[choice]!; k < starts[choice + 1]!; k += 1) {
    const { places, after } = traces[vectors[k]!]!;
    for (const { cap } of walk.fit.caps[vectors[k]!]!) {
      const room = cap - values[k]!;
      if (room < 0) return -1;
      const over = countAtMost(after, room);
      if (over < places.length) last = Math.min(last, places[over]!);
    }
  }
  return last;
}

/** The first place from which a needed application is awarded; beyond `end` when it never is. */
function firstPlace(walk: Walk, needed: number, end: number): number {
  return walk.awarded[needed]! >= 0 && needed < end ? needed + 1 : end + 1;
}

/** How many leading entries of an ascending list are at most `limit`. */
function countAtMost(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many applications stay ahead of one with this score and lot. */
function countAhead(walk: Walk, score: number, lot: number): number {
  let [low, high] = [0, walk.order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareRanked(walk.order[middle]!, { score, lot }) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
