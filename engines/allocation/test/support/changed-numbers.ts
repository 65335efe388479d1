/** Copies of a document, each with one number changed. */

/** One copy for every number in the document, with that number changed. */
export function* changedNumbers<Document>(document: Document, change: number): Generator<Document> {
  for (const path of placesOf(document)) {
    const copy = structuredClone(document);
    const holder = path.slice(0, -1).reduce<unknown>((inner, key) => (inner as never)[key], copy);
    (holder as Record<string, number>)[path[path.length - 1]!]! += change;
    yield copy;
  }
}

/** Every place that holds a number, as a path of keys. */
function placesOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value === "number") return [path];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key]));
}
