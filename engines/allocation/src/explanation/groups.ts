/** What became of each group of applications, and how evenly the money fell. */
import type { GroupFigures } from "../model/explanation.js";
import type { Problem } from "../problem/problem.js";
import { triedChoices } from "../ranking/order.js";

/** The figures of every value of every tag, by tag and value in order of UTF-16 code units. */
export function groupFigures(problem: Problem, selection: readonly number[]): readonly GroupFigures[] {
  const { round, choices } = problem;
  const spentOn = new Map(selection.map((choice) => [choices[choice]!.application, choices[choice]!.total]));
  const tags = new Map<
    string,
    Map<string, { -readonly [Field in keyof GroupFigures]: GroupFigures[Field] }>
  >();
  round.applications.forEach((application, index) => {
    const asked = choices[triedChoices(problem, index)[0]!]!.total;
    for (const [tag, values] of Object.entries(application.tags))
      for (const value of values) {
        const groups = tags.get(tag) ?? new Map();
        tags.set(tag, groups);
        const group = groups.get(value) ?? { tag, value, applications: 0, awarded: 0, asked: 0, spent: 0 };
        groups.set(value, group);
        group.applications += 1;
        group.asked += asked;
        group.awarded += spentOn.has(index) ? 1 : 0;
        group.spent += spentOn.get(index) ?? 0;
      }
  });
  return [...tags]
    .sort(byName)
    .flatMap(([, groups]) => [...groups].sort(byName).map(([, group]): GroupFigures => group));
}

/** What each group with something to ask is awarded per unit it asks: from 0, mostly to 1. */
export function awardedPerAsked(groups: readonly GroupFigures[]): readonly number[] {
  return groups.filter(({ asked }) => asked > 0).map(({ asked, spent }) => spent / asked);
}

/**
 * Gini coefficient of figures of at least 0: 0 when all are equal, up to (n - 1)/n when one has everything. Null for
 * no figures, or when all are zero.
 *
 * Source: C. Gini, Variabilità e mutabilità, 1912; as half the relative mean absolute difference, computed from the
 * ordered figures: sum of (2k - n - 1) x_k over n times their sum.
 */
export function giniCoefficient(figures: readonly number[]): number | null {
  const sum = figures.reduce((total, figure) => total + figure, 0);
  if (sum === 0) return null;
  const n = figures.length;
  const ordered = [...figures].sort((a, b) => a - b);
  return ordered.reduce((total, figure, k) => total + (2 * (k + 1) - n - 1) * figure, 0) / (n * sum);
}

/**
 * Jain's fairness index of figures of at least 0: 1 when all are equal, down to 1/n when one has everything. Null for
 * no figures, or when all are zero.
 *
 * Source: R. Jain, D. Chiu, W. Hawe, A quantitative measure of fairness and discrimination for resource allocation in
 * shared computer systems, DEC Research Report TR-301, 1984: (sum of x)^2 / (n times the sum of x^2).
 */
export function jainIndex(figures: readonly number[]): number | null {
  const sum = figures.reduce((total, figure) => total + figure, 0);
  if (sum === 0) return null;
  return sum ** 2 / (figures.length * figures.reduce((total, figure) => total + figure ** 2, 0));
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
