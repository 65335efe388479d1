/** Checks an expression while it is written: syntax, names, types and the bounds on its cost. */
import { TypeError as CelTypeError, EvaluationError, ParseError } from "@marcbachmann/cel-js";
import type { Localised } from "../definition/localised.js";
import type { Form } from "../definition/question.js";
import { MOST_EXPRESSION } from "../reading/read-form.js";
import { compile } from "./environment.js";
import { errorWords, typeWords } from "./error-words.js";
import { nameOf } from "./names.js";
import { readTree } from "./paths.js";

/** An error in an expression, with its place: characters from 0, `end` excluded. */
export interface ExpressionError {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly text: Localised;
}

/** One value that an expression looks at. */
export interface Looked {
  /** For instance `applicant.employees`, `partners[].kind` or `costs.byYear["2027"]`. */
  readonly path: string;
  readonly title: Localised;
}

/** What a check found. */
export type ExpressionCheck =
  | { readonly ok: true; readonly looksAt: readonly Looked[] }
  | { readonly ok: false; readonly errors: readonly ExpressionError[] };

/** The functions that an expression may call; `matches` is left out, because a regular expression can run for long. */
export const FUNCTIONS = [
  "has",
  "size",
  "contains",
  "startsWith",
  "endsWith",
  "all",
  "exists",
  "exists_one",
  "filter",
  "map",
  "int",
  "double",
  "string",
] as const;

/** The most steps that evaluating one expression may take. */
const MOST_STEPS = 1_000_000;

/** An error of the library as a check tells it; null for any other error. */
export function celError(
  error: unknown,
): (Omit<ExpressionError, "text"> & { readonly summary: string }) | null {
  if (error instanceof ParseError || error instanceof CelTypeError || error instanceof EvaluationError)
    return {
      code: error.code,
      start: error.range?.start ?? 0,
      end: error.range?.end ?? 0,
      summary: error.summary,
    };
  return null;
}

function fault(error: unknown): ExpressionCheck {
  const known = celError(error);
  if (known === null) throw error;
  const { code, start, end, summary } = known;
  return { ok: false, errors: [{ code, start, end, text: errorWords(code, summary) }] };
}

/**
 * Checks that an expression can be read, names only what exists in this form, is true or false, and ends soon.
 *
 * @param form the form whose answers it may look at
 */
export function checkExpression(form: Form, expression: string): ExpressionCheck {
  const whole = { start: 0, end: expression.length };
  const refused = (code: string, place: { start: number; end: number }, nl: string, en: string) =>
    ({ ok: false, errors: [{ code, start: place.start, end: place.end, text: { nl, en } }] }) as const;
  if (expression.length > MOST_EXPRESSION)
    return refused(
      "too-long",
      { start: MOST_EXPRESSION, end: expression.length },
      `Een uitdrukking heeft ten hoogste ${MOST_EXPRESSION} tekens.`,
      `An expression has at most ${MOST_EXPRESSION} characters.`,
    );
  let reading: ReturnType<typeof readTree>;
  try {
    const parsed = compile(form, expression);
    reading = readTree(parsed.ast);
    const unknown = reading.calls.find(({ name }) => !(FUNCTIONS as readonly string[]).includes(name));
    if (unknown !== undefined)
      return refused(
        "unknown-function",
        unknown,
        `De functie ${unknown.name} kan hier niet. Bekend zijn: ${FUNCTIONS.join(", ")}.`,
        `The function ${unknown.name} cannot be used here. Known are: ${FUNCTIONS.join(", ")}.`,
      );
    const { valid, type, error } = parsed.check();
    if (!valid) return fault(error);
    if (type !== "bool") {
      const words = typeWords(type ?? "");
      return refused(
        "not-a-condition",
        whole,
        `Dit is ${words.nl}. Schrijf een voorwaarde die waar of onwaar is, bijvoorbeeld met ==, < of >.`,
        `This is ${words.en}. Write a condition that is true or false, for instance with ==, < or >.`,
      );
    }
  } catch (error) {
    return fault(error);
  }
  if (reading.cost > MOST_STEPS)
    return refused(
      "too-costly",
      whole,
      "Deze uitdrukking loopt te vaak door een lijst binnen een lijst. Maak haar eenvoudiger.",
      "This expression walks too often through a list within a list. Make it simpler.",
    );
  const looksAt = [...reading.paths, ...reading.asked].map((path) => ({ path, title: nameOf(form, path) }));
  return { ok: true, looksAt };
}
