/** Words of what a looser round would bring. */
import type { Gain, PointsRange, RoundView } from "@voorsprong/server/contract";
import { useRoundTexts } from "../../../i18n/round.js";
import { useRoundFormat } from "../units.js";

/** How gains are written. */
export interface GainTexts {
  /** `3 punten`, or a range: `0 tot 3 punten`. */
  readonly points: (range: PointsRange) => string;
  /** Points with the money: `3 punten (€ 12.000 meer uitgegeven)`. */
  readonly gain: (gain: Gain | null) => string;
  /** What one step of a row is: `1 procentpunt`. */
  readonly step: (row: string) => string;
}

/** Texts for the unit and limits of a round. */
export function useGainTexts(round: RoundView): GainTexts {
  const t = useRoundTexts().explanation.prices;
  const format = useRoundFormat(round);
  const points: GainTexts["points"] = ({ atLeast, atMost }) =>
    atLeast === atMost
      ? t.points(format.points(atMost))
      : t.between(format.points(atLeast), format.points(atMost));
  const money = (spent: number) => {
    if (spent === 0) return t.sameMoney;
    return spent > 0 ? t.moreMoney(format.moneyShort(spent)) : t.lessMoney(format.moneyShort(-spent));
  };
  return {
    points,
    gain: (gain) => {
      if (gain === null) return t.none;
      const { atLeast, atMost } = gain.points;
      return atLeast === 0 && atMost === 0 ? t.free : t.gain(points(gain.points), money(gain.spent));
    },
    step: (row) => {
      const index = /^limit\/(\d+)\//.exec(row)?.[1];
      const kind = index === undefined ? undefined : round.limits[Number(index)]?.constraint.kind;
      if (kind === "share" || kind === "count" || kind === "amount") return t.steps[kind];
      return t.steps.budget;
    },
  };
}
