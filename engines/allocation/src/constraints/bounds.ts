/** The `min` and `max` that share, amount and count limits have in common. */
import type { Checker, Fields } from "../reading/checker.js";
import { pointer } from "../reading/issues.js";

/** The sides of a limit that are given. */
export interface Bounds<Value> {
  readonly min?: Value;
  readonly max?: Value;
}

/**
 * Reads `min` and `max` with `readValue`; at least one must be there and the minimum must not exceed the maximum.
 * Null when an issue was noted.
 */
export function readBounds<Value>(
  fields: Fields,
  path: string,
  checker: Checker,
  readValue: (value: unknown, path: string) => Value | null,
  exceeds: (a: Value, b: Value) => boolean,
): Bounds<Value> | null {
  if (fields.min === undefined && fields.max === undefined)
    return checker.note(path, "has neither min nor max", "min, max or both");
  const min = fields.min === undefined ? undefined : readValue(fields.min, pointer(path, "min"));
  const max = fields.max === undefined ? undefined : readValue(fields.max, pointer(path, "max"));
  if (min === null || max === null) return null;
  if (min !== undefined && max !== undefined && exceeds(min, max))
    return checker.note(pointer(path, "min"), `min ${min} is above max ${max}`, "min at most max");
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** Reads `tag` and `value`; a value no application has is allowed. */
export function readGroup(
  fields: Fields,
  path: string,
  checker: Checker,
): { readonly tag: string; readonly value: string } | null {
  const tag = checker.name(fields.tag, pointer(path, "tag"));
  const value = checker.name(fields.value, pointer(path, "value"));
  return tag === null || value === null ? null : { tag, value };
}

/** Reads the optional `budget`; null when it is unknown. */
export function readBudget(
  fields: Fields,
  path: string,
  checker: Checker,
  budgets: ReadonlySet<string> | null,
): { readonly budget?: string } | null {
  if (fields.budget === undefined) return {};
  const at = pointer(path, "budget");
  const budget = checker.name(fields.budget, at);
  if (budget === null) return null;
  if (budgets !== null && !budgets.has(budget))
    return checker.note(at, `unknown budget "${budget}"`, "the id of a budget");
  return { budget };
}
