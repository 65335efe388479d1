import type { Assumption, Finding, Line } from "../model/common.js";
import { moreThanHalf, partOf, sumOf } from "../model/exact.js";
import { euro, fill } from "../model/words.js";
import type { RuleSet, Threshold } from "../rules/rule.js";
import { type CellAmount, fit, grantOf, type Limited } from "./amounts.js";
import { isGber, undertakingOf } from "./cells.js";
import { type Facts, isResearchProject } from "./facts.js";
import type { AidProject } from "./project.js";
import { GRANT_TEXTS } from "./texts.js";

/** The R&D threshold of the project, by what more than half of its R&D costs are for, with the multipliers. */
function researchThreshold(
  project: AidProject,
  set: RuleSet,
  amounts: readonly CellAmount[],
  facts: Facts,
): Threshold | null {
  const research = amounts.filter(({ cell }) => isResearchProject(cell));
  if (research.length === 0) return null;
  const total = sumOf(research.map(({ cell }) => cell.eligible));
  const row = set.researchThresholds.find(
    ({ of }) =>
      of.length === 0 ||
      moreThanHalf(
        sumOf(research.filter(({ cell }) => of.includes(cell.rule.id)).map(({ cell }) => cell.eligible)),
        total,
      ),
  )!;
  const joint =
    project.facts?.jointProject === true ||
    research.some(({ cell }) => facts.holds("severalStatesProject", cell));
  const repayable = project.facts?.repayable === true;
  let cents = joint ? partOf(row.cents, set.jointProjectFactor) : row.cents;
  if (repayable) cents = partOf(cents, set.repayable.thresholdFactor);
  const article = `${row.article}${joint ? ", 4(1)(i)(iv)" : ""}${repayable ? ", 4(1)(i)(v)" : ""}`;
  return { cents, article, span: "undertaking", mark: "K", family: "research" };
}

/** What counts together against a threshold; null when a cell has none. */
function keyOf(amount: CellAmount, research: Threshold | null): { key: string; threshold: Threshold } | null {
  const { cell } = amount;
  const threshold = isResearchProject(cell) ? research : cell.rule.result.threshold;
  if (threshold === null) return null;
  const part = {
    undertaking: [undertakingOf(cell.participant)],
    study: [cell.workPackage.id],
    whole: [],
  }[threshold.span];
  return { key: JSON.stringify([threshold.family, ...part]), threshold };
}

/**
 * Keeps the aid below the thresholds of Art. 4(1). What lies above is not exempted: it must be notified to the
 * Commission, so it is left out here and reported.
 */
export function limitByThresholds(
  project: AidProject,
  set: RuleSet | null,
  before: readonly CellAmount[],
  facts: Facts,
): Limited & { readonly findings: readonly Finding[]; readonly assumptions: readonly Assumption[] } {
  const lines: Line[] = [];
  const findings: Finding[] = [];
  const assumptions: Assumption[] = [];
  if (set === null) return { amounts: before, lines, findings, assumptions };
  const research = researchThreshold(project, set, before, facts);
  const families = new Map<string, Threshold>();
  for (const amount of before) {
    const found = isGber(amount.cell.rule) ? keyOf(amount, research) : null;
    if (found !== null) families.set(found.key, found.threshold);
  }
  let amounts = before;
  for (const [key, threshold] of families) {
    const concerns = (amount: CellAmount) => isGber(amount.cell.rule) && keyOf(amount, research)?.key === key;
    const now = grantOf(amounts, concerns);
    const over = Math.max(0, now - threshold.cents);
    amounts = fit(amounts, concerns, threshold.cents, { by: "threshold", article: threshold.article });
    const who = threshold.span === "undertaking" ? amounts.find(concerns)!.cell.participant.id : undefined;
    const place = who === undefined ? {} : { participant: who };
    const values = { aid: euro(now), threshold: euro(threshold.cents), over: euro(over) };
    lines.push({
      step: "threshold",
      ...place,
      text: fill(over > 0 ? GRANT_TEXTS.overThreshold : GRANT_TEXTS.belowThreshold, values),
      article: threshold.article,
      mark: threshold.mark,
      result: { unit: "cents", value: over === 0 ? 0 : -over },
    });
    if (threshold.mark === "?")
      assumptions.push({
        id: `uncertain-threshold-${threshold.family}`,
        covers: threshold.article,
        text: fill(GRANT_TEXTS.uncertain, { article: threshold.article }),
      });
    if (over > 0)
      findings.push({
        id: "notification",
        kind: "warning",
        ...place,
        text: fill(GRANT_TEXTS.notify, values),
        article: threshold.article,
        mark: threshold.mark,
      });
    findings.push(...splitting(project, threshold, amounts.filter(concerns)));
  }
  return { amounts, lines, findings, assumptions };
}

/** Aid for other projects that brings an undertaking over a threshold it stays below here (Art. 4(2)). */
function splitting(
  project: AidProject,
  threshold: Threshold,
  amounts: readonly CellAmount[],
): readonly Finding[] {
  const participants = new Set(amounts.map(({ cell }) => cell.participant.id));
  const bases = new Set(amounts.map(({ cell }) => cell.rule.id));
  const related = (project.relatedAid ?? []).filter(
    ({ participant, basis }) => participants.has(participant) && bases.has(basis),
  );
  const here = sumOf(amounts.map(({ grant }) => grant));
  const together = sumOf([here, ...related.map(({ cents }) => cents)]);
  if (related.length === 0 || together <= threshold.cents) return [];
  return [
    {
      id: "splitting",
      kind: "warning",
      text: fill(GRANT_TEXTS.splitting, {
        titles: related.map(({ title }) => title).join(", "),
        together: euro(together),
        threshold: euro(threshold.cents),
      }),
      article: "GBER Art. 4(2)",
      mark: "K",
    },
  ];
}
