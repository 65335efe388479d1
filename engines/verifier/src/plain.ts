import { at, refuse } from "./refusal.js";

/** Plain JSON with whole numbers only. Objects have no prototype, so that no key is special. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Deeper than any document of ours; it keeps recursion from exhausting the stack. */
export const MAX_DEPTH = 100;

/**
 * Copies a value into plain JSON, so that everything after it reads data that cannot change or run code.
 *
 * Refused: anything that RFC 8785 cannot express in one way only (numbers that are not whole or not exact in a
 * double, minus zero, text with half a surrogate pair, `undefined`, functions, dates, class instances).
 */
export function plain(value: unknown, where = "", depth = 0): Json {
  if (depth > MAX_DEPTH)
    refuse(where, "Het document is te diep genest.", "The document is nested too deeply.");
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "string") return wellFormed(value, where);
  if (typeof value === "number") {
    if (Number.isSafeInteger(value) && !Object.is(value, -0)) return value;
    return refuse(
      where,
      `${value} is geen geheel getal tussen -(2^53 - 1) en 2^53 - 1.`,
      `${value} is not a whole number between -(2^53 - 1) and 2^53 - 1.`,
    );
  }
  if (Array.isArray(value)) {
    const copy: Json[] = [];
    for (let i = 0; i < value.length; i++) copy.push(plain(value[i], at(where, i), depth + 1));
    return copy;
  }
  if (typeof value === "object" && isPlainObject(value)) {
    const copy: Record<string, Json> = Object.create(null);
    for (const key of Object.keys(value)) {
      const place = at(where, key);
      copy[wellFormed(key, place)] = plain((value as Record<string, unknown>)[key], place, depth + 1);
    }
    return copy;
  }
  return refuse(where, "Hier staat iets dat geen JSON is.", "This is not a JSON value.");
}

/** An object literal, of this window or of another. */
function isPlainObject(value: object): boolean {
  const prototype: object | null = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function wellFormed(text: string, where: string): string {
  if (/\p{Surrogate}/u.test(text))
    refuse(where, "De tekst bevat een half Unicode-teken.", "The text contains half a Unicode character.");
  return text;
}

/** An object without some of its members. */
export function without(members: { readonly [key: string]: Json }, names: readonly string[]): Json {
  const rest: Record<string, Json> = Object.create(null);
  for (const [key, value] of Object.entries(members)) if (!names.includes(key)) rest[key] = value;
  return rest;
}
