import { bare, holdsInOrder, isWellFormed, MAX_DEPTH } from "./json.js";
import type { Text } from "./refusal.js";

/** A text that is not JSON with one meaning only. Line and column count from 1. */
export class ExactJsonError extends Error {
  readonly line: number;
  readonly column: number;
  readonly text: Text;

  constructor(source: string, position: number, text: Text) {
    const before = source.slice(0, position);
    const line = before.split("\n").length;
    const column = position - before.lastIndexOf("\n");
    super(`line ${line}, column ${column}: ${text.en}`);
    this.line = line;
    this.column = column;
    this.text = text;
  }
}

const NUMBER = /-?[0-9][0-9.eE+-]*/y;
const CANONICAL_INTEGER = /^(0|-?[1-9][0-9]*)$/;

/** Character codes that the parser looks at most. */
const [SPACE, TAB, LINE, RETURN, QUOTE, BACKSLASH] = [0x20, 0x09, 0x0a, 0x0d, 0x22, 0x5c];
const [ZERO, NINE] = [0x30, 0x39];

/** Halves of surrogate pairs have this code or more. */
const SURROGATE = 0xd800;

/**
 * Reads JSON text in which every value has exactly one meaning. `JSON.parse` keeps the last of two equal keys and
 * rounds large numbers, so two programs could read one text differently; here both are errors. Numbers must be
 * whole, within 2^53 - 1, and written without fraction, exponent, leading zeros or minus zero.
 *
 * @throws {ExactJsonError} with line and column.
 */
export function parseExact(source: string): unknown {
  return parse(source).value;
}

/** What a text says, and whether its objects hold their keys in canonical order and all its texts are Unicode. */
export interface Parsed {
  readonly value: unknown;
  readonly isCanonical: boolean;
}

/** `parseExact`, which also tells whether `JSON.stringify` gives the canonical text of each part. */
export function parse(source: string): Parsed {
  let position = 0;
  let isCanonical = true;

  function fail(nl: string, en: string, from = position): never {
    throw new ExactJsonError(source, from, { nl, en });
  }

  /** Moves past a sticky pattern and returns what it matched. */
  function take(pattern: RegExp): string | undefined {
    pattern.lastIndex = position;
    const found = pattern.exec(source)?.[0];
    if (found !== undefined) position += found.length;
    return found;
  }

  function next(): string {
    for (;;) {
      const code = source.charCodeAt(position);
      if (code !== SPACE && code !== LINE && code !== TAB && code !== RETURN) return source.charAt(position);
      position++;
    }
  }

  function expect(character: string): void {
    if (next() !== character) fail(`Hier hoort "${character}" te staan.`, `Expected "${character}".`);
    position++;
  }

  function string(): string {
    if (next() !== '"') fail("Hier hoort een tekst tussen aanhalingstekens te staan.", "Expected a string.");
    const from = position + 1;
    // Most strings are short and without escapes: those are read in one go.
    for (let at = from; at < source.length; at++) {
      const code = source.charCodeAt(at);
      if (code === QUOTE) {
        position = at + 1;
        return source.slice(from, at);
      }
      if (code === BACKSLASH || code < SPACE || code >= SURROGATE) break;
    }
    let end = source.indexOf('"', position + 1);
    while (end !== -1 && isEscaped(source, end)) end = source.indexOf('"', end + 1);
    try {
      const value = JSON.parse(source.slice(position, end + 1)) as string;
      position = end + 1;
      if (!isWellFormed(value)) isCanonical = false;
      return value;
    } catch {
      return fail("Dit is geen geldige tekst.", "This is not a valid string.");
    }
  }

  function number(): number {
    const from = position;
    // Up to fifteen digits without a leading zero, and no sign, point or exponent: exact as they are added up.
    let digits = 0;
    let quick = 0;
    for (; digits < 16; digits++) {
      const code = source.charCodeAt(from + digits);
      if (!(code >= ZERO && code <= NINE)) break;
      quick = 10 * quick + (code - ZERO);
    }
    if (digits > 0 && digits < 16 && (digits === 1 || source.charCodeAt(from) !== ZERO)) {
      if (!".eE+-".includes(source.charAt(from + digits) || " ")) {
        position = from + digits;
        return quick;
      }
    }
    const found = take(NUMBER) ?? "";
    const value = Number(found);
    if (!CANONICAL_INTEGER.test(found) || !Number.isSafeInteger(value))
      fail(
        "Een getal moet geheel zijn, kleiner dan 2^53, en zonder punt, exponent of voorloopnullen geschreven.",
        "A number must be whole, below 2^53, and written without fraction, exponent or leading zeros.",
        from,
      );
    return value;
  }

  function object(depth: number): unknown {
    const members = bare<unknown>();
    position++;
    if (next() === "}") {
      position++;
      return members;
    }
    let first: string | undefined;
    let last: string | undefined;
    let isOrdered = true;
    for (;;) {
      next();
      const from = position;
      const key = string();
      isOrdered &&= last === undefined || last < key;
      if (!isOrdered && Object.hasOwn(members, key))
        fail(
          `De sleutel ${JSON.stringify(key)} staat hier twee keer.`,
          `Duplicate key ${JSON.stringify(key)}.`,
          from,
        );
      first ??= key;
      last = key;
      expect(":");
      members[key] = any(depth + 1);
      if (next() !== ",") break;
      position++;
    }
    expect("}");
    if (!isOrdered || !holdsInOrder(members, first)) isCanonical = false;
    return members;
  }

  function array(depth: number): unknown {
    const items: unknown[] = [];
    position++;
    if (next() === "]") {
      position++;
      return items;
    }
    for (;;) {
      items.push(any(depth + 1));
      if (next() !== ",") break;
      position++;
    }
    expect("]");
    return items;
  }

  function any(depth: number): unknown {
    const first = next();
    if (depth > MAX_DEPTH) fail("De tekst is te diep genest.", "The text is nested too deeply.");
    if (first === "{") return object(depth);
    if (first === "[") return array(depth);
    if (first === '"') return string();
    if (first === "-" || (first >= "0" && first <= "9")) return number();
    for (const [word, value] of [
      ["true", true],
      ["false", false],
      ["null", null],
    ] as const) {
      if (source.startsWith(word, position)) {
        position += word.length;
        return value;
      }
    }
    return fail("Hier hoort een JSON-waarde te staan.", "Expected a JSON value.");
  }

  const value = any(0);
  if (next() !== "") fail("Na het document staat nog tekst.", "There is text after the document.");
  return { value, isCanonical };
}

/** Whether the quote at `position` belongs to the string, because an odd number of backslashes stands before it. */
function isEscaped(source: string, position: number): boolean {
  let before = position - 1;
  while (source.charAt(before) === "\\") before--;
  return (position - before) % 2 === 0;
}
