/** The limits of a round that a reader can change, and reading what they type. */
import type { Round } from "@voorsprong/allocation";
import type { Language } from "../../../i18n/language.js";

/** What the number of a row is: money in units, a share of 1, or a number of applications. */
export type RowMeasure = "money" | "share" | "count";

/** One number that can be changed. */
export interface EditableRow {
  readonly row: string;
  readonly measure: RowMeasure;
  /** As in `Changes`: whole units, a whole number, or a decimal string from 0 to 1. */
  readonly current: string;
  /** What it limits: a budget, or a tag's value from below or above. */
  readonly subject:
    | { readonly kind: "budget"; readonly id: string }
    | {
        readonly kind: "limit";
        readonly tag: string;
        readonly value: string;
        readonly side: "min" | "max";
        /** What a share is taken of; null for other limits. */
        readonly of: "awarded" | "budget" | null;
        /** The one budget it concerns; null for all. */
        readonly budget: string | null;
      };
}

/** All rows with a number, budgets first. Exclusions and dependencies between applications cannot be changed. */
export function editableRows(round: Round): readonly EditableRow[] {
  const budgets = round.budgets.map(
    ({ id, amount }): EditableRow => ({
      row: `budget/${id}`,
      measure: "money",
      current: String(amount),
      subject: { kind: "budget", id },
    }),
  );
  const limits = round.constraints.flatMap((constraint, index): EditableRow[] => {
    if (constraint.kind === "at-most-one" || constraint.kind === "requires") return [];
    const { kind, tag, value } = constraint;
    const measure = kind === "share" ? "share" : kind === "count" ? "count" : "money";
    const of = kind === "share" ? constraint.of : null;
    const budget = kind === "count" ? null : (constraint.budget ?? null);
    return (["min", "max"] as const).flatMap((side) => {
      const current = constraint[side];
      if (current === undefined) return [];
      const subject = { kind: "limit", tag, value, side, of, budget } as const;
      return [{ row: `limit/${index}/${side}`, measure, current: String(current), subject }];
    });
  });
  return [...budgets, ...limits];
}

/** Moves the decimal point of a canonical decimal string; a negative shift makes the number smaller. */
export function shiftDecimal(text: string, places: number): string {
  const [whole = "0", fraction = ""] = text.split(".");
  const digits = whole + fraction;
  const point = whole.length + places;
  const padded = point <= 0 ? "0".repeat(1 - point) + digits : digits.padEnd(point, "0");
  const at = Math.max(point, 1);
  const integer = padded.slice(0, at).replace(/^0+(?=\d)/, "");
  const decimals = padded.slice(at).replace(/0+$/, "");
  return decimals === "" ? integer : `${integer}.${decimals}`;
}

/**
 * A number as people type it, as a canonical decimal string. Grouping and decimal signs of the language; a point with
 * other than three digits behind it is a decimal point in Dutch too.
 * @returns null when it is no number of 0 or more
 */
export function readNumber(typed: string, language: Language): string | null {
  const text = typed.replace(/[\s\u00a0\u202f]/g, "");
  const [group, decimal] = language === "nl" ? ["\\.", ","] : [",", "\\."];
  const grouped = new RegExp(`^\\d{1,3}(?:${group}\\d{3})+(?:${decimal}\\d+)?$`);
  if (grouped.test(text)) {
    return shiftDecimal(text.replace(new RegExp(group, "g"), "").replace(",", "."), 0);
  }
  return /^\d+(?:[.,]\d+)?$/.test(text) ? shiftDecimal(text.replace(",", "."), 0) : null;
}

/** Why a typed value cannot be used; the texts have a sentence for each. */
export type RowError = "number" | "percent" | "whole" | "cents" | "range";

/** Decimals of the money a reader types: two where units are cents, else none. */
export function moneyDecimals(unit: string): 0 | 2 {
  return /^[A-Z]{3}-cent$/.test(unit) ? 2 : 0;
}

/** How a value is shown in its field, before grouping: euros, per cent, or a whole number. */
export function shownValue(row: EditableRow, value: string, unit: string): string {
  if (row.measure === "share") return shiftDecimal(value, 2);
  return row.measure === "money" ? shiftDecimal(value, -moneyDecimals(unit)) : value;
}

/** Reads what was typed in a row's field. */
export function readRow(
  row: EditableRow,
  typed: string,
  unit: string,
  language: Language,
): { readonly value: string } | { readonly error: RowError } {
  const number = readNumber(typed, language);
  if (number === null) return { error: "number" };
  if (row.measure === "share") {
    const share = shiftDecimal(number, -2);
    const [whole = "", fraction = ""] = share.split(".");
    return Number(share) > 1 || whole.length > 1 || fraction.length > 12
      ? { error: "percent" }
      : { value: share };
  }
  const value = row.measure === "money" ? shiftDecimal(number, moneyDecimals(unit)) : number;
  if (value.includes(".")) return { error: row.measure === "count" || unit.length === 0 ? "whole" : "cents" };
  return Number.isSafeInteger(Number(value)) ? { value } : { error: "range" };
}
