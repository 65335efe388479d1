/**
 * JSON text (RFC 8259) read with positions. `JSON.parse` tells neither where a value stands nor that a key occurs
 * twice, and its messages differ per engine; a person who uploads a file needs all three.
 */
import { FileError } from "./issues.js";
import { type Place, placeAt, placesIn } from "./place.js";
import { numberOf } from "./written-number.js";

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;
const DEEPEST = 200;

/** Character codes; control characters are below the space, which is the last of what may stand between values. */
const [LAST_SPACE, QUOTE, BACKSLASH] = [0x20, 0x22, 0x5c];

/** A JSON value and where each part of it stands in the text. */
export interface PlacedJson {
  /** A number that a double would change is a `WrittenNumber`. */
  readonly value: unknown;
  /** The places of the values at JSON pointers; of the nearest ancestor of one that is not there. */
  placesOf(paths: readonly string[]): readonly Place[];
}

/** A part of the value that is wanted, or on the way to one that is; by reference token its parts. */
interface Wanted {
  /** Offset in the text; -1 while it was not met. */
  offset: number;
  readonly below: Map<string, Wanted>;
}

/** Reads JSON text. @throws FileError at the first syntax error or doubled key */
export function readJson(text: string): PlacedJson {
  const source = text.startsWith("\ufeff") ? text.slice(1) : text;
  const value = new JsonReader(source, null).read();
  return {
    value,
    placesOf(paths) {
      const root: Wanted = { offset: -1, below: new Map() };
      const ways = paths.map((path) => wayTo(root, path));
      new JsonReader(source, root).read();
      const place = placesIn(source);
      return ways.map((way) => place(way.findLast(({ offset }) => offset >= 0)!.offset));
    },
  };
}

/** Adds a JSON pointer to what is wanted; gives all parts on the way, the root first. */
function wayTo(root: Wanted, path: string): readonly Wanted[] {
  const way = [root];
  for (const token of path.split("/").slice(1)) {
    const { below } = way.at(-1)!;
    const name = token.replaceAll("~1", "/").replaceAll("~0", "~");
    const next = below.get(name) ?? { offset: -1, below: new Map<string, Wanted>() };
    below.set(name, next);
    way.push(next);
  }
  return way;
}

class JsonReader {
  #at = 0;
  #depth = 0;
  readonly #text: string;
  readonly #wanted: Wanted | null;

  constructor(text: string, wanted: Wanted | null) {
    this.#text = text;
    this.#wanted = wanted;
  }

  read(): unknown {
    const value = this.#value(this.#wanted);
    this.#skip();
    if (this.#at < this.#text.length) this.#fail("unexpected text after the end of the JSON value");
    return value;
  }

  /** `wanted` is null for values that do not lie on the way to one that is wanted. */
  #value(wanted: Wanted | null): unknown {
    this.#skip();
    if (wanted !== null) wanted.offset = this.#at;
    const character = this.#text[this.#at];
    if (character === "{") return this.#object(wanted);
    if (character === "[") return this.#array(wanted);
    if (character === '"') return this.#string();
    for (const [word, value] of [
      ["true", true],
      ["false", false],
      ["null", null],
    ] as const) {
      if (this.#text.startsWith(word, this.#at)) {
        this.#at += word.length;
        return value;
      }
    }
    const number = this.#match(NUMBER);
    if (number === "") this.#fail("expected a JSON value");
    return numberOf(number);
  }

  #object(wanted: Wanted | null): unknown {
    this.#enter();
    const members: Record<string, unknown> = {};
    let isFirst = true;
    this.#skip();
    while (this.#text[this.#at] !== "}") {
      if (!isFirst) this.#expect(",", 'expected "," or "}"');
      this.#skip();
      const keyAt = this.#at;
      if (this.#text[this.#at] !== '"') this.#fail("expected a key in quotation marks");
      const key = this.#string();
      if (Object.hasOwn(members, key))
        this.#fail(`the key ${JSON.stringify(key)} occurs twice in one object`, keyAt);
      this.#skip();
      this.#expect(":", 'expected ":" after the key');
      const value = this.#value(wanted?.below.get(key) ?? null);
      // Defined, not assigned: the key "__proto__" is a key like any other.
      if (key === "__proto__")
        Object.defineProperty(members, key, { value, writable: true, enumerable: true, configurable: true });
      else members[key] = value;
      isFirst = false;
      this.#skip();
    }
    this.#leave();
    return members;
  }

  #array(wanted: Wanted | null): unknown {
    this.#enter();
    const items: unknown[] = [];
    this.#skip();
    while (this.#text[this.#at] !== "]") {
      if (items.length > 0) this.#expect(",", 'expected "," or "]"');
      items.push(this.#value(wanted?.below.get(String(items.length)) ?? null));
      this.#skip();
    }
    this.#leave();
    return items;
  }

  #string(): string {
    const start = this.#at;
    this.#at += 1;
    // Most texts are without escapes: those stand there as they are.
    let isPlain = true;
    for (; ; this.#at += 1) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === QUOTE) break;
      if (Number.isNaN(code)) this.#fail("unclosed text");
      if (code === BACKSLASH) this.#at += 1;
      if (code === BACKSLASH || code < LAST_SPACE) isPlain = false;
    }
    this.#at += 1;
    if (isPlain) return this.#text.slice(start + 1, this.#at - 1);
    try {
      return JSON.parse(this.#text.slice(start, this.#at)) as string;
    } catch {
      return this.#fail("invalid escape or control character in a text", start);
    }
  }

  #enter(): void {
    this.#depth += 1;
    if (this.#depth > DEEPEST) this.#fail("nested too deeply");
    this.#at += 1;
  }

  #leave(): void {
    this.#at += 1;
    this.#depth -= 1;
  }

  #skip(): void {
    if (this.#text.charCodeAt(this.#at) <= LAST_SPACE) this.#match(SPACE);
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text)?.[0] ?? "";
    this.#at += match.length;
    return match;
  }

  #expect(character: string, message: string): void {
    if (this.#text[this.#at] !== character) this.#fail(message);
    this.#at += 1;
  }

  #fail(message: string, offset = this.#at): never {
    const end = offset >= this.#text.length ? "; the text ends here" : "";
    throw new FileError([{ ...placeAt(this.#text, offset), message: `${message}${end}` }]);
  }
}
