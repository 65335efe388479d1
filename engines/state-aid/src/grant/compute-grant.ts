import type { Assumption, Finding, Line } from "../model/common.js";
import { partOf, sumOf } from "../model/exact.js";
import { euro, fill, percent } from "../model/words.js";
import type { RuleSet } from "../rules/rule.js";
import { RULE_SETS, type Standing, standingOn } from "../rules/rule-sets.js";
import type { CellAmount } from "./amounts.js";
import { type Cell, cellsOf, isGber, needsGber, undertakingOf } from "./cells.js";
import { checkProject } from "./check-project.js";
import { cumulate } from "./cumulation.js";
import { factsOf } from "./facts.js";
import { gatesOf, isClosed } from "./gates.js";
import { intensityOf } from "./intensity.js";
import type { AidProject } from "./project.js";
import { GRANT_TEXTS } from "./texts.js";
import { advisoryChoices, limitAdvisory, limitDeMinimis } from "./three-years.js";
import { limitByThresholds } from "./thresholds.js";

/** The money of one participant. Amounts in cents. */
export interface ParticipantGrant {
  readonly participant: string;
  readonly eligible: number;
  readonly maximum: number;
  readonly grant: number;
}

/** A grant that was computed. Amounts in cents. */
export interface ComputedGrant {
  readonly state: "computed";
  /** Which rules were used and why; null when the project needs none of the GBER. */
  readonly standing: Standing | null;
  readonly cells: readonly CellAmount[];
  readonly participants: readonly ParticipantGrant[];
  readonly eligible: number;
  /** What the articles allow at most, before money from elsewhere, thresholds and the limits of the call. */
  readonly maximum: number;
  readonly grant: number;
  readonly lines: readonly Line[];
  readonly findings: readonly Finding[];
  readonly assumptions: readonly Assumption[];
}

/** No rules are in force on the day of granting: an answer in words, and no number. */
export interface NoRules {
  readonly state: "no-rules";
  readonly standing: Standing;
}

export type GrantComputation = ComputedGrant | NoRules;

function once<T extends { readonly id: string; readonly covers: string }>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((each) => [JSON.stringify([each.id, each.covers]), each])).values()];
}

/**
 * The most a project may get: per work package and participant the eligible costs, the rate of the article with its
 * bonuses and cap, and then what money from elsewhere, three-year ceilings, thresholds and the call take off. Every
 * amount is in whole cents, rounded down; every step is a line with its article.
 *
 * @param sets the sets of rules to choose from, so that a successor of the GBER can be tried before it ships
 * @throws StateAidInputError when the project contradicts itself
 */
export function computeGrant(project: AidProject, sets: readonly RuleSet[] = RULE_SETS): GrantComputation {
  checkProject(project);
  const gber = needsGber(project);
  const standing = gber
    ? standingOn(project.grantingDay, {
        named: project.ruleSet,
        existingScheme: project.existingScheme,
        sets,
      })
    : null;
  if (standing?.state === "none") return { state: "no-rules", standing };
  const set = standing?.set ?? null;
  const cells = cellsOf(project, set);
  const gates = gatesOf(project, cells);
  const facts = factsOf(project, cells);
  const choices = advisoryChoices(project, cells);
  const rated = cells.map((cell) =>
    rate(project, cell, set, { facts, choices, closed: isClosed(cell, gates) }),
  );
  const advisory = limitAdvisory(
    choices,
    rated.map(({ amount }) => amount),
  );
  const deMinimis = limitDeMinimis(project, advisory.amounts);
  const beside = cumulate(project, deMinimis.amounts);
  const limited = limitByThresholds(project, set, beside.amounts, facts);
  const end = conclude(project, limited.amounts);
  return {
    state: "computed",
    standing,
    cells: limited.amounts,
    ...end.totals,
    lines: [
      ...rated.flatMap(({ lines }) => lines),
      ...advisory.lines,
      ...deMinimis.lines,
      ...beside.lines,
      ...limited.lines,
      ...end.lines,
    ],
    findings: [
      ...gates,
      ...rated.flatMap(({ findings }) => findings),
      ...deMinimis.findings,
      ...limited.findings,
      ...end.findings,
    ],
    assumptions: once([
      ...rated.flatMap(({ assumptions }) => assumptions),
      ...deMinimis.assumptions,
      ...beside.assumptions,
      ...limited.assumptions,
    ]),
  };
}

interface Rating {
  readonly facts: ReturnType<typeof factsOf>;
  readonly choices: ReturnType<typeof advisoryChoices>;
  readonly closed: boolean;
}

function rate(project: AidProject, cell: Cell, set: RuleSet | null, { facts, choices, closed }: Rating) {
  const callRate = project.limits?.rate;
  const intensity = intensityOf(cell, facts, set, callRate);
  const chosen = cell.rule.result.threeYears && choices.get(undertakingOf(cell.participant));
  // The rate of Art. 28(4) replaces the base; for who gets nothing under the article it stays nothing.
  const inFull = chosen !== undefined && chosen.room !== null && intensity.findings.length === 0;
  const applied = inFull ? Math.min(chosen.rate, callRate ?? chosen.rate) : intensity.rate;
  const byArticle = inFull ? chosen.rate : intensityOf(cell, facts, set, undefined).rate;
  const maximum = closed ? 0 : partOf(cell.eligible, byArticle);
  const grant = closed ? 0 : partOf(cell.eligible, applied);
  const place = { workPackage: cell.workPackage.id, participant: cell.participant.id };
  const amountLine: Line = {
    step: "amount",
    ...place,
    text: fill(GRANT_TEXTS.amount, {
      package: cell.workPackage.title || cell.workPackage.id,
      participant: cell.participant.name || cell.participant.id,
      rate: percent(closed ? 0 : applied),
      eligible: euro(cell.eligible),
      amount: euro(grant),
    }),
    article: null,
    mark: null,
    result: { unit: "cents", value: grant },
  };
  const flat = project.overheads?.method === "flat-rate" && cell.rule.id.startsWith("25-") && set !== null;
  const assumptions: Assumption[] = [
    ...intensity.assumptions,
    ...(flat
      ? [
          {
            id: "uncertain-overheads",
            covers: set.overheads.article,
            text: fill(GRANT_TEXTS.uncertain, { article: set.overheads.article }),
          },
        ]
      : []),
    ...(cell.rule.categories === undefined && isGber(cell.rule)
      ? [
          {
            id: `categories-${cell.rule.id}`,
            covers: cell.rule.article,
            text: fill(GRANT_TEXTS.categories, { title: cell.rule.title }),
          },
        ]
      : []),
  ];
  return {
    amount: { cell, rate: closed ? 0 : applied, maximum, reductions: [], grant } satisfies CellAmount,
    lines: [...cell.lines, ...(inFull ? [] : intensity.lines), amountLine],
    findings: [...cell.findings, ...intensity.findings],
    assumptions,
  };
}

function conclude(project: AidProject, amounts: readonly CellAmount[]) {
  const lines: Line[] = [];
  const findings: Finding[] = [];
  const participants = project.participants.map(({ id }) => {
    const own = amounts.filter(({ cell }) => cell.participant.id === id);
    return {
      participant: id,
      eligible: sumOf(own.map(({ cell }) => cell.eligible)),
      maximum: sumOf(own.map(({ maximum }) => maximum)),
      grant: sumOf(own.map(({ grant }) => grant)),
    };
  });
  const eligible = sumOf(participants.map((each) => each.eligible));
  let grant = sumOf(participants.map((each) => each.grant));
  const { maximum: most, minimum: least } = project.limits ?? {};
  const line = (step: string, text: Line["text"], value: number) =>
    lines.push({ step, text, article: null, mark: null, result: { unit: "cents", value } });
  if (most !== undefined && grant > most) {
    line("call-maximum", fill(GRANT_TEXTS.callMaximum, { maximum: euro(most) }), most - grant);
    grant = most;
  }
  if (least !== undefined && grant > 0 && grant < least) {
    const text = fill(GRANT_TEXTS.callMinimum, { grant: euro(grant), minimum: euro(least) });
    findings.push({ id: "call-minimum", kind: "obstacle", text, article: null, mark: null });
    line("call-minimum", text, -grant);
    grant = 0;
  }
  line("total", fill(GRANT_TEXTS.total, { grant: euro(grant), eligible: euro(eligible) }), grant);
  const maximum = sumOf(participants.map((each) => each.maximum));
  return { totals: { participants, eligible, maximum, grant }, lines, findings };
}
