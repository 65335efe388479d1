/** Every way to change one thing in a JSON document. */
import type { Loose } from "./naive.js";

export type Path = readonly (string | number)[];

export interface Mutant {
  readonly path: Path;
  readonly what: string;
  readonly document: Loose;
}

/** Every place in a document, with its value. */
function* places(value: Loose, path: Path = []): Generator<{ path: Path; value: Loose }> {
  yield { path, value };
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* places(item, [...path, i]);
  else if (value !== null && typeof value === "object")
    for (const key of Object.keys(value)) yield* places(value[key], [...path, key]);
}

/** A copy of a document with another value at a path. */
export function replaced(document: Loose, [key, ...rest]: Path, value: Loose): Loose {
  if (key === undefined) return value;
  const copy = Array.isArray(document) ? [...document] : { ...document };
  copy[key] = replaced(document[key], rest, value);
  return copy;
}

/** Every number raised, lowered, turned and zeroed. */
export function* numberMutants(document: Loose): Generator<Mutant> {
  for (const { path, value } of places(document)) {
    if (typeof value !== "number") continue;
    for (const other of new Set([value + 1, value - 1, 0 - value, 0]))
      if (other !== value)
        yield {
          path,
          what: `${path.join("/")}: ${value} -> ${other}`,
          document: replaced(document, path, other),
        };
  }
}

/** Every number that is written as a string raised, lowered, turned and zeroed. */
export function* decimalMutants(document: Loose): Generator<Mutant> {
  for (const { path, value } of places(document)) {
    if (typeof value !== "string" || !/^-?[0-9]+$/.test(value) || path[0] === "round") continue;
    const number = BigInt(value);
    for (const other of new Set([number + 1n, number - 1n, -number, 0n]))
      if (other !== number)
        yield {
          path,
          what: `${path.join("/")}: ${value} -> ${other}`,
          document: replaced(document, path, String(other)),
        };
  }
}

/** Every other value changed: texts lengthened and emptied, truths turned, values of another type. */
export function* valueMutants(document: Loose): Generator<Mutant> {
  for (const { path, value } of places(document)) {
    const others: Loose[] = [[], {}, undefined, 0.5];
    if (typeof value === "string") others.push(`${value}x`, value.slice(1), "");
    if (typeof value === "boolean") others.push(!value);
    if (value !== null) others.push(null);
    for (const other of others)
      if (JSON.stringify(other) !== JSON.stringify(value))
        yield {
          path,
          what: `${path.join("/")} -> ${JSON.stringify(other)}`,
          document: replaced(document, path, other),
        };
  }
}

/** Every field dropped, and one added to every object. */
export function* fieldMutants(document: Loose): Generator<Mutant> {
  for (const { path, value } of places(document)) {
    if (value === null || typeof value !== "object" || Array.isArray(value)) continue;
    for (const key of Object.keys(value)) {
      const { [key]: _, ...rest } = value;
      yield {
        path: [...path, key],
        what: `without ${[...path, key].join("/")}`,
        document: replaced(document, path, rest),
      };
    }
    const more = { ...value, extra: 1 };
    yield {
      path: [...path, "extra"],
      what: `with ${path.join("/")}/extra`,
      document: replaced(document, path, more),
    };
  }
}

/** Every two neighbours of a list swapped, and every item dropped and doubled. */
export function* listMutants(document: Loose): Generator<Mutant> {
  for (const { path, value } of places(document)) {
    if (!Array.isArray(value)) continue;
    for (const [i, item] of value.entries()) {
      const before = value.slice(0, i);
      const after = value.slice(i + 1);
      const variants: [string, Loose[]][] = [
        ["dropped", [...before, ...after]],
        ["doubled", [...before, item, item, ...after]],
      ];
      if (after.length > 0 && JSON.stringify(after[0]) !== JSON.stringify(item))
        variants.push(["swapped", [...before, after[0], item, ...after.slice(1)]]);
      for (const [what, other] of variants)
        yield {
          path: [...path, i],
          what: `${[...path, i].join("/")} ${what}`,
          document: replaced(document, path, other),
        };
    }
  }
}
