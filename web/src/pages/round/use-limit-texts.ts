/** Words and numbers of limits. */
import type { FundView, RoundView } from "@voorsprong/server/contract";
import { useFormat } from "../../i18n/format.js";
import { useRoundTexts } from "../../i18n/round.js";
import type { LimitLine, LimitMeasure, LimitSubject } from "./limit-figures.js";
import { capital, useRoundFormat, useTagNames } from "./units.js";

/** How limits are named and written. */
export interface LimitTexts {
  /** What a group limits: `Provincie: deel van het budget`. */
  readonly heading: (subject: LimitSubject) => string;
  /** What the numbers of a limit are: `deel van het budget`. */
  readonly measure: (subject: LimitSubject) => string;
  /** A budget or a tag's value. */
  readonly label: (subject: LimitSubject, line: Pick<LimitLine, "value">) => string;
  /** A number in its measure; `short` for pictures, else exact. */
  readonly figure: (measure: LimitMeasure, value: number, short?: boolean) => string;
  /** Floor and cap in words: `ten minste 5%, hoogstens 20%`. */
  readonly range: (subject: LimitSubject, line: LimitLine) => string;
}

/** Texts of limits for the unit and the tags of a round. */
export function useLimitTexts({
  round,
  fund,
}: {
  round: Pick<RoundView, "unit" | "scoreScale">;
  fund: FundView | undefined;
}): LimitTexts {
  const t = useRoundTexts();
  const format = useRoundFormat(round);
  const names = useTagNames(fund);
  const { percent } = useFormat();
  const figure: LimitTexts["figure"] = (measure, value, short = false) => {
    if (measure === "share") return percent(value, short ? 1 : 4);
    if (measure === "count") return format.count(value);
    return short ? format.moneyShort(value) : format.money(value);
  };
  return {
    figure,
    measure: ({ tag, measure, of, budget }) =>
      tag === null ? t.limits.measure.budgets : t.limits.within(t.limits.measure[of ?? measure], budget),
    heading: ({ tag, measure, of, budget }) =>
      tag === null
        ? t.limits.budgets
        : `${capital(names.tag(tag))}: ${t.limits.within(t.limits.measure[of ?? measure], budget)}`,
    label: ({ tag }, { value }) =>
      tag === null ? t.outcome.budget(value) : capital(names.value(tag, value)),
    range: ({ measure }, { floor, cap }) =>
      [
        floor === null ? null : t.outcome.atLeast(figure(measure, floor, true)),
        cap === null ? null : t.outcome.atMost(figure(measure, cap, true)),
      ]
        .filter((part) => part !== null)
        .join(", "),
  };
}
