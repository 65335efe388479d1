/** What is different between two versions of an application. */
import { canonicalText } from "@voorsprong/allocation";
import type { Json } from "@voorsprong/store";

/** One value that was added, removed or changed, at its place. */
export interface DocumentDifference {
  /** Names from the outside in; members of lists of things with an id go by that id. */
  readonly path: readonly string[];
  readonly before: Json | null;
  readonly after: Json | null;
}

const isObject = (value: Json | undefined): value is { readonly [name: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A list as members by name: their own id where they have one, else their place from 1. */
function named(value: Json | undefined): ReadonlyMap<string, Json> | null {
  if (isObject(value)) return new Map(Object.entries(value));
  if (!Array.isArray(value)) return null;
  return new Map(
    value.map((member: Json, at) => [
      isObject(member) && typeof member.id === "string" ? member.id : String(at + 1),
      member,
    ]),
  );
}

function compare(
  before: Json | undefined,
  after: Json | undefined,
  path: readonly string[],
  found: DocumentDifference[],
): void {
  const [was, is] = [named(before), named(after)];
  if (was !== null && is !== null) {
    for (const name of new Set([...was.keys(), ...is.keys()]))
      compare(was.get(name), is.get(name), [...path, name], found);
    return;
  }
  if (canonicalText(before ?? null) !== canonicalText(after ?? null))
    found.push({ path, before: before ?? null, after: after ?? null });
}

/** Every leaf that differs, in the order of the documents; the salt is not looked at. */
export function documentDifferences(before: Json, after: Json): readonly DocumentDifference[] {
  const found: DocumentDifference[] = [];
  compare(before, after, [], found);
  return found.filter(({ path }) => path[0] !== "salt");
}
