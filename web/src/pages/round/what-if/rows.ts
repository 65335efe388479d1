/** The limits of a round that a reader can change, and reading what they type. */
import type { Round } from "@voorsprong/allocation";
import type { Language } from "../../../i18n/language.js";
import type { LimitMeasure, LimitSubject } from "../limit-figures.js";

/** One number that can be changed. */
export interface EditableRow {
  readonly row: string;
  readonly measure: LimitMeasure;
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

/** A budget, or a limit with its sides. */
export interface EditableLine {
  readonly key: string;
  /** The budget's id or the tag's value. */
  readonly value: string;
  readonly min: EditableRow | null;
  readonly max: EditableRow | null;
}

/** Lines that limit the same kind of thing in the same measure. */
export interface EditableGroup {
  readonly key: string;
  readonly subject: LimitSubject;
  readonly lines: readonly EditableLine[];
}

function subjectOf({ subject, measure }: EditableRow): LimitSubject {
  return subject.kind === "budget"
    ? { tag: null, measure, of: null, budget: null }
    : { tag: subject.tag, measure, of: subject.of, budget: subject.budget };
}

/** Groups rows as the outcome shows them; a budget is a maximum. */
export function editableGroups(rows: readonly EditableRow[]): readonly EditableGroup[] {
  const groups = new Map<string, { subject: LimitSubject; lines: Map<string, EditableLine> }>();
  for (const row of rows) {
    const subject = subjectOf(row);
    const key = JSON.stringify(subject);
    const group = groups.get(key) ?? { subject, lines: new Map() };
    const lineKey = row.row.replace(/\/(?:min|max)$/, "");
    const value = row.subject.kind === "budget" ? row.subject.id : row.subject.value;
    const side = row.subject.kind === "budget" ? "max" : row.subject.side;
    const line = group.lines.get(lineKey) ?? { key: lineKey, value, min: null, max: null };
    group.lines.set(lineKey, { ...line, [side]: row });
    groups.set(key, group);
  }
  return [...groups].map(([key, { subject, lines }]) => ({ key, subject, lines: [...lines.values()] }));
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
