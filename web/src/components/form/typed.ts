/**
 * Amounts, numbers and days as people type them, in Dutch and English style. What cannot be read stays the text that was
 * typed: the check of the answers then says what is wrong, and nothing that was typed is lost.
 */
import type { Language } from "../../i18n/language.js";

/** A number, or the text when it is not one. An empty text is null: no answer. */
export type Typed = number | string | null;

const MARKS = { nl: { group: ".", decimal: "," }, en: { group: ",", decimal: "." } } as const;

/** Digits with `.` as decimal mark; null when the text is no number in this style. */
function plainNumber(text: string, language: Language): string | null {
  const { group, decimal } = MARKS[language];
  const bare = text.replace(/[\s\u00a0]/g, "");
  const [whole = "", fraction, ...more] = bare.split(decimal);
  if (more.length > 0) return null;
  const grouped = new RegExp(`^-?\\d{1,3}(?:\\${group}\\d{3})+$`);
  if (grouped.test(whole)) return plain(whole.replaceAll(group, ""), fraction);
  if (/^-?\d+$/.test(whole)) return plain(whole, fraction);
  // The other mark can only be a decimal mark where it does not stand before three digits: 12.50 in Dutch text.
  const other = new RegExp(`^(-?\\d+)\\${group}(\\d{1,2})$`).exec(bare);
  return other === null ? null : plain(other[1] as string, other[2]);
}

function plain(whole: string, fraction: string | undefined): string | null {
  if (fraction === undefined || fraction === "") return whole;
  return /^\d+$/.test(fraction) ? `${whole}.${fraction}` : null;
}

/** Reads a number, for instance `1.250,5` in Dutch. */
export function readNumber(text: string, language: Language): Typed {
  if (text.trim() === "") return null;
  const digits = plainNumber(text, language);
  return digits === null ? text : Number(digits);
}

/** Reads money as whole cents, exactly; for instance `€ 1.250,50`. */
export function readMoney(text: string, language: Language): Typed {
  const bare = text.replace(/€|EUR/gi, "").trim();
  if (bare === "") return text.trim() === "" ? null : text;
  const digits = plainNumber(bare, language);
  if (digits === null) return text;
  const [whole = "0", fraction = ""] = digits.split(".");
  if (fraction.length > 2) return text;
  const cents = Number(`${whole}${fraction.padEnd(2, "0")}`);
  return Number.isSafeInteger(cents) ? cents : text;
}

function withGroups(whole: string, language: Language): string {
  return whole.replace(/\B(?=(?:\d{3})+$)/g, MARKS[language].group);
}

/** Cents as they are shown in a field: `1.250,50`. */
export function writeMoney(value: unknown, language: Language): string {
  if (typeof value !== "number" || !Number.isSafeInteger(value))
    return typeof value === "string" ? value : "";
  const digits = String(Math.abs(value)).padStart(3, "0");
  const cents = digits.slice(-2);
  const euros = withGroups(digits.slice(0, -2), language);
  return `${value < 0 ? "-" : ""}${euros}${cents === "00" ? "" : `${MARKS[language].decimal}${cents}`}`;
}

/** A number as it is shown in a field. */
export function writeNumber(value: unknown, language: Language): string {
  if (typeof value !== "number") return typeof value === "string" ? value : "";
  return String(value).replace(".", MARKS[language].decimal);
}

/** Reads a day as `YYYY-MM-DD`; day, month, year in both languages, or ISO 8601. */
export function readDay(text: string): string | null {
  const bare = text.trim();
  if (bare === "") return null;
  const [, day, month, year] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(bare) ?? [];
  if (year === undefined || month === undefined || day === undefined) return bare;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** A day as it is shown in a field: `31-12-2027`, in English `31/12/2027`. */
export function writeDay(value: unknown, language: Language): string {
  if (typeof value !== "string") return "";
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  if (year === undefined) return value;
  return [day, month, year].join(language === "nl" ? "-" : "/");
}
