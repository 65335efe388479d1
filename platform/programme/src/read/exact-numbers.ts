/** Decimals in a form's schemas. A programme's decimals are kept as text; a schema's bounds are numbers. */

/** The bounds of a JSON Schema that may have decimals. */
const BOUNDS = new Set(["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]);

const DECIMAL = /^-?\d+\.\d+$/;

/** The same value with decimals as numbers where a schema has them. */
export function exactNumbers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(exactNumbers);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      BOUNDS.has(key) && typeof inner === "string" && DECIMAL.test(inner)
        ? Number(inner)
        : exactNumbers(inner),
    ]),
  );
}
