/** Checks the shape of a file against its schema and says in words what does not fit. */
import * as z from "zod";
import { didYouMean } from "../did-you-mean.js";
import type { Problem } from "../problem.js";
import type { PartDocument, Path } from "./document.js";

type Issue = z.core.$ZodIssue;

/** Says what was expected where a schema does not say it itself. */
function expectation(issue: z.core.$ZodRawIssue): string {
  if (issue.code === "invalid_type" && issue.expected === "array") return "a list";
  if (issue.code === "invalid_type" && issue.expected === "object") return "a mapping of fields";
  if (issue.code === "invalid_union" && "options" in issue && Array.isArray(issue.options)) {
    return `one of ${issue.options.map((option) => `\`${String(option)}\``).join(", ")}`;
  }
  return "a value that the schema allows";
}

/** What stands at `path` in a plain value; undefined where nothing does. */
function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, step)) return undefined;
    current = (current as Record<string | number, unknown>)[step];
  }
  return current;
}

/** A value as an error shows it. */
function show(value: unknown): string {
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** How a person would name a place: `limits[2].min`, list positions from 1. */
function placeName(path: Path): string {
  const steps = path.map((step, index) => {
    if (typeof step === "number") return `[${step + 1}]`;
    return index === 0 ? step : `.${step}`;
  });
  return steps.length === 0 ? "the file" : `\`${steps.join("")}\``;
}

/** The object schemas that may stand at `path`, to know the fields that are allowed there. */
function fieldsAt(schema: z.core.$ZodType, path: Path, value: unknown): string[] {
  const step = path[0];
  if (
    schema instanceof z.ZodExactOptional ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault
  ) {
    return fieldsAt(schema.unwrap(), path, value);
  }
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const key = schema.def.discriminator;
    const kind = valueAt(value, [key]);
    const options = schema.options as readonly z.ZodObject[];
    const option = options.find((each) => each.shape[key]?.safeParse(kind).success);
    return option === undefined ? [] : fieldsAt(option, path, value);
  }
  if (schema instanceof z.ZodUnion) {
    return schema.options.flatMap((option) => fieldsAt(option as z.core.$ZodType, path, value));
  }
  if (schema instanceof z.ZodArray) {
    return step === undefined
      ? []
      : fieldsAt(schema.element as z.core.$ZodType, path.slice(1), valueAt(value, [step]));
  }
  if (schema instanceof z.ZodObject) {
    if (step === undefined) return Object.keys(schema.shape);
    const field = Object.hasOwn(schema.shape, step) ? schema.shape[step as string] : undefined;
    return field === undefined ? [] : fieldsAt(field, path.slice(1), valueAt(value, [step]));
  }
  return [];
}

const LANGUAGES: Readonly<Record<string, string>> = { nl: "Dutch", en: "English" };

/** The problems that one issue of the schema stands for; `base` is where the value of the issue's path begins. */
function translate(schema: z.ZodType, document: PartDocument, issue: Issue, base: Path): Problem[] {
  const path = [...base, ...(issue.path as Path)];
  const value = valueAt(document.value, path);
  if (issue.code === "unrecognized_keys") {
    const known = fieldsAt(schema, path, document.value);
    return issue.keys.map((key) => ({
      file: document.file,
      ...document.atKey([...path, key]),
      message: `${placeName(path)} has an unknown field \`${key}\`${didYouMean(key, known)}`,
      expected: `one of ${known.map((name) => `\`${name}\``).join(", ")}`,
    }));
  }
  if (issue.code === "invalid_union" && typeof value === "object" && value !== null) {
    // A mapping can only have been meant for the form that is a mapping: say what is wrong inside it.
    const inside = issue.errors.find((errors) =>
      errors.every((each) => each.path.length > 0 || "keys" in each),
    );
    if (inside !== undefined) return inside.flatMap((each) => translate(schema, document, each, path));
  }
  const name = path.at(-1);
  const language = typeof name === "string" ? LANGUAGES[name] : undefined;
  let message = `${placeName(path)} cannot be ${show(value)}`;
  if (value === undefined) message = `${placeName(path)} is missing`;
  if (issue.code === "too_small" && issue.origin === "array") message = `${placeName(path)} is an empty list`;
  const blank = value === undefined || value === null || (typeof value === "string" && value.trim() === "");
  if (language !== undefined && blank) {
    message = `${placeName(path.slice(0, -1))} has no ${language} text`;
  }
  return [{ file: document.file, ...document.at(path), message, expected: issue.message }];
}

/** Checks one file; `value` is the typed content when its shape is right. */
export function checkShape<File>(
  schema: z.ZodType<File>,
  document: PartDocument,
): { value: File | null; problems: Problem[] } {
  const result = schema.safeParse(document.value, { error: expectation });
  if (result.success) return { value: result.data, problems: [] };
  return {
    value: null,
    problems: result.error.issues.flatMap((issue) => translate(schema, document, issue, [])),
  };
}
