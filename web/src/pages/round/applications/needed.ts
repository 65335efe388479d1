/** The score an unfunded application would have needed, as an interval that certainly holds it. */
import type { ApplicationExplanation, ApplicationRow, RoundView } from "@voorsprong/server/contract";
import { useRoundTexts } from "../../../i18n/round.js";
import { useRoundFormat } from "../units.js";

/** The needed score itself: own score and extra points together. `to` is null where no score is known to be enough. */
export interface NeededScore {
  readonly from: number;
  readonly to: number | null;
}

/** The extra points, in score units; null where none are known to be enough. */
export type NeededPoints = NonNullable<ApplicationRow["needed"]>;

/**
 * The interval beside what else is proven: in no best outcome, the score that the application has is not enough.
 * @param standing null where it is not known
 */
export function besideStanding(
  needed: NeededPoints | null,
  standing: ApplicationExplanation["standing"],
): NeededPoints | null {
  if (needed === null || standing !== "none") return needed;
  return { ...needed, atLeast: Math.max(1, needed.atLeast) };
}

/** Null for a funded application, before a decision, and where the application has no score of its own. */
export function neededScore(row: Pick<ApplicationRow, "score" | "needed">): NeededScore | null {
  if (row.needed === null || row.score === null) return null;
  const { atLeast, atMost } = row.needed;
  return { from: row.score + atLeast, to: atMost === null ? null : row.score + atMost };
}

/** The needed score in words; null where there is none. */
export function useNeeded(
  round: RoundView,
): (row: Pick<ApplicationRow, "score" | "needed">) => string | null {
  const t = useRoundTexts();
  const { points } = useRoundFormat(round);
  return (row) => {
    const needed = neededScore(row);
    if (needed === null) return null;
    const { from, to } = needed;
    if (to === null && round.rule === "ranking") return t.applications.noScore;
    if (to === null)
      return from === row.score ? t.applications.unknown : t.applications.atLeast(points(from));
    if (from === to) return points(from);
    // The own score as the lower end only means that nothing is known from below.
    return from === row.score
      ? t.applications.atMost(points(to))
      : t.applications.between(points(from), points(to));
  };
}
