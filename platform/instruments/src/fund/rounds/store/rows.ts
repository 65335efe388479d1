/** What the tables hold of a round and of a decision, derived from the documents. Pure. */
import {
  type Amounts,
  type Application,
  counterpartOf,
  type Decision,
  type Outcome,
  type Round,
} from "@voorsprong/allocation";
import { foldForSearch } from "../../../kernel/fold.js";
import { requestedBy, totalOf } from "../requested.js";
import type { RoundView } from "../views.js";

/** A row of table `applications` without the round's id. */
export interface ApplicationColumns {
  readonly position: number;
  readonly id: string;
  readonly title: string | null;
  /** Of the full award, else of the best option, in score units. */
  readonly score: number;
  /** Total of the largest choice, in units. */
  readonly requested: number;
  /** Amounts of the largest choice. */
  readonly amounts: Amounts;
  readonly tags: Application["tags"];
  readonly optionCount: number;
  readonly search: string;
  /** A day or a moment in UTC, as in the canonical round. */
  readonly received: string | null;
}

/** A row of table `awards` without the round's id. */
export interface AwardColumns {
  readonly position: number;
  readonly funded: boolean;
  /** In units. */
  readonly awarded: number;
  readonly option: string | null;
  /** Under `pro-rata`, as a decimal text. */
  readonly part: string | null;
  readonly fundedOther: boolean | null;
  readonly explanation: Decision["explanations"][number] | null;
}

/**
 * The row of one application.
 * @param position its place in the canonical round, from 0
 */
export function applicationColumns(application: Application, position: number): ApplicationColumns {
  const { id, title = null, score, options = [], tags, received = null } = application;
  const { amounts, total } = requestedBy(application);
  return {
    position,
    id,
    title,
    score: score ?? Math.max(...options.map((option) => option.score)),
    requested: total,
    amounts,
    tags,
    optionCount: options.length,
    search: foldForSearch(`${id}\n${title ?? ""}`),
    received,
  };
}

/** Applications and requested units per value of each tag, values in order. */
export function tagCounts(rows: readonly ApplicationColumns[]): RoundView["tags"] {
  const counts = new Map<string, Map<string, RoundView["tags"][string][number]>>();
  for (const { tags, requested } of rows) {
    for (const [tag, values] of Object.entries(tags)) {
      const ofTag = counts.get(tag) ?? new Map();
      counts.set(tag, ofTag);
      for (const value of values) {
        const before = ofTag.get(value) ?? { value, applications: 0, requested: 0 };
        ofTag.set(value, {
          value,
          applications: before.applications + 1,
          requested: before.requested + requested,
        });
      }
    }
  }
  return Object.fromEntries(
    [...counts].map(([tag, values]) => [
      tag,
      [...values.values()].sort((a, b) => (a.value < b.value ? -1 : 1)),
    ]),
  );
}

/**
 * The sum of the budgets.
 * @throws RangeError above 2^53 - 1, where it could not be shown exactly
 */
export function totalBudget({ budgets }: Round): number {
  const sum = budgets.reduce((before, { amount }) => before + BigInt(amount), 0n);
  if (sum > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw new RangeError(`the budgets together are ${sum} units; at most 2^53 - 1 can be kept exactly`);
  }
  return Number(sum);
}

const awardsOf = (outcome: Outcome | undefined) =>
  new Map(outcome?.status === "decided" ? outcome.awards.map((award) => [award.application, award]) : []);

/** One row per application of the round, funded or not, in canonical order. */
export function awardColumns(decision: Decision): AwardColumns[] {
  const awards = awardsOf(decision.outcome);
  const comparison = counterpartOf(decision);
  const others = awardsOf(comparison?.outcome);
  const explanations = new Map(decision.explanations.map((each) => [each.application, each]));
  return decision.round.applications.map(({ id }, position) => {
    const award = awards.get(id);
    return {
      position,
      funded: award !== undefined,
      awarded: award === undefined ? 0 : totalOf(award.amounts),
      option: award?.option ?? null,
      part: award?.part ?? null,
      fundedOther: comparison === null ? null : others.has(id),
      explanation: explanations.get(id) ?? null,
    };
  });
}
