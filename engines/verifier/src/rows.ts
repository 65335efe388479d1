/**
 * The limits of a round as rows `a·x <= b` (docs/formats/decision.md, "Rows").
 *
 * Every row is built from *sums* over the awarded choices: all amounts, the amounts of one budget, the amounts or
 * the number in one group, the number of awards in a list. A row is a few whole factors times sums. Factors and
 * right sides are BigInt. Sums are doubles and still exact: round.ts has checked that all amounts together stay
 * below 2^53, so no selection can add up to more.
 */
import type { Amounts, Award, Constraint, Round, ShareLimit } from "./types.js";

/** A full award or an option, with what it adds to each sum. */
export interface Choice {
  /** Index of its application. */
  readonly application: number;
  /** Option id, or null for the full award. */
  readonly option: string | null;
  readonly score: number;
  readonly amounts: Amounts;
  /** Its amounts over all budgets. */
  readonly total: number;
  readonly parts: readonly { readonly sum: number; readonly weight: number }[];
}

/** `sum of factor·sum over terms <= limit`. */
export interface Row {
  readonly id: string;
  readonly terms: readonly { readonly sum: number; readonly factor: bigint }[];
  readonly limit: bigint;
  /** What the outcome reports about this row; absent for `exclusive` and `requires`. */
  readonly figure?: { readonly value: number; readonly of: bigint | { readonly sum: number } };
  /** Whether the ranking honours it while walking down the list. */
  readonly walked: boolean;
}

/** A round made ready for checking. */
export interface Compiled {
  readonly round: Round;
  readonly rows: readonly Row[];
  readonly rowById: ReadonlyMap<string, Row>;
  /** Per application: its full award first (where it has one), then its options by id. */
  readonly choices: readonly (readonly Choice[])[];
  readonly applicationById: ReadonlyMap<string, number>;
  readonly sums: number;
  /** Per sum: the rows in which it stands. */
  readonly rowsOfSum: readonly (readonly Row[])[];
}

/** Sum 0 is all amounts; sum 1 + k is budget k; then one sum per constraint. */
const EVERYTHING = 0;

/** What a constraint counts in an application's choices: amounts of one budget (or all), or the choice itself. */
interface Counted {
  readonly sum: number;
  readonly what: "award" | "amount";
  readonly budget?: string;
}

/** Writes out the rows of a round and what each choice adds to them. The round must be canonical. */
export function compile(round: Round): Compiled {
  const budgetSum = new Map(round.budgets.map(({ id }, k) => [id, 1 + k]));
  const base = (budget: string | undefined): number =>
    budget === undefined ? EVERYTHING : budgetSum.get(budget)!;
  const total = round.budgets.reduce((all, { amount }) => all + BigInt(amount), 0n);
  const budgetOf = (budget: string | undefined): bigint =>
    budget === undefined ? total : BigInt(round.budgets[budgetSum.get(budget)! - 1]!.amount);

  const rows: Row[] = round.budgets.map(({ id, amount }, k) => ({
    id: `budget/${id}`,
    terms: [{ sum: 1 + k, factor: 1n }],
    limit: BigInt(amount),
    figure: { value: 1 + k, of: BigInt(amount) },
    walked: true,
  }));
  const firstSum = 1 + round.budgets.length;
  for (const [k, constraint] of round.constraints.entries())
    rows.push(...rowsOf(constraint, k, firstSum + k, base, budgetOf));

  const applicationById = new Map(round.applications.map(({ id }, i) => [id, i]));
  const byTag = new Map<string, Counted[]>();
  /** Per application named in a list or pair: what each of its choices adds to the sum of that constraint. */
  const listed = new Map<string, Map<number, number>>();
  const count = (application: string, sum: number, weight: number): void => {
    const weights = listed.get(application) ?? new Map<number, number>();
    listed.set(application, weights.set(sum, (weights.get(sum) ?? 0) + weight));
  };
  for (const [k, constraint] of round.constraints.entries()) {
    const sum = firstSum + k;
    if (constraint.kind === "at-most-one") for (const id of constraint.applications) count(id, sum, 1);
    else if (constraint.kind === "requires") {
      count(constraint.application, sum, 1);
      count(constraint.needs, sum, -1);
    } else {
      const key = tagKey(constraint.tag, constraint.value);
      const budget =
        constraint.kind !== "count" && constraint.budget !== undefined ? { budget: constraint.budget } : {};
      const counted: Counted = { sum, what: constraint.kind === "count" ? "award" : "amount", ...budget };
      byTag.set(key, [...(byTag.get(key) ?? []), counted]);
    }
  }

  const choices = round.applications.map((application, i) => {
    const groups: Counted[] = [];
    for (const [tag, values] of Object.entries(application.tags))
      for (const value of values) groups.push(...(byTag.get(tagKey(tag, value)) ?? []));
    const make = (award: Award, option: string | null): Choice => {
      const entries = Object.entries(award.amounts);
      const all = entries.reduce((sum, [, amount]) => sum + amount, 0);
      const parts = [{ sum: EVERYTHING, weight: all }];
      for (const [budget, amount] of entries) parts.push({ sum: budgetSum.get(budget)!, weight: amount });
      for (const { sum, what, budget } of groups) {
        const amount = budget === undefined ? all : (award.amounts[budget] ?? 0);
        parts.push({ sum, weight: what === "award" ? 1 : amount });
      }
      for (const [sum, weight] of listed.get(application.id) ?? []) parts.push({ sum, weight });
      return {
        application: i,
        option,
        score: award.score,
        amounts: award.amounts,
        total: all,
        parts,
      };
    };
    const full = application.full === null ? [] : [make(application.full, null)];
    return [...full, ...application.options.map((option) => make(option, option.id))];
  });

  const sums = firstSum + round.constraints.length;
  const rowsOfSum: Row[][] = Array.from({ length: sums }, () => []);
  for (const row of rows) for (const { sum } of row.terms) rowsOfSum[sum]!.push(row);
  const rowById = new Map(rows.map((row) => [row.id, row]));
  return { round, rows, rowById, choices, applicationById, sums, rowsOfSum };
}

/** One text for a tag and its value, such that no two pairs share one. */
function tagKey(tag: string, value: string): string {
  return JSON.stringify([tag, value]);
}

/** The rows of constraint number `k`, whose group is summed in `sum`. Minimum before maximum. */
function rowsOf(
  constraint: Constraint,
  k: number,
  sum: number,
  base: (budget: string | undefined) => number,
  budgetOf: (budget: string | undefined) => bigint,
): Row[] {
  if (constraint.kind === "at-most-one")
    return [{ id: `exclusive/${k}`, terms: [{ sum, factor: 1n }], limit: 1n, walked: true }];
  if (constraint.kind === "requires")
    return [{ id: `requires/${k}`, terms: [{ sum, factor: 1n }], limit: 0n, walked: true }];
  const rows: Row[] = [];
  for (const side of ["min", "max"] as const) {
    const bound = constraint[side];
    if (bound === undefined) continue;
    const id = `limit/${k}/${side}`;
    // A minimum is the maximum of the same sum with all signs turned.
    const sign = side === "max" ? 1n : -1n;
    if (constraint.kind === "share") {
      rows.push(
        shareRow(constraint, bound as string, { id, sum, sign, walked: side === "max" }, base, budgetOf),
      );
    } else {
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
  { id, sum, sign, walked }: { id: string; sum: number; sign: bigint; walked: boolean },
  base: (budget: string | undefined) => number,
  budgetOf: (budget: string | undefined) => bigint,
): Row {
  const decimals = share.split(".")[1] ?? "";
  const p = BigInt(share.replace(".", ""));
  const q = 10n ** BigInt(decimals.length);
  const group = { sum, factor: sign * q };
  if (constraint.of === "budget") {
    const of = budgetOf(constraint.budget);
    return { id, terms: [group], limit: sign * p * of, figure: { value: sum, of }, walked };
  }
  const all = base(constraint.budget);
  const terms = [group, { sum: all, factor: -sign * p }];
  return { id, terms, limit: 0n, figure: { value: sum, of: { sum: all } }, walked: false };
}

/** Adds a choice to the sums (or takes it away with `times` -1). */
export function addTo(sums: Float64Array, choice: Choice, times: 1 | -1 = 1): void {
  for (const { sum, weight } of choice.parts) sums[sum] = sums[sum]! + times * weight;
}

/** Whether a row holds for these sums. */
export function holds(row: Row, sums: Float64Array): boolean {
  let value = 0n;
  for (const { sum, factor } of row.terms) value += factor * BigInt(sums[sum]!);
  return value <= row.limit;
}

/** The choice of an application with this option (null: its full award), or undefined. */
export function findChoice(
  compiled: Compiled,
  application: string,
  option: string | null,
): Choice | undefined {
  const i = compiled.applicationById.get(application);
  return i === undefined ? undefined : compiled.choices[i]!.find((choice) => choice.option === option);
}
