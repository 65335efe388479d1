/** The search as the page saw it: the best outcome found and the proven bound, report by report. */

/** One progress report. `seconds` since the job started. */
export interface GapPoint {
  readonly seconds: number;
  readonly objective: number | null;
  readonly bound: number | null;
}

/**
 * A bound as a whole number of score units: an outcome has no part of one, so rounding down keeps it proven. Never
 * below what was found, for a solver that is still at work computes in floating point.
 */
export function wholeBound(bound: number | null, objective: number | null): number | null {
  return bound === null ? null : Math.max(Math.floor(bound), objective ?? Number.NEGATIVE_INFINITY);
}

/** Adds a report, unless it says nothing new. Reports come in order of time. */
export function appendPoint(points: readonly GapPoint[], point: GapPoint): readonly GapPoint[] {
  const last = points.at(-1);
  const same = last !== undefined && last.objective === point.objective && last.bound === point.bound;
  return same || (point.objective === null && point.bound === null) ? points : [...points, point];
}

/** A step line through the points that have this value, held until `end` seconds. */
export function steps(
  points: readonly GapPoint[],
  value: "objective" | "bound",
  end: number,
): readonly (readonly [seconds: number, value: number])[] {
  const known = points.flatMap((point) => {
    const at = point[value];
    return at === null ? [] : [[point.seconds, at] as const];
  });
  const line = known.flatMap(([seconds, at], index) => {
    const before = known[index - 1];
    return before === undefined
      ? [[seconds, at] as const]
      : [[seconds, before[1]] as const, [seconds, at] as const];
  });
  const last = known.at(-1);
  return last === undefined ? [] : [...line, [Math.max(end, last[0]), last[1]] as const];
}

/** The outline of the gap: between bound and best found, from the moment that both are known. */
export function gap(
  points: readonly GapPoint[],
  end: number,
): readonly (readonly [seconds: number, value: number])[] {
  const first = points.findIndex(({ objective, bound }) => objective !== null && bound !== null);
  if (first < 0) return [];
  const known = points.slice(first);
  return [...steps(known, "bound", end), ...[...steps(known, "objective", end)].reverse()];
}
