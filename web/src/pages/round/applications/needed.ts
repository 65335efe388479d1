/** The score an unfunded application would have needed, as an interval that certainly holds it. */
import type { ApplicationRow, RoundView } from "@voorsprong/server/contract";
import { useRoundTexts } from "../../../i18n/round.js";
import { useRoundFormat } from "../units.js";

/** The needed score itself: own score and extra points together. `to` is null where no score is known to be enough. */
export interface NeededScore {
  readonly from: number;
  readonly to: number | null;
}

/** Null for a funded application, before a decision, and where the application has no score of its own. */
export function neededScore(row: ApplicationRow): NeededScore | null {
  if (row.needed === null || row.score === null) return null;
  const { atLeast, atMost } = row.needed;
  return { from: row.score + atLeast, to: atMost === null ? null : row.score + atMost };
}

/** The needed score in words; null where there is none. */
export function useNeeded(round: RoundView): (row: ApplicationRow) => string | null {
  const t = useRoundTexts();
  const { points } = useRoundFormat(round);
  return (row) => {
    const needed = neededScore(row);
    if (needed === null) return null;
    const { from, to } = needed;
    if (to === null && round.rule === "ranking") return t.applications.noScore;
    if (to === null)
      return from === row.score ? t.applications.unknown : t.applications.atLeast(points(from));
    return from === to ? points(from) : t.applications.between(points(from), points(to));
  };
}
