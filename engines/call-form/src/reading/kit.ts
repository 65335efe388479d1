/** Small readers of JSON that report every error with its place, and build the typed value. */
import type { Localised } from "../definition/localised.js";

/** An error in a call: where (RFC 6901 pointer), a stable code, and in words what is wrong and what to do. */
export interface CallError {
  readonly pointer: string;
  readonly code: string;
  readonly text: Localised;
  /** For an expression: the first and the last character (from 0, end excluded) within it. */
  readonly range?: { readonly start: number; readonly end: number };
}

/** Where a reader is, and the errors so far. */
export interface Place {
  readonly pointer: string;
  readonly errors: CallError[];
}

/** Reads a value; undefined when it reported an error. */
export type Reader<T> = (value: unknown, at: Place) => T | undefined;

/** Reports an error at a place. */
export function report(at: Place, code: string, text: Localised, range?: CallError["range"]): undefined {
  at.errors.push({ pointer: at.pointer, code, text, ...(range && { range }) });
  return undefined;
}

/** The place of a member of an object or list. */
export function within(at: Place, key: string | number): Place {
  const token = String(key).replace(/~/g, "~0").replace(/\//g, "~1");
  return { pointer: `${at.pointer}/${token}`, errors: at.errors };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A field of an object that may be absent. */
export interface OptionalField<T> {
  readonly optional: Reader<T>;
}

/** Marks a field as one that may be absent. */
export const optional = <T>(reader: Reader<T>): OptionalField<T> => ({ optional: reader });

type Fields = Record<string, Reader<unknown> | OptionalField<unknown>>;

/** The object that fields read. */
export type ObjectOf<F extends Fields> = {
  readonly [K in keyof F as F[K] extends OptionalField<unknown> ? never : K]: F[K] extends Reader<infer T>
    ? T
    : never;
} & {
  readonly [K in keyof F as F[K] extends OptionalField<unknown> ? K : never]?: F[K] extends OptionalField<
    infer T
  >
    ? T
    : never;
};

/** An object with exactly these fields. */
export function object<F extends Fields>(fields: F): Reader<ObjectOf<F>> {
  return (value, at) => {
    if (!isObject(value))
      return report(at, "type", { nl: "Hier hoort een object te staan.", en: "An object is expected here." });
    const before = at.errors.length;
    for (const key of Object.keys(value)) {
      if (Object.hasOwn(fields, key)) continue;
      const known = Object.keys(fields).join(", ");
      report(within(at, key), "unknown", {
        nl: `“${key}” is hier onbekend. Bekend zijn: ${known}.`,
        en: `“${key}” is not known here. Known are: ${known}.`,
      });
    }
    const read: Record<string, unknown> = {};
    for (const [key, field] of Object.entries(fields)) {
      const present = Object.hasOwn(value, key) && value[key] !== undefined;
      if (typeof field === "function") {
        if (present) read[key] = field(value[key], within(at, key));
        else
          report(within(at, key), "missing", {
            nl: `“${key}” ontbreekt. Vul het in.`,
            en: `“${key}” is missing. Fill it in.`,
          });
      } else if (present) read[key] = field.optional(value[key], within(at, key));
    }
    return at.errors.length === before ? (read as ObjectOf<F>) : undefined;
  };
}

/** A list; `least` and `most` bound the number of entries. */
export function list<T>(entry: Reader<T>, least = 0, most = 500): Reader<readonly T[]> {
  return (value, at) => {
    if (!Array.isArray(value))
      return report(at, "type", { nl: "Hier hoort een lijst te staan.", en: "A list is expected here." });
    if (value.length < least)
      return report(at, "too-few", {
        nl: `Hier zijn er ten minste ${least} nodig.`,
        en: `At least ${least} needed here.`,
      });
    if (value.length > most)
      return report(at, "too-many", {
        nl: `Hier zijn er ten hoogste ${most} toegestaan.`,
        en: `At most ${most} allowed here.`,
      });
    const before = at.errors.length;
    const read = value.map((each, index) => entry(each, within(at, index)));
    return at.errors.length === before ? (read as T[]) : undefined;
  };
}

/** A record from names that `key` accepts to values. */
export function record<T>(entry: Reader<T>, most = 200): Reader<Readonly<Record<string, T>>> {
  return (value, at) => {
    if (!isObject(value))
      return report(at, "type", { nl: "Hier hoort een object te staan.", en: "An object is expected here." });
    const keys = Object.keys(value);
    if (keys.length > most)
      return report(at, "too-many", {
        nl: `Hier zijn er ten hoogste ${most} toegestaan.`,
        en: `At most ${most} allowed here.`,
      });
    const before = at.errors.length;
    const entries = keys.map((key) => [key, entry(value[key], within(at, key))] as const);
    return at.errors.length === before ? (Object.fromEntries(entries) as Record<string, T>) : undefined;
  };
}

/** One of a closed list of values. */
export function oneOf<const T extends string | number | boolean>(...values: readonly T[]): Reader<T> {
  return (value, at) => {
    if ((values as readonly unknown[]).includes(value)) return value as T;
    const known = values.join(", ");
    return report(at, "not-one-of", { nl: `Kies een van: ${known}.`, en: `Choose one of: ${known}.` });
  };
}

/** A text that `pattern` fits; `hint` says what is expected. */
export function matching(pattern: RegExp, hint: Localised): Reader<string> {
  return (value, at) => (typeof value === "string" && pattern.test(value) ? value : report(at, "form", hint));
}

/** A text that is not blank, of at most `most` characters. */
export function text(most = 5000): Reader<string> {
  return (value, at) => {
    if (typeof value !== "string" || value.trim() === "")
      return report(at, "empty", { nl: "Schrijf hier een tekst.", en: "Write a text here." });
    if (value.length > most)
      return report(at, "too-long", {
        nl: `Deze tekst is langer dan ${most} tekens. Maak hem korter.`,
        en: `This text is longer than ${most} characters. Make it shorter.`,
      });
    return value;
  };
}

/** A whole number within bounds. */
export function whole(least: number, most = Number.MAX_SAFE_INTEGER): Reader<number> {
  return (value, at) => {
    if (typeof value === "number" && Number.isSafeInteger(value) && value >= least && value <= most)
      return value;
    const bounds =
      most === Number.MAX_SAFE_INTEGER
        ? { nl: `${least} of meer`, en: `${least} or more` }
        : { nl: `van ${least} tot en met ${most}`, en: `from ${least} to ${most}` };
    return report(at, "number", {
      nl: `Hier hoort een geheel getal te staan, ${bounds.nl}.`,
      en: `A whole number is expected here, ${bounds.en}.`,
    });
  };
}

/** Any finite number. */
export const number: Reader<number> = (value, at) =>
  typeof value === "number" && Number.isFinite(value)
    ? value
    : report(at, "number", { nl: "Hier hoort een getal te staan.", en: "A number is expected here." });

/** True or false. */
export const flag: Reader<boolean> = (value, at) =>
  typeof value === "boolean"
    ? value
    : report(at, "type", { nl: "Hier hoort true of false te staan.", en: "Write true or false here." });

/** Only `true`; what is not true is left out. */
export const onlyTrue: Reader<true> = (value, at) =>
  value === true
    ? true
    : report(at, "type", { nl: "Hier hoort true te staan, of niets.", en: "Write true here, or nothing." });

/** A text in both languages. */
export const localised: Reader<Localised> = object({ nl: text(), en: text() });
