import { contentOf, ExactDocument } from "./exact-document.js";
import { canonicalText } from "./jcs.js";
import { bare, holdsInOrder, isAscending, isWellFormed, type Json, MAX_DEPTH } from "./json.js";
import { at, refuse } from "./refusal.js";

/** A document as plain JSON, its keys in order as far as objects can hold them. */
export interface Plain {
  readonly root: Json;
  /** The canonical text (RFC 8785) of the document or of a part of it. */
  readonly textOf: (part: Json) => string;
}

/**
 * A document as plain JSON, so that everything after it reads data that cannot change or run code: that of an exact
 * document is, any other value is copied.
 *
 * Refused: anything that RFC 8785 cannot express in one way only (numbers that are not whole or not exact in a
 * double, minus zero, text with half a surrogate pair, `undefined`, functions, dates, class instances).
 */
export function plain(value: unknown): Plain {
  if (value instanceof ExactDocument) {
    const { value: parsed, isCanonical } = contentOf(value);
    return isCanonical ? { root: parsed as Json, textOf: JSON.stringify } : plain(parsed);
  }
  const copier = { isOrdered: true };
  const root = copyOf(value, undefined, 0, copier);
  // JSON.stringify writes strings and numbers as RFC 8785 does, and keys in the order in which an object holds them.
  return { root, textOf: copier.isOrdered ? (part) => JSON.stringify(part) : canonicalText };
}

/** Whether every object so far holds its keys in order of UTF-16 code units. Keys such as "10" and "9" have their own. */
interface Copier {
  isOrdered: boolean;
}

/** Where a value stands: a key, and where the object or list with it stands. Written out only when refused. */
interface Place {
  readonly parent: Place | undefined;
  key: string | number;
}

function pointer(place: Place | undefined): string {
  return place === undefined ? "" : at(pointer(place.parent), place.key);
}

function copyOf(value: unknown, where: Place | undefined, depth: number, copier: Copier): Json {
  if (typeof value === "string") return wellFormed(value, where);
  if (typeof value === "number") {
    if (Number.isSafeInteger(value) && !Object.is(value, -0)) return value;
    return refuse(
      pointer(where),
      `${value} is geen geheel getal tussen -(2^53 - 1) en 2^53 - 1.`,
      `${value} is not a whole number between -(2^53 - 1) and 2^53 - 1.`,
    );
  }
  if (value === null || typeof value === "boolean") return value;
  if (depth > MAX_DEPTH)
    refuse(pointer(where), "Het document is te diep genest.", "The document is nested too deeply.");
  const place: Place = { parent: where, key: 0 };
  if (Array.isArray(value)) {
    const copy: Json[] = [];
    for (let i = 0; i < value.length; i++) {
      place.key = i;
      copy.push(copyOf(value[i], place, depth + 1, copier));
    }
    return copy;
  }
  if (typeof value === "object" && isPlainObject(value)) {
    const copy = bare<Json>();
    const keys = Object.keys(value);
    if (!isAscending(keys)) keys.sort();
    for (const key of keys) {
      place.key = key;
      const item = (value as Record<string, unknown>)[key];
      copy[wellFormed(key, place)] = copyOf(item, place, depth + 1, copier);
    }
    if (!holdsInOrder(copy, keys[0])) copier.isOrdered = false;
    return copy;
  }
  return refuse(pointer(where), "Hier staat iets dat geen JSON is.", "This is not a JSON value.");
}

/** An object literal, of this window or of another. */
function isPlainObject(value: object): boolean {
  const prototype: object | null = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function wellFormed(text: string, where: Place | undefined): string {
  if (!isWellFormed(text))
    refuse(
      pointer(where),
      "De tekst bevat een half Unicode-teken.",
      "The text contains half a Unicode character.",
    );
  return text;
}

/** An object without some of its members. */
export function without(members: Json, names: readonly string[]): Json {
  const rest = bare<Json>();
  for (const [key, value] of Object.entries(members as { readonly [key: string]: Json }))
    if (!names.includes(key)) rest[key] = value;
  return rest;
}
