/** Evaluates an expression over what is known, and tells what is missing when the answer depends on it. */
import type { Localised } from "../definition/localised.js";
import type { Form } from "../definition/question.js";
import type { Looked } from "./check-expression.js";
import { celError } from "./check-expression.js";
import { compile } from "./environment.js";
import { errorWords } from "./error-words.js";
import type { Facts } from "./facts.js";
import { nameOf } from "./names.js";
import { readTree } from "./paths.js";

/** A value that was looked at. `value` is undefined when it is not known yet; lists hold what is known of them. */
export interface LookedValue extends Looked {
  readonly value: unknown;
}

/** The outcome of an expression. */
export type Outcome =
  | { readonly told: true; readonly value: boolean; readonly lookedAt: readonly LookedValue[] }
  | {
      readonly told: false;
      /** What is not known yet. Empty when the expression itself fails on these values, as in a division by zero. */
      readonly missing: readonly Looked[];
      /** What went wrong, when nothing is missing. */
      readonly fault?: Localised;
      readonly lookedAt: readonly LookedValue[];
    };

const STEP = /\.(\w+)|\[\]|\["((?:[^"\\]|\\.)*)"\]/g;

/** The value at a path; undefined when it or a part of it is not known. */
function valueAt(facts: Facts, path: string): unknown {
  const root = /^\w+/.exec(path)?.[0] ?? "";
  const steps = [...path.slice(root.length).matchAll(STEP)];
  const walk = (value: unknown, from: number): unknown => {
    const step = steps[from];
    if (step === undefined || value === undefined || value === null) return value ?? undefined;
    const key = step[1] ?? (step[2] === undefined ? null : (JSON.parse(`"${step[2]}"`) as string));
    if (key === null) return Array.isArray(value) ? value.map((each) => walk(each, from + 1)) : undefined;
    return walk((value as Record<string, unknown>)[key], from + 1);
  };
  return walk(facts[root], 0);
}

const isMissing = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.some(isMissing));

/** A value without bigint, so that it can be written as JSON. */
function plain(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
  return value;
}

/** Evaluates an expression that {@link checkExpression} found right. */
export function evaluate(form: Form, expression: string, facts: Facts): Outcome {
  const parsed = compile(form, expression);
  const { paths, asked } = readTree(parsed.ast);
  const looked = (path: string) => ({ path, title: nameOf(form, path) });
  const lookedAt = [...paths, ...asked].map((path) => ({
    ...looked(path),
    value: plain(valueAt(facts, path)),
  }));
  try {
    const value: unknown = parsed(facts);
    if (typeof value === "boolean") return { told: true, value, lookedAt };
    return { told: false, missing: [], fault: errorWords("not-a-condition", ""), lookedAt };
  } catch (error) {
    const known = celError(error);
    if (known === null) throw error;
    const missing = paths.filter((path) => isMissing(valueAt(facts, path))).map(looked);
    return missing.length > 0
      ? { told: false, missing, lookedAt }
      : { told: false, missing: [], fault: errorWords(known.code, known.summary), lookedAt };
  }
}
