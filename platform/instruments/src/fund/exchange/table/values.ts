/** Cells as typed values. Numbers, money and dates are read as people in the Netherlands and elsewhere write them. */
import { startOfDay } from "@voorsprong/legal-time";
import type { Localised } from "../../../kernel/views.js";
import type { Cell } from "./source.js";

/** A value, or what is wrong with the cell and what to do about it. */
export type Read<T> = { readonly value: T } | { readonly problem: Localised };

const no = (nl: string, en: string): { readonly problem: Localised } => ({ problem: { nl, en } });

/** Whether there is nothing in a cell. */
export function isEmpty(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");
}

/** A cell as text, without space around it. A number is written without exponent, a date as its day. */
export function textOfCell(cell: Cell): string {
  if (cell === null) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === "object") return cell.formulaError;
  if (typeof cell === "number")
    return Number.isInteger(cell) && Math.abs(cell) < 2 ** 53 ? BigInt(cell).toString() : String(cell);
  return String(cell).trim();
}

/** Text of at most `longest` characters, on one line or more. */
export function readText(cell: Cell, longest: number): Read<string> {
  const text = textOfCell(cell).normalize("NFC");
  if (text.length > longest)
    return no(
      `De tekst heeft ${text.length} tekens; er passen er ${longest}. Maak de tekst korter.`,
      `The text has ${text.length} characters; at most ${longest} fit. Shorten it.`,
    );
  return { value: text };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u;

/** What is wrong with a text that holds a control character or half a character, or null. */
export function invisibleCharacter(text: string): Localised | null {
  return invisible.test(text)
    ? no(
        "De tekst bevat een onzichtbaar stuurteken. Typ de tekst opnieuw.",
        "The text holds an invisible control character. Type the text again.",
      ).problem
    : null;
}

/** A cell as it can be shown and kept beside what is wrong with it: at most 100 characters. */
export function shownCell(cell: Cell): string {
  return textOfCell(cell)
    .slice(0, 100)
    .replace(/\0|\p{Cs}/gu, "\ufffd");
}

/** Groups of three digits, with a separator that is a point, a comma, a space or an apostrophe. */
const grouped = /^\d{1,3}(?:[.,' {2}]\d{3})+$/;

/**
 * A decimal number as an exact text with a point, or null. The last of point and comma is the decimal sign when it
 * stands once; one sign with exactly three digits after it is a separator of thousands, as in `1.250`.
 */
export function decimalText(written: string): string | null {
  const match = /^([+-]?)([\d.,' {2}]*\d)$/.exec(written);
  if (match === null) return null;
  const [, sign = "", digits = ""] = match;
  if (grouped.test(digits)) return minus(sign) + digits.replace(/\D/g, "");
  const last = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
  const whole = last < 0 ? digits : digits.slice(0, last);
  const fraction = last < 0 ? "" : digits.slice(last + 1);
  if (!/^\d*$/.test(fraction) || (whole !== "" && !/^\d+$/.test(whole) && !grouped.test(whole))) return null;
  if (last >= 0 && whole.includes(digits[last]!)) return null;
  return `${minus(sign)}${whole.replace(/\D/g, "") || "0"}${fraction === "" ? "" : `.${fraction}`}`;
}

const minus = (sign: string) => (sign === "-" ? "-" : "");

/** A number of a workbook as its shortest decimal text; null for what only an exponent can write. */
function numberText(value: number): string | null {
  const text = String(value);
  return /^-?\d+(\.\d+)?$/.test(text) ? text : null;
}

/** Euros as whole cents, at least 0. `€`, `EUR` and separators of thousands may stand in the text. */
export function readCents(cell: Cell): Read<number> {
  const written = textOfCell(cell)
    .replace(/^(?:€|EUR)\s*|\s*(?:€|EUR)$/gi, "")
    .replace(/,-{1,2}$/, "");
  const text = typeof cell === "number" ? numberText(cell) : decimalText(written);
  if (text === null)
    return no(
      `"${written}" is geen bedrag. Schrijf bijvoorbeeld 1.250,50 of 1250.50.`,
      `"${written}" is no amount. Write for instance 1250.50 or 1.250,50.`,
    );
  const [whole = "", fraction = ""] = text.split(".");
  if (/[1-9]/.test(fraction.slice(2)))
    return no(
      `"${written}" heeft meer dan twee cijfers na de komma. Rond af op hele centen.`,
      `"${written}" has more than two decimals. Round it to whole cents.`,
    );
  return wholeNumber(`${whole}${fraction.slice(0, 2).padEnd(2, "0")}`, written);
}

/** A whole number, at least 0. */
export function readWhole(cell: Cell): Read<number> {
  const written = textOfCell(cell);
  const text = typeof cell === "number" ? numberText(cell) : decimalText(written);
  const whole = text?.replace(/\.0*$/, "");
  if (whole === undefined || !/^-?\d+$/.test(whole))
    return no(
      `"${written}" is geen heel getal. Schrijf alleen cijfers.`,
      `"${written}" is no whole number. Write digits only.`,
    );
  return wholeNumber(whole, written);
}

function wholeNumber(digits: string, written: string): Read<number> {
  const value = BigInt(digits);
  if (value < 0n) return no(`"${written}" is minder dan nul.`, `"${written}" is below zero.`);
  if (value > BigInt(Number.MAX_SAFE_INTEGER))
    return no(`"${written}" is te groot.`, `"${written}" is too large.`);
  return { value: Number(value) };
}

/** A day as `2027-03-01`; also read as `1-3-2027`, `01/03/2027` (day first) and as a date of a workbook. */
export function readDay(cell: Cell): Read<string> {
  const written = textOfCell(cell);
  const day =
    /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:T00:00(?::00(?:\.0+)?)?Z?)?$/.exec(written) ??
    /^(?<day>\d{1,2})[-/.](?<month>\d{1,2})[-/.](?<year>\d{4})$/.exec(written);
  const { year = "", month = "", day: dayOfMonth = "" } = day?.groups ?? {};
  const text = `${year}-${month.padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}`;
  if (day === null || !exists(text))
    return no(
      `"${written}" is geen dag. Schrijf bijvoorbeeld 2027-03-01 of 1-3-2027.`,
      `"${written}" is no day. Write for instance 2027-03-01, or 1-3-2027 with the day first.`,
    );
  return { value: text };
}

/**
 * A moment in UTC, `2027-03-01T08:00:00.000Z`. Read as ISO 8601 with an offset; a day alone is its first moment in
 * Amsterdam.
 */
export function readMoment(cell: Cell): Read<string> {
  const written = textOfCell(cell);
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/.test(written)) {
    const moment = new Date(written);
    if (!Number.isNaN(moment.getTime()) && exists(written.slice(0, 10)))
      return { value: moment.toISOString() };
  }
  const day = readDay(cell);
  if ("value" in day) return { value: startOfDay(day.value).toISOString() };
  return no(
    `"${written}" is geen moment. Schrijf bijvoorbeeld 2027-03-01T09:00:00+01:00, of alleen de dag.`,
    `"${written}" is no moment. Write for instance 2027-03-01T09:00:00+01:00, or the day only.`,
  );
}

function exists(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** One of a closed list, without regard to case; the list's own writing comes back. */
export function readChoice(cell: Cell, choices: readonly string[]): Read<string> {
  const written = textOfCell(cell);
  const found = choices.find((choice) => choice.toLowerCase() === written.toLowerCase());
  if (found !== undefined) return { value: found };
  return no(
    `"${written}" staat niet in de lijst. Kies uit: ${choices.join(", ")}.`,
    `"${written}" is not in the list. Choose from: ${choices.join(", ")}.`,
  );
}

/**
 * An identifier of exactly so many digits. A workbook that keeps it as a number has lost the zeros in front; they are
 * put back.
 */
export function readDigits(cell: Cell, length: number): Read<string> {
  const written = textOfCell(cell);
  const digits = typeof cell === "number" ? written.padStart(length, "0") : written.replace(/[\s.]/g, "");
  if (digits.length === length && /^\d+$/.test(digits)) return { value: digits };
  return no(
    `"${written}" heeft niet precies ${length} cijfers.`,
    `"${written}" does not have exactly ${length} digits.`,
  );
}
