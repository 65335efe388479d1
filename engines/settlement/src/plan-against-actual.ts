/** Costs as they were planned beside costs as they are reported. */
import { checkCents, sumOf, whole } from "./model/exact.js";

/** One amount of a plan or a report. */
export interface CostCell {
  readonly category: string;
  readonly year: number;
  readonly cents: number;
}

/** Planned and reported costs of one category in one year, or of a total. */
export interface Deviation {
  /** Null in a total over categories. */
  readonly category: string | null;
  /** Null in a total over years. */
  readonly year: number | null;
  readonly plannedCents: number;
  readonly reportedCents: number;
  /** Reported minus planned. */
  readonly differenceCents: number;
  /** Whether the difference is larger than the tolerance allows, or costs were not planned at all. */
  readonly flagged: boolean;
}

/**
 * Compares per category and year, per category, per year and in total; ordered by category, then year, totals last.
 *
 * @param tolerance the part of the planned costs by which they may differ, in basis points
 */
export function planAgainstActual(
  plan: readonly CostCell[],
  report: readonly CostCell[],
  tolerance: number,
): Deviation[] {
  for (const { cents, category, year } of [...plan, ...report]) checkCents(cents, `${category} in ${year}`);
  const cells = [...plan, ...report];
  const categories = [...new Set(cells.map(({ category }) => category))].sort();
  const years = [...new Set(cells.map(({ year }) => year))].sort((one, other) => one - other);
  const rows: [string | null, number | null][] = [
    ...categories.flatMap((category) => years.map((year): [string, number] => [category, year])),
    ...categories.map((category): [string, null] => [category, null]),
    ...years.map((year): [null, number] => [null, year]),
    [null, null],
  ];
  return rows
    .map(([category, year]) => {
      const of = (list: readonly CostCell[]) =>
        sumOf(
          list
            .filter(
              (cell) => (category ?? cell.category) === cell.category && (year ?? cell.year) === cell.year,
            )
            .map(({ cents }) => cents),
        );
      return deviation(category, year, of(plan), of(report), tolerance);
    })
    .filter(
      ({ category, plannedCents, reportedCents }) => category === null || plannedCents + reportedCents > 0,
    );
}

function deviation(
  category: string | null,
  year: number | null,
  plannedCents: number,
  reportedCents: number,
  tolerance: number,
): Deviation {
  const differenceCents = reportedCents - plannedCents;
  const flagged =
    BigInt(Math.abs(differenceCents)) * BigInt(whole) > BigInt(plannedCents) * BigInt(tolerance);
  return { category, year, plannedCents, reportedCents, differenceCents, flagged };
}
