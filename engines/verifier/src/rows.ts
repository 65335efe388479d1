/**
 * The limits of a round as rows `a·x <= b` (docs/formats/decision.md, "Rows").
 *
 * Every row is built from *sums* over the awarded choices: all amounts, the amounts of one budget, the amounts or
 * the number in one group, the number of awards in a list. A row is a few whole factors times sums. Factors and
 * right sides are BigInt. Sums are doubles and still exact: round.ts has checked that all amounts together stay
 * below 2^53, so no selection can add up to more.
 */
import type { Constraint, Round, ShareLimit } from "./types.js";

/** `sum of factor·sum over terms <= limit`. */
export interface Row {
  readonly id: string;
  readonly terms: readonly { readonly sum: number; readonly factor: bigint }[];
  readonly limit: bigint;
  /** What the outcome reports about this row; absent for all but budgets and limits on a tag value. */
  readonly figure?: { readonly value: number; readonly of: bigint | { readonly sum: number } };
  /** Whether the ranking honours it while walking down the list. */
  readonly walked: boolean;
  /** The same in doubles; only where every product and sum on the way stays below 2^53, so that nothing is lost. */
  readonly doubles?: {
    readonly terms: readonly { readonly sum: number; readonly factor: number }[];
    readonly limit: number;
  };
}

/** Sum 0 is all amounts; sum 1 + k is budget k; then one sum per constraint. */
export const EVERYTHING = 0;

/** The number of the sum of constraint 0. */
export function firstConstraintSum(round: Round): number {
  return 1 + round.budgets.length;
}

/** Writes out the rows of a round: its budgets, then its constraints, a minimum before its maximum. */
export function rowsOf(round: Round): Row[] {
  const budgetSum = new Map(round.budgets.map(({ id }, k) => [id, 1 + k]));
  const total = round.budgets.reduce((all, { amount }) => all + BigInt(amount), 0n);
  const money: Money = {
    sum: (budget) => (budget === undefined ? EVERYTHING : budgetSum.get(budget)!),
    available: (budget) =>
      budget === undefined ? total : BigInt(round.budgets[budgetSum.get(budget)! - 1]!.amount),
  };
  const rows: Row[] = round.budgets.map(({ id, amount }, k) => ({
    id: `budget/${id}`,
    terms: [{ sum: 1 + k, factor: 1n }],
    limit: BigInt(amount),
    figure: { value: 1 + k, of: BigInt(amount) },
    walked: true,
  }));
  const first = firstConstraintSum(round);
  for (const [k, constraint] of round.constraints.entries())
    rows.push(...constraintRows(constraint, k, first + k, money));
  return rows;
}

/** One budget by its id, or all budgets together. */
interface Money {
  /** The sum of the amounts in it. */
  readonly sum: (budget: string | undefined) => number;
  /** What there is in it. */
  readonly available: (budget: string | undefined) => bigint;
}

/** The rows of constraint number `k`, whose group is summed in `sum`. */
function constraintRows(constraint: Constraint, k: number, sum: number, money: Money): Row[] {
  const own = [{ sum, factor: 1n }];
  if (constraint.kind === "at-most-one")
    return [{ id: `exclusive/${k}`, terms: own, limit: 1n, walked: true }];
  if (constraint.kind === "requires") return [{ id: `requires/${k}`, terms: own, limit: 0n, walked: true }];
  if (constraint.kind === "dropped") return [];
  const rows: Row[] = [];
  for (const side of ["min", "max"] as const) {
    const bound = constraint[side];
    if (bound === undefined) continue;
    const id = `limit/${k}/${side}`;
    // A minimum is the maximum of the same sum with all signs turned.
    const sign = side === "max" ? 1n : -1n;
    if (constraint.kind === "share")
      rows.push(shareRow(constraint, bound as string, { id, sum, sign }, money));
    else {
      const limit = BigInt(bound);
      const figure = { value: sum, of: limit };
      rows.push({ id, terms: [{ sum, factor: sign }], limit: sign * limit, figure, walked: side === "max" });
    }
  }
  return rows;
}

/** `q·group - p·all <= 0` or `q·group <= p·B`, and the same with the signs turned, for the share p/q. */
function shareRow(
  constraint: ShareLimit,
  share: string,
  { id, sum, sign }: { readonly id: string; readonly sum: number; readonly sign: bigint },
  money: Money,
): Row {
  const decimals = share.split(".")[1] ?? "";
  const p = BigInt(share.replace(".", ""));
  const q = 10n ** BigInt(decimals.length);
  const group = { sum, factor: sign * q };
  if (constraint.of === "budget") {
    const of = money.available(constraint.budget);
    return { id, terms: [group], limit: sign * p * of, figure: { value: sum, of }, walked: sign > 0n };
  }
  const all = money.sum(constraint.budget);
  const terms = [group, { sum: all, factor: -sign * p }];
  return { id, terms, limit: 0n, figure: { value: sum, of: { sum: all } }, walked: false };
}

/**
 * The row with its `doubles`, where they are exact.
 *
 * @param largest per sum the largest size that any selection can give it
 */
export function withDoubles(row: Row, largest: Float64Array): Row {
  let size = row.limit < 0n ? -row.limit : row.limit;
  for (const { sum, factor } of row.terms)
    size += (factor < 0n ? -factor : factor) * (BigInt(largest[sum]!) + 1n);
  if (size > Number.MAX_SAFE_INTEGER) return row;
  const terms = row.terms.map(({ sum, factor }) => ({ sum, factor: Number(factor) }));
  return { ...row, doubles: { terms, limit: Number(row.limit) } };
}

/** Whether a row holds for these sums. */
export function holds(row: Row, sums: Float64Array): boolean {
  if (row.doubles !== undefined) {
    let value = 0;
    for (const { sum, factor } of row.doubles.terms) value += factor * sums[sum]!;
    return value <= row.doubles.limit;
  }
  let value = 0n;
  for (const { sum, factor } of row.terms) value += factor * BigInt(sums[sum]!);
  return value <= row.limit;
}

/** Whether a row of one sum holds when that sum has this value. */
export function holdsAt(row: Row, value: number): boolean {
  return row.doubles !== undefined
    ? row.doubles.terms[0]!.factor * value <= row.doubles.limit
    : row.terms[0]!.factor * BigInt(value) <= row.limit;
}
