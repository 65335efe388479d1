/**
 * JSON text (RFC 8259) read with positions. `JSON.parse` tells neither where a value stands nor that a key occurs
 * twice, and its messages differ per engine; a person who uploads a file needs all three.
 */
import { FileError, pointer } from "./issues.js";
import { type Place, placeAt } from "./place.js";

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const PLAIN = /[^"\\]*/y;
const SPACE = /[ \t\n\r]*/y;
const DEEPEST = 200;

/** A JSON value and where each part of it stands in the text. */
export interface PlacedJson {
  readonly value: unknown;
  /** The place of the value at a JSON pointer; of its nearest ancestor when it is not there. */
  placeOf(path: string): Place;
}

/** Reads JSON text. @throws FileError at the first syntax error or doubled key */
export function readJson(text: string): PlacedJson {
  const source = text.startsWith("\ufeff") ? text.slice(1) : text;
  const value = new JsonReader(source, null).read();
  return {
    value,
    placeOf(path) {
      const reader = new JsonReader(source, path);
      reader.read();
      return placeAt(source, reader.found);
    },
  };
}

class JsonReader {
  /** Offset of the deepest value met on the way to the wanted pointer. */
  found = 0;
  #at = 0;
  #depth = 0;
  readonly #text: string;
  readonly #wanted: string | null;

  constructor(text: string, wanted: string | null) {
    this.#text = text;
    this.#wanted = wanted;
  }

  read(): unknown {
    const value = this.#value("");
    this.#skip();
    if (this.#at < this.#text.length) this.#fail("unexpected text after the end of the JSON value");
    return value;
  }

  /** `path` is null for values that do not lie on the way to the wanted pointer. */
  #value(path: string | null): unknown {
    this.#skip();
    if (path !== null && this.#wanted !== null) this.found = this.#at;
    const character = this.#text[this.#at];
    if (character === "{") return this.#object(path);
    if (character === "[") return this.#array(path);
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
    return Number(number);
  }

  #object(path: string | null): unknown {
    this.#enter();
    const entries = new Map<string, unknown>();
    this.#skip();
    while (this.#text[this.#at] !== "}") {
      if (entries.size > 0) this.#expect(",", 'expected "," or "}"');
      this.#skip();
      const keyAt = this.#at;
      if (this.#text[this.#at] !== '"') this.#fail("expected a key in quotation marks");
      const key = this.#string();
      if (entries.has(key)) this.#fail(`the key ${JSON.stringify(key)} occurs twice in one object`, keyAt);
      this.#skip();
      this.#expect(":", 'expected ":" after the key');
      entries.set(key, this.#value(this.#below(path, key)));
      this.#skip();
    }
    this.#leave();
    return Object.fromEntries(entries);
  }

  #array(path: string | null): unknown {
    this.#enter();
    const items: unknown[] = [];
    this.#skip();
    while (this.#text[this.#at] !== "]") {
      if (items.length > 0) this.#expect(",", 'expected "," or "]"');
      items.push(this.#value(this.#below(path, items.length)));
      this.#skip();
    }
    this.#leave();
    return items;
  }

  #string(): string {
    const start = this.#at;
    this.#at += 1;
    for (;;) {
      this.#match(PLAIN);
      const character = this.#text[this.#at];
      if (character === '"') break;
      if (character !== "\\")
        this.#fail(character === undefined ? "unclosed text" : "unescaped control character");
      this.#at += 2;
    }
    this.#at += 1;
    try {
      return JSON.parse(this.#text.slice(start, this.#at)) as string;
    } catch {
      return this.#fail("invalid escape or control character in a text", start);
    }
  }

  #below(path: string | null, token: string | number): string | null {
    if (path === null || this.#wanted === null) return null;
    const child = pointer(path, token);
    return this.#wanted === child || this.#wanted.startsWith(`${child}/`) ? child : null;
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
    this.#match(SPACE);
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
