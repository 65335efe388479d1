/** A decision in the figures that pages show: per rule, per group, and per application. */
import { counterpartOf, type Decision, type Outcome, type Round, type Rule } from "@voorsprong/allocation";
import { type LocalisedTitles, rowText } from "./limits.js";
import { requestedBy } from "./requested.js";
import { levelStatement } from "./statement.js";
import type { DecisionSummary, GroupOutcome, OutcomeFigures } from "./views.js";

/** What a decision says by itself; where and when it was published is known to the store. */
export type DecisionFigures = Omit<
  DecisionSummary,
  "roundId" | "at" | "ledgerSeq" | "seconds" | "explanationJobId"
>;

/** The most ids of a difference between two rules that a summary holds; the counts are always whole. */
const mostIds = 500;

/** Units awarded per application id. */
type Awarded = ReadonlyMap<string, number>;

/** The figures of a decision, its limits by the names of the programme. */
export function summariseDecision(decision: Decision, titles: LocalisedTitles): DecisionFigures {
  const { round, proof, outcome } = decision;
  const comparison = counterpartOf(decision);
  const here = awardedBy(outcome);
  const there = comparison === null ? null : awardedBy(comparison.outcome);
  const figuresOf = (rule: Rule, found: Outcome) => outcomeFigures(round, rule, found, titles);
  return {
    hash: decision.hash,
    rule: decision.rule,
    level: proof.level,
    proven: proof.level === "A",
    bound: proof.bound,
    gap: proof.gap,
    statement: levelStatement(decision),
    ties: tiesOf(decision),
    outcome: figuresOf(decision.rule, outcome),
    other: comparison === null ? null : figuresOf(comparison.rule, comparison.outcome),
    comparisons: decision.comparisons.map((each) => figuresOf(each.rule, each.outcome)),
    groups: groupOutcomes(round, here, there ?? new Map()),
    onlyHere: difference(round, here, there),
    onlyOther: there === null ? { total: 0, ids: [] } : difference(round, there, here),
  };
}

function tiesOf({ proof: { ties } }: Decision): DecisionSummary["ties"] {
  if (ties === undefined) return null;
  const { money, lot } = ties;
  return {
    money: money === undefined ? null : { step: money.step, steps: money.steps, proven: money.proven },
    lot: { proven: lot.proven },
  };
}

/** Units awarded per awarded application. */
export function awardedBy(outcome: Outcome): Awarded {
  if (outcome.status === "infeasible") return new Map();
  return new Map(
    outcome.awards.map(({ application, amounts }) => [
      application,
      Object.values(amounts).reduce((sum, amount) => sum + amount, 0),
    ]),
  );
}

function outcomeFigures(round: Round, rule: Rule, outcome: Outcome, titles: LocalisedTitles): OutcomeFigures {
  const named = (row: string) => ({ row, text: rowText(round, row, titles) });
  if (outcome.status === "infeasible")
    return {
      rule,
      status: "infeasible",
      objective: null,
      funded: 0,
      spent: 0,
      spentByBudget: {},
      limits: [],
      breaches: [],
      conflict: outcome.conflict.map(named),
    };
  return {
    rule,
    status: "decided",
    objective: outcome.objective,
    funded: outcome.awards.length,
    spent: outcome.spent.total,
    spentByBudget: { ...outcome.spent.budgets },
    limits: outcome.limits.map((limit) => ({ ...limit, text: rowText(round, limit.row, titles) })),
    breaches: outcome.breaches.map(named),
    conflict: [],
  };
}

/** Money and numbers per tag value under both rules, tags and values in order of the alphabet. */
function groupOutcomes(round: Round, here: Awarded, there: Awarded): GroupOutcome[] {
  const groups = new Map<string, GroupOutcome>();
  for (const application of round.applications) {
    const requested = requestedBy(application).total;
    const [awarded, awardedOther] = [here.get(application.id), there.get(application.id)];
    for (const [tag, values] of Object.entries(application.tags))
      for (const value of values) {
        const group = groupOf(groups, tag, value);
        group.applications += 1;
        group.requested += requested;
        group.funded += awarded === undefined ? 0 : 1;
        group.awarded += awarded ?? 0;
        group.fundedOther += awardedOther === undefined ? 0 : 1;
        group.awardedOther += awardedOther ?? 0;
      }
  }
  const order = (text: string, other: string) => (text < other ? -1 : text > other ? 1 : 0);
  return [...groups.values()].sort((a, b) => order(a.tag, b.tag) || order(a.value, b.value));
}

function groupOf(groups: Map<string, GroupOutcome>, tag: string, value: string): GroupOutcome {
  const key = JSON.stringify([tag, value]);
  const known = groups.get(key);
  if (known !== undefined) return known;
  const [applications, requested, funded, awarded, fundedOther, awardedOther] = [0, 0, 0, 0, 0, 0];
  const group = { tag, value, applications, requested, funded, awarded, fundedOther, awardedOther };
  groups.set(key, group);
  return group;
}

/** Ids that `one` funds and `other` does not, in canonical order. */
function difference(round: Round, one: Awarded, other: Awarded | null): { total: number; ids: string[] } {
  if (other === null) return { total: 0, ids: [] };
  const ids = round.applications.map(({ id }) => id).filter((id) => one.has(id) && !other.has(id));
  return { total: ids.length, ids: ids.slice(0, mostIds) };
}
