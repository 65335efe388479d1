import type { Json } from "./json.js";
import { bare } from "./json.js";
import { at, refuse } from "./refusal.js";

/** Readers for parts of a document. Each takes a value and its place, and returns it typed or refuses it. */
export type Reader<T> = (value: Json, where: string) => T;

const HASH = /^sha256:[0-9a-f]{64}$/;
const DECIMAL = /^(?:0|-?[1-9][0-9]{0,199})$/;

/** An object whose fields are known. Each field is read with its own place, so that a refusal names it. */
export class Fields {
  readonly #object: { readonly [key: string]: Json };
  readonly #where: string;

  constructor(object: { readonly [key: string]: Json }, where: string) {
    this.#object = object;
    this.#where = where;
  }

  has(name: string): boolean {
    return name in this.#object;
  }

  /** Reads a required field, whose name needs no escape in a pointer. */
  get<T>(name: string, read: Reader<T>): T {
    return read(this.#object[name]!, `${this.#where}/${name}`);
  }

  /** Reads an optional field into an object to spread: `{}` where it is absent. */
  maybe<Name extends string, T>(name: Name, read: Reader<T>): { [key in Name]?: T } {
    return (name in this.#object ? { [name]: this.get(name, read) } : {}) as { [key in Name]?: T };
  }
}

/** An object with exactly these fields: all of `required`, perhaps some of `optional`, and no other. */
export function fields(
  value: Json,
  where: string,
  required: readonly string[],
  optional: readonly string[] = [],
): Fields {
  const object = record(value, where);
  for (const key of required)
    if (!(key in object))
      refuse(at(where, key), `Het veld "${key}" ontbreekt.`, `The field "${key}" is missing.`);
  const keys = Object.keys(object);
  if (keys.length === required.length) return new Fields(object, where);
  for (const key of keys)
    if (!required.includes(key) && !optional.includes(key))
      refuse(at(where, key), `Het veld "${key}" is onbekend.`, `The field "${key}" is unknown.`);
  return new Fields(object, where);
}

/** An object with any keys. */
export function record(value: Json, where: string): { readonly [key: string]: Json } {
  if (value === null || typeof value !== "object" || Array.isArray(value))
    refuse(where, "Hier hoort een object te staan.", "Expected an object.");
  return value as { readonly [key: string]: Json };
}

/** An object with any keys, each of whose values `read` accepts. */
export function recordOf<T>(read: Reader<T>): Reader<Record<string, T>> {
  return (value, where) => {
    const result = bare<T>();
    for (const [key, item] of Object.entries(record(value, where))) result[key] = read(item, at(where, key));
    return result;
  };
}

/** Whole numbers of at least zero by any keys: the object itself, which nothing changes any more. */
export function naturals(value: Json, where: string): Readonly<Record<string, number>> {
  const numbers = record(value, where);
  for (const key of Object.keys(numbers)) natural(numbers[key]!, where, key);
  return numbers as Readonly<Record<string, number>>;
}

/** A list, each of whose items `read` accepts. */
export function listOf<T>(read: Reader<T>): Reader<T[]> {
  return (value, where) => {
    if (!Array.isArray(value)) return refuse(where, "Hier hoort een lijst te staan.", "Expected a list.");
    return value.map((item: Json, i) => read(item, `${where}/${i}`));
  };
}

/** A text. */
export function text(value: Json, where: string): string {
  if (typeof value !== "string") return refuse(where, "Hier hoort tekst te staan.", "Expected a text.");
  return value;
}

/** A text that is not empty. */
export function name(value: Json, where: string): string {
  const found = text(value, where);
  return found === "" ? refuse(where, "Hier hoort een naam te staan.", "Expected a name.") : found;
}

/** True or false. */
export function truth(value: Json, where: string): boolean {
  if (typeof value !== "boolean")
    return refuse(where, "Hier hoort waar of onwaar te staan.", "Expected true or false.");
  return value;
}

/** A whole number; `plain` has already refused all that is not whole and exact. */
export function whole(value: Json, where: string): number {
  if (typeof value !== "number")
    return refuse(where, "Hier hoort een geheel getal te staan.", "Expected a whole number.");
  return value;
}

/** A whole number of at least zero, at `where` or at a key in it. */
export function natural(value: Json, where: string, key?: string): number {
  if (typeof value === "number" && value >= 0) return value;
  const place = key === undefined ? where : at(where, key);
  whole(value, place);
  return refuse(place, "Dit getal mag niet negatief zijn.", "This number must not be negative.");
}

/** Either null or what `read` accepts. */
export function nullOr<T>(read: Reader<T>): Reader<T | null> {
  return (value, where) => (value === null ? null : read(value, where));
}

/** One of a few words (or null, where null is among them). */
export function oneOf<const T extends string | null>(words: readonly T[]): Reader<T> {
  return (value, where) => {
    for (const word of words) if (value === word) return word;
    const choices = words.map((word) => JSON.stringify(word)).join(", ");
    return refuse(where, `Hier hoort te staan: ${choices}.`, `Expected one of: ${choices}.`);
  };
}

/** `sha256:` and 64 hexadecimal digits. */
export function hash(value: Json, where: string): string {
  const found = text(value, where);
  if (!HASH.test(found)) refuse(where, "Dit is geen SHA-256-hash.", "This is not a SHA-256 hash.");
  return found;
}

/** A decimal string, written in one way only and of at most 200 digits. */
export function decimal(value: Json, where: string): bigint {
  const found = text(value, where);
  if (!DECIMAL.test(found))
    refuse(where, "Hier hoort een geheel getal als tekst te staan.", "Expected a whole number as a string.");
  return BigInt(found);
}

/** Refuses a list that is not in strictly ascending order of UTF-16 code units, and with that any double. */
export function ascending(names: readonly string[], where: string): void {
  for (let i = 1; i < names.length; i++)
    if (!(names[i - 1]! < names[i]!))
      refuse(
        at(where, i),
        `"${names[i]}" staat niet op volgorde of dubbel.`,
        `"${names[i]}" is out of order or doubled.`,
      );
}

/** A list of whole numbers of at least zero in strictly ascending order. */
export function ascendingNumbers(value: Json, where: string): number[] {
  const numbers = listOf(natural)(value, where);
  for (let n = 1; n < numbers.length; n++)
    if (numbers[n - 1]! >= numbers[n]!)
      refuse(
        at(where, n),
        `${numbers[n]} staat niet op volgorde of dubbel.`,
        `${numbers[n]} is out of order or doubled.`,
      );
  return numbers;
}
