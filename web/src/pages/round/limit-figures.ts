/** The money and the limits of a round, in groups that share a measure, as numbers that can be drawn and listed. */
import type { LimitView, OutcomeFigures, RoundView } from "@voorsprong/server/contract";

/** What the numbers of a group are. Money is in units, shares are 0 to 1, counts are applications. */
export type LimitMeasure = "money" | "share" | "count";

/** What a group limits. */
export interface LimitSubject {
  /** The tag; null for the budgets themselves. */
  readonly tag: string | null;
  readonly measure: LimitMeasure;
  /** What a share is taken of; null for other measures. */
  readonly of: "awarded" | "budget" | null;
  /** The one budget that counts; null for all. */
  readonly budget: string | null;
}

/** One budget or one value of a tag with its limits. */
export interface LimitLine {
  readonly key: string;
  /** The budget's id or the tag's value. */
  readonly value: string;
  readonly floor: number | null;
  readonly cap: number | null;
  /** What the outcome gives it; null before a decision, and where a share is taken of nothing. */
  readonly reached: number | null;
  /** False when the outcome breaks the floor or the cap. */
  readonly met: boolean;
}

/** Limits with one scale. */
export interface LimitGroup {
  readonly key: string;
  readonly subject: LimitSubject;
  readonly lines: readonly LimitLine[];
}

/** What has limits: a registered round, or one read from a file. */
export type Limited = {
  readonly budgets: readonly Pick<RoundView["budgets"][number], "id" | "amount">[];
  readonly limits: readonly LimitView[];
};

/** A constraint on a tag, as far as this page reads it. */
interface TagLimit {
  readonly kind: "share" | "amount" | "count";
  readonly tag: string;
  readonly value: string;
  readonly min?: string | number;
  readonly max?: string | number;
  readonly of?: "awarded" | "budget";
  readonly budget?: string;
}

function tagLimit({ constraint }: LimitView): TagLimit | null {
  const { kind } = constraint;
  return kind === "share" || kind === "amount" || kind === "count"
    ? (constraint as unknown as TagLimit)
    : null;
}

const MEASURES: Readonly<Record<TagLimit["kind"], LimitMeasure>> = {
  share: "share",
  amount: "money",
  count: "count",
};

/**
 * The budgets and the limits on tags, in the order of the round.
 * @param outcome adds what was reached
 */
export function limitGroups(round: Limited, outcome?: OutcomeFigures): readonly LimitGroup[] {
  const figures = new Map(outcome?.limits.map((figure) => [figure.row, figure]));
  const groups = new Map<string, { subject: LimitSubject; lines: LimitLine[] }>();
  const add = (subject: LimitSubject, line: LimitLine) => {
    const key = [subject.tag ?? "", subject.measure, subject.of ?? "", subject.budget ?? ""].join("/");
    const group = groups.get(key) ?? { subject, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  };
  for (const { id, amount } of round.budgets) {
    const row = `budget/${id}`;
    const figure = figures.get(row);
    add(
      { tag: null, measure: "money", of: null, budget: null },
      {
        key: row,
        value: id,
        floor: null,
        cap: amount,
        reached: figure?.value ?? null,
        met: figure?.met !== false,
      },
    );
  }
  round.limits.forEach((limit, index) => {
    const constraint = tagLimit(limit);
    if (constraint === null) return;
    const measure = MEASURES[constraint.kind];
    const [floor, cap] = [figures.get(`limit/${index}/min`), figures.get(`limit/${index}/max`)];
    const figure = floor ?? cap;
    const reached =
      figure === undefined
        ? null
        : measure !== "share"
          ? figure.value
          : figure.of === 0
            ? null
            : figure.value / figure.of;
    add(
      {
        tag: constraint.tag,
        measure,
        of: measure === "share" ? (constraint.of ?? "awarded") : null,
        budget: constraint.budget ?? null,
      },
      {
        key: `limit/${index}`,
        value: constraint.value,
        floor: constraint.min === undefined ? null : Number(constraint.min),
        cap: constraint.max === undefined ? null : Number(constraint.max),
        reached,
        met: floor?.met !== false && cap?.met !== false,
      },
    );
  });
  return [...groups].map(([key, group]) => ({ key, ...group }));
}

/** The limits between applications: at most one of a group, or one only with another. */
export function limitsBetween(round: Limited): readonly LimitView[] {
  return round.limits.filter((limit) => tagLimit(limit) === null);
}

/** A line with what its group limits, for a table of all limits. */
export interface SubjectLine extends LimitLine {
  readonly subject: LimitSubject;
}

/** All lines of all groups, in order. */
export function allLines(groups: readonly LimitGroup[]): readonly SubjectLine[] {
  return groups.flatMap(({ subject, lines }) => lines.map((line) => ({ ...line, subject })));
}
