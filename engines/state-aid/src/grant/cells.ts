import type { Finding, Line } from "../model/common.js";
import { partOf, sumOf } from "../model/exact.js";
import { euro, fill, percent } from "../model/words.js";
import { DE_MINIMIS_RULE, NO_AID_RULE } from "../rules/beside-the-gber.js";
import type { AidRule, CostCategory, RuleSet } from "../rules/rule.js";
import type { AidProject, Participant, WorkPackage } from "./project.js";
import { GRANT_TEXTS } from "./texts.js";

/** The costs of one participant in one work package, with the rule they fall under. Amounts in cents. */
export interface Cell {
  readonly workPackage: WorkPackage;
  readonly participant: Participant;
  readonly rule: AidRule;
  readonly eligible: number;
  readonly byCategory: Readonly<Partial<Record<CostCategory, number>>>;
  readonly lines: readonly Line[];
  readonly findings: readonly Finding[];
}

/** The undertaking that counts as one: participants that name the same one, else the participant itself. */
export function undertakingOf(participant: Participant): string {
  return participant.undertaking === undefined
    ? `participant ${participant.id}`
    : `group ${participant.undertaking}`;
}

/** Whether a rule is one of the GBER's. */
export function isGber(rule: AidRule): boolean {
  return rule.id !== "de-minimis" && rule.id !== "no-aid";
}

function ruleOf(
  set: RuleSet | null,
  workPackage: WorkPackage,
  participant: Participant,
): AidRule | undefined {
  if (participant.nonEconomic === true || workPackage.basis === "no-aid") return NO_AID_RULE;
  if (workPackage.basis === "de-minimis") return DE_MINIMIS_RULE;
  return set?.rules.find(({ id }) => id === workPackage.basis);
}

/** Whether the costs of a project need the GBER, so that nothing can be computed when no set is in force. */
export function needsGber(project: AidProject): boolean {
  const packages = new Map(project.workPackages.map((each) => [each.id, each]));
  const participants = new Map(project.participants.map((each) => [each.id, each]));
  return project.costs.some((cost) => {
    const basis = packages.get(cost.workPackage)!.basis;
    return (
      cost.cents > 0 &&
      basis !== "de-minimis" &&
      basis !== "no-aid" &&
      participants.get(cost.participant)!.nonEconomic !== true
    );
  });
}

function isEligible(rule: AidRule, category: CostCategory): boolean {
  if (category === "refundable-vat") return false;
  return rule.categories === undefined || rule.categories.includes(category);
}

function flatRateOf(project: AidProject, set: RuleSet | null, rule: AidRule): number | null {
  if (project.overheads?.method !== "flat-rate" || set === null || !rule.id.startsWith("25-")) return null;
  return Math.min(project.overheads.rate ?? set.overheads.rate, set.overheads.rate);
}

function cellOf(
  project: AidProject,
  set: RuleSet | null,
  workPackage: WorkPackage,
  participant: Participant,
): Cell | null {
  const stated = new Map<CostCategory, number>();
  for (const cost of project.costs)
    if (cost.workPackage === workPackage.id && cost.participant === participant.id)
      stated.set(cost.category, sumOf([stated.get(cost.category) ?? 0, cost.cents]));
  const rule = ruleOf(set, workPackage, participant);
  if (rule === undefined || sumOf(stated.values()) === 0) return null;
  const place = { workPackage: workPackage.id, participant: participant.id };
  const names = {
    package: workPackage.title || workPackage.id,
    participant: participant.name || participant.id,
  };
  const flat = flatRateOf(project, set, rule);
  const kept = [...stated].filter(
    ([category, cents]) =>
      cents > 0 && isEligible(rule, category) && !(flat !== null && category === "overheads"),
  );
  const direct = sumOf(kept.map(([, cents]) => cents));
  const overheads = flat === null ? 0 : partOf(direct, flat);
  const left = sumOf(stated.values()) - direct - (flat === null ? 0 : (stated.get("overheads") ?? 0));
  const lines: Line[] = [];
  if (flat !== null)
    lines.push({
      step: "overheads",
      ...place,
      text: fill(GRANT_TEXTS.overheads, { ...names, rate: percent(flat), amount: euro(overheads) }),
      article: set!.overheads.article,
      mark: set!.overheads.mark,
      result: { unit: "cents", value: overheads },
    });
  const eligible = sumOf([direct, overheads]);
  lines.push({
    step: "eligible",
    ...place,
    text: fill(GRANT_TEXTS.eligible, { ...names, amount: euro(eligible), title: rule.title }),
    article: rule.article,
    mark: null,
    result: { unit: "cents", value: eligible },
  });
  return {
    workPackage,
    participant,
    rule,
    eligible,
    byCategory: Object.fromEntries(flat === null ? kept : [...kept, ["overheads", overheads]]),
    lines,
    findings:
      left === 0
        ? []
        : [
            {
              id: "not-eligible",
              kind: "warning",
              ...place,
              text: fill(GRANT_TEXTS.notEligible, { ...names, amount: euro(left) }),
              article: rule.id.startsWith("25-") ? "GBER Art. 25(3)" : rule.article,
              mark: "K",
            },
          ],
  };
}

/** The project as cells of a work package and a participant that have costs, in the order of the project. */
export function cellsOf(project: AidProject, set: RuleSet | null): readonly Cell[] {
  return project.workPackages.flatMap((workPackage) =>
    project.participants
      .map((participant) => cellOf(project, set, workPackage, participant))
      .filter((cell) => cell !== null),
  );
}
