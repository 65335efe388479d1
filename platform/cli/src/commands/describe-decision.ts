/** A decision in lines for people. */
import {
  countPoints,
  type Decision,
  describeConflict,
  describeRow,
  formatAmount,
  formatNumber,
  type Outcome,
  tieSentences,
} from "@voorsprong/allocation";
import { levelStatement } from "@voorsprong/instruments";
import type { Language } from "../language.js";

/** A number with its noun. */
const count: Readonly<Record<Language, (number: number, one: string, many: string) => string>> = {
  nl: (number, one, many) => `${formatNumber(number, "nl")} ${number === 1 ? one : many}`,
  en: (number, one, many) => `${formatNumber(number, "en")} ${number === 1 ? one : many}`,
};

const words = {
  nl: {
    round: (name: string, applications: number, limits: number) =>
      `Ronde ${name}: ${count.nl(applications, "aanvraag", "aanvragen")}, ${count.nl(limits, "grens", "grenzen")}`,
    rule: {
      optimal: "de beste binnen de grenzen",
      ranking: "op volgorde van score",
      "first-come": "op volgorde van binnenkomst",
      lottery: "door loting",
      "pro-rata": "evenredig verdeeld, met punten naar rato van het deel",
    },
    outcome: (rule: string, funded: number, points: string, money: string) =>
      `Toegekend (${rule}): ${count.nl(funded, "aanvraag", "aanvragen")}, ${points}, ${money}`,
    other: (rule: string, funded: number, points: string, money: string) =>
      `Anders (${rule}): ${count.nl(funded, "aanvraag", "aanvragen")}, ${points}, ${money}`,
    impossible: (rule: string) => `Anders (${rule}): geen enkele keuze van aanvragen haalt alle grenzen`,
    broken: (limit: string) => `  haalt niet: ${limit}`,
    written: (out: string, hash: string) => `Besluit geschreven naar ${out} (${hash})`,
    seconds: (seconds: number) => `Rekentijd: ${seconds} s`,
  },
  en: {
    round: (name: string, applications: number, limits: number) =>
      `Round ${name}: ${count.en(applications, "application", "applications")}, ${count.en(limits, "limit", "limits")}`,
    rule: {
      optimal: "the best within the limits",
      ranking: "in order of score",
      "first-come": "in order of receipt",
      lottery: "by lot",
      "pro-rata": "divided pro rata, with points in proportion to the part",
    },
    outcome: (rule: string, funded: number, points: string, money: string) =>
      `Funded (${rule}): ${count.en(funded, "application", "applications")}, ${points}, ${money}`,
    other: (rule: string, funded: number, points: string, money: string) =>
      `Otherwise (${rule}): ${count.en(funded, "application", "applications")}, ${points}, ${money}`,
    impossible: (rule: string) => `Otherwise (${rule}): no selection of applications meets all limits`,
    broken: (limit: string) => `  does not meet: ${limit}`,
    written: (out: string, hash: string) => `Decision written to ${out} (${hash})`,
    seconds: (seconds: number) => `Computing time: ${seconds} s`,
  },
} as const;

/** What was decided, what is proven, what the other rules would have given, and where the document is. */
export function describeDecision(
  decision: Decision,
  language: Language,
  { seconds, out }: { seconds: number; out: string | undefined },
): string[] {
  const { round, outcome } = decision;
  const text = words[language];
  const limits = round.budgets.length + round.constraints.length;
  const lines = [text.round(round.round, round.applications.length, limits)];
  if (outcome.status === "infeasible") lines.push(describeConflict(round, outcome.conflict, language));
  else lines.push(...describeOutcome(decision, outcome, text.outcome, decision.rule, language));
  lines.push(levelStatement(decision)[language], ...tieSentences(decision, language));
  for (const { rule, outcome: other } of decision.comparisons)
    if (other.status === "decided")
      lines.push(...describeOutcome(decision, other, text.other, rule, language));
    else lines.push(text.impossible(text.rule[rule]));
  if (out !== undefined) lines.push(text.written(out, decision.hash));
  lines.push(text.seconds(seconds));
  return lines;
}

function describeOutcome(
  { round }: Decision,
  outcome: Extract<Outcome, { status: "decided" }>,
  sentence: (rule: string, funded: number, points: string, money: string) => string,
  rule: Decision["rule"],
  language: Language,
): string[] {
  return [
    sentence(
      words[language].rule[rule],
      outcome.awards.length,
      countPoints(outcome.objective, round.scoreScale, language),
      formatAmount(outcome.spent.total, round.unit, language),
    ),
    ...outcome.breaches.map((row) => words[language].broken(describeRow(round, row, language))),
  ];
}
