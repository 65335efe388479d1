/** Small checks on unknown JSON that note an issue and go on, so that one reading finds every error. */
import type { RoundIssue } from "./issues.js";
import { pointer } from "./issues.js";
import { WrittenNumber } from "./written-number.js";

/** A JSON object of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

const MISSING = "is missing";

/** Checks values at JSON pointers and collects what is wrong with them. Each check returns null on an issue. */
export class Checker {
  readonly issues: RoundIssue[] = [];

  note(path: string, message: string, expected?: string): null {
    this.issues.push(expected === undefined ? { path, message } : { path, message, expected });
    return null;
  }

  /** An object with no other fields than `known`. */
  object(value: unknown, path: string, known: readonly string[] | null): Fields | null {
    if (value === undefined) return this.note(path, MISSING, "an object");
    if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof WrittenNumber)
      return this.note(path, `is ${nameOf(value)}`, "an object");
    for (const key of Object.keys(value)) {
      if (known !== null && !known.includes(key))
        this.note(pointer(path, key), `unknown field "${key}"`, `one of: ${known.join(", ")}`);
    }
    return value as Fields;
  }

  array(value: unknown, path: string): readonly unknown[] | null {
    if (value === undefined) return this.note(path, MISSING, "a list");
    return Array.isArray(value) ? value : this.note(path, `is ${nameOf(value)}`, "a list");
  }

  /** A text that can be a name: not empty, well-formed UTF-16, and not a word that JavaScript objects reserve. */
  name(value: unknown, path: string): string | null {
    const text = this.text(value, path);
    if (text === null) return null;
    if (text === "") return this.note(path, "is empty", "a name");
    if (text === "__proto__") return this.note(path, `"__proto__" cannot be a name`, "another name");
    return text;
  }

  /** A text, possibly empty. Lone surrogates have no UTF-8 form and so no hash. */
  text(value: unknown, path: string): string | null {
    if (value === undefined) return this.note(path, MISSING, "a text");
    if (typeof value !== "string") return this.note(path, `is ${nameOf(value)}`, "a text in quotation marks");
    return /\p{Surrogate}/u.test(value) ? this.note(path, "is not valid Unicode text", "a text") : value;
  }

  /** A whole number from `least` to 2^53 - 1. */
  whole(value: unknown, path: string, least: number): number | null {
    const expected = `a whole number ${least < 0 ? "within" : `from ${least} to`} 2^53 - 1`;
    if (value === undefined) return this.note(path, MISSING, expected);
    if (value instanceof WrittenNumber) return this.note(path, `is ${shortened(value.text)}`, expected);
    if (typeof value !== "number") return this.note(path, `is ${nameOf(value)}`, expected);
    if (!Number.isSafeInteger(value) || value < least) return this.note(path, `is ${value}`, expected);
    return value === 0 ? 0 : value;
  }

  /** One of the given words. */
  word<Word extends string>(value: unknown, path: string, words: readonly Word[]): Word | null {
    const expected = words.map((word) => `"${word}"`).join(" or ");
    if (value === undefined) return this.note(path, MISSING, expected);
    const found = words.find((word) => word === value);
    return found ?? this.note(path, `is ${nameOf(value)}`, expected);
  }
}

/** A value as it is named in a message: `null`, `a list`, `the text "x"`. */
export function nameOf(value: unknown): string {
  if (value === null) return "null";
  if (value instanceof WrittenNumber) return `the number ${shortened(value.text)}`;
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  if (typeof value === "string") return `the text ${JSON.stringify(value)}`;
  return `${typeof value === "boolean" ? "" : "the number "}${value}`;
}

/** Digits of a number that a message has room for. */
const MOST_DIGITS = 40;

function shortened(number: string): string {
  return number.length > MOST_DIGITS ? `${number.slice(0, MOST_DIGITS - 1)}…` : number;
}
