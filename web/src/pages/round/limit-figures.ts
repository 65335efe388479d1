/** The money and the limits of an outcome, as numbers that can be drawn and listed. */
import type { OutcomeFigures, RoundView } from "@voorsprong/server/contract";

/** What the numbers of a limit are. */
export type LimitMeasure = "money" | "share" | "count";

/** One row: a budget or a side of a limit. `value` and `line` are in the same measure; shares are 0 to 1. */
export interface LimitFigureView {
  readonly row: string;
  readonly text: { readonly nl: string; readonly en: string };
  readonly measure: LimitMeasure;
  readonly side: "max" | "min";
  /** Null where a share is taken of nothing. */
  readonly value: number | null;
  readonly line: number;
  readonly met: boolean;
}

/** A constraint of the round as far as this page reads it. */
interface TagLimit {
  readonly kind?: unknown;
  readonly min?: unknown;
  readonly max?: unknown;
}

/** The rows of an outcome with where their line lies; shares are turned from amounts into shares. */
export function limitFigures(round: RoundView, outcome: OutcomeFigures): readonly LimitFigureView[] {
  return outcome.limits.map(({ row, text, value, of, met }) => {
    const match = /^limit\/(\d+)\/(min|max)$/.exec(row);
    const constraint: TagLimit = match === null ? {} : (round.limits[Number(match[1])]?.constraint ?? {});
    const side = match?.[2] === "min" ? "min" : "max";
    if (constraint.kind === "share") {
      return {
        row,
        text,
        measure: "share",
        side,
        value: of === 0 ? null : value / of,
        line: Number(constraint[side]),
        met,
      };
    }
    const measure = constraint.kind === "count" ? "count" : "money";
    return { row, text, measure, side, value, line: of, met };
  });
}
