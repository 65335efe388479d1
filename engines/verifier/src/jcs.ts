import type { Json } from "./json.js";

/**
 * The canonical text of a JSON value: RFC 8785 (JCS), for values whose numbers are whole and exact. Keys are in
 * order of UTF-16 code units (section 3.2.3), strings and numbers as ECMAScript writes them (3.2.2).
 */
export function canonicalText(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = value as { readonly [key: string]: Json };
  // The default order of `sort` is that of UTF-16 code units.
  const keys = Object.keys(members).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalText(members[key]!)}`).join(",")}}`;
}
