import type { Assumption, Finding, Line, Localised } from "../model/common.js";
import { WHOLE } from "../model/exact.js";
import { fill, percent, points } from "../model/words.js";
import type { Bonus, RuleSet } from "../rules/rule.js";
import { SIZE_NAMES } from "../sme/words.js";
import { type Cell, isGber } from "./cells.js";
import { type Facts, factsIn, meets } from "./facts.js";
import { GRANT_TEXTS } from "./texts.js";

/** The highest rate for a cell, in basis points, and how it came about. */
export interface Intensity {
  readonly rate: number;
  readonly lines: readonly Line[];
  readonly findings: readonly Finding[];
  readonly assumptions: readonly Assumption[];
}

function reasons(bonus: Bonus, cell: Cell, facts: Facts): Localised {
  const shown = factsIn(bonus.when)
    .filter((fact) => facts.holds(fact, cell))
    .map((fact) => facts.reason(fact))
    .find((text) => text !== undefined);
  return shown === undefined ? { nl: "", en: "" } : { nl: ` ${shown.nl}`, en: ` ${shown.en}` };
}

/** Of bonuses that exclude one another only the highest counts; of equal ones the first. */
function counting(bonuses: readonly Bonus[]): ReadonlySet<Bonus> {
  const best = new Map<string, Bonus>();
  for (const bonus of bonuses) {
    const group = bonus.alternative ?? `alone ${bonus.id}`;
    const known = best.get(group);
    if (known === undefined || bonus.rate > known.rate) best.set(group, bonus);
  }
  return new Set(best.values());
}

/**
 * The rate of a cell: base, bonuses, cap, the extra of a repayable advance, and what the call gives at most. Who
 * gets nothing under the article has rate zero and a finding that says why.
 */
export function intensityOf(
  cell: Cell,
  facts: Facts,
  set: RuleSet | null,
  callRate: number | undefined,
): Intensity {
  const { rule, participant, workPackage } = cell;
  const place = { workPackage: workPackage.id, participant: participant.id };
  const size = SIZE_NAMES[participant.size];
  const base = rule.result.base.find((row) => meets(row.when, cell, facts));
  if (base === undefined) {
    const asked = rule.result.base.flatMap((row) => factsIn(row.when));
    const reason = asked.map((fact) => facts.reason(fact)).find((text) => text !== undefined) ?? {
      nl: "",
      en: "",
    };
    const text = fill(GRANT_TEXTS.notForSize, { size, title: rule.title, reason });
    const finding: Finding = {
      id: "not-for-size",
      kind: "obstacle",
      ...place,
      text: { nl: text.nl.trim(), en: text.en.trim() },
      article: rule.article,
      mark: "K",
    };
    return { rate: 0, lines: [], findings: [finding], assumptions: [] };
  }
  const lines: Line[] = [];
  const assumptions: Assumption[] = [];
  const line = (step: string, text: Localised, article: string | null, mark: Line["mark"], value: number) => {
    lines.push({ step, ...place, text, article, mark, result: { unit: "basis-points", value } });
    if (mark === "?")
      assumptions.push({
        id: `uncertain-${rule.id}-${step}`,
        covers: article ?? rule.id,
        text: fill(GRANT_TEXTS.uncertain, { article: article ?? rule.id }),
      });
  };
  line(
    "base",
    fill(GRANT_TEXTS.base, { title: rule.title, rate: percent(base.rate) }),
    rule.article,
    base.mark,
    base.rate,
  );
  let rate = base.rate;
  const held = rule.result.bonuses.filter((bonus) => meets(bonus.when, cell, facts));
  const counted = counting(held);
  for (const bonus of held) {
    const texts = { points: points(bonus.rate), why: bonus.text, reason: reasons(bonus, cell, facts) };
    if (counted.has(bonus)) {
      rate += bonus.rate;
      line("bonus", fill(GRANT_TEXTS.bonus, texts), bonus.article, bonus.mark, bonus.rate);
    } else line("bonus-left-out", fill(GRANT_TEXTS.bonusLeftOut, texts), bonus.article, bonus.mark, 0);
  }
  const cap = rule.result.cap.find((row) => meets(row.when, cell, facts))!;
  if (rate > cap.rate) {
    line(
      "cap",
      fill(GRANT_TEXTS.cap, { sum: percent(rate), cap: percent(cap.rate) }),
      rule.article,
      cap.mark,
      cap.rate,
    );
    rate = cap.rate;
  }
  if (set !== null && isGber(rule) && facts.holds("repayable", cell) && rate < WHOLE) {
    const { bonus, article } = set.repayable;
    const extra = Math.min(bonus, WHOLE - rate);
    rate += extra;
    line("repayable", fill(GRANT_TEXTS.repayable, { points: points(extra) }), article, "K", extra);
  }
  if (callRate !== undefined && rate > callRate) {
    rate = callRate;
    line("call-rate", fill(GRANT_TEXTS.callRate, { rate: percent(callRate) }), null, null, callRate);
  }
  return { rate, lines, findings: [], assumptions };
}
