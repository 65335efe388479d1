/** Where a bar ends and where its limit's line stands. */
import { scaleLinear } from "d3-scale";

/** Positions as percentages of the width of the picture. */
export interface LimitScale {
  readonly value: string;
  readonly line: string;
}

/**
 * The line of a reachable limit stands at four fifths of the width, so that what passes it is seen; a bar that goes
 * further than that takes the whole width.
 * @param value reached, at least 0 to be drawn; null draws no bar
 * @param line what it is held against, at least 0
 */
export function limitScale(value: number | null, line: number): LimitScale {
  const reached = Math.max(value ?? 0, 0);
  const end = Math.max(line * 1.25, reached, Number.MIN_VALUE);
  const percent = scaleLinear().domain([0, end]).range([0, 100]).clamp(true);
  return { value: `${percent(reached).toFixed(2)}%`, line: `${percent(Math.max(line, 0)).toFixed(2)}%` };
}
