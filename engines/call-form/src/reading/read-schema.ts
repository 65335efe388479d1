/** Reads the schema of an answer: the part of JSON Schema 2020-12 that a form can show and explain. */
import type { AnswerSchema, CellSchema } from "../definition/question.js";
import { ATTACHMENT } from "../definition/question.js";
import {
  list,
  number,
  object,
  oneOf,
  onlyTrue,
  optional,
  type Place,
  type Reader,
  record,
  report,
  text,
  whole,
} from "./kit.js";

/** The most characters of any answer. */
export const MOST_CHARACTERS = 20_000;
/** The most rows of a table, so that rules over rows stay cheap. */
export const MOST_ROWS = 200;
/** The most files in one answer. */
export const MOST_FILES = 20;

/** Regular expressions that backtrack for long need a group, a back reference or many open repetitions. */
const pattern: Reader<string> = (value, at) => {
  if (typeof value !== "string" || value === "" || value.length > 200)
    return report(at, "pattern", {
      nl: "Hier hoort een patroon te staan van ten hoogste 200 tekens.",
      en: "A pattern of at most 200 characters is expected here.",
    });
  const outsideClasses = value.replace(/\\[^0-9k]/g, "").replace(/\[[^\]]*\]/g, "");
  if (/[()|]|\\[0-9k]/.test(outsideClasses) || (outsideClasses.match(/[*+]|\{\d+,\}/g) ?? []).length > 2)
    return report(at, "pattern", {
      nl: "Een patroon mag geen groepen, keuzes of verwijzingen hebben, en ten hoogste twee keer * of +.",
      en: "A pattern can have no groups, alternatives or references, and at most two of * or +.",
    });
  try {
    new RegExp(value, "u");
  } catch {
    return report(at, "pattern", {
      nl: "Dit is geen geldig patroon (reguliere expressie).",
      en: "This is not a valid pattern (regular expression).",
    });
  }
  return value;
};

const values: Reader<readonly string[]> = (value, at) => {
  const read = list(text(200), 1, 200)(value, at);
  if (read !== undefined && new Set(read).size < read.length)
    return report(at, "twice", { nl: "Een keuze staat er twee keer in.", en: "A choice is in it twice." });
  return read;
};

const textSchema = object({
  type: oneOf("string"),
  format: optional(oneOf("date", "email", "uri", "multiline")),
  minLength: optional(whole(0, MOST_CHARACTERS)),
  maxLength: optional(whole(1, MOST_CHARACTERS)),
  pattern: optional(pattern),
});
const choiceSchema = object({ type: oneOf("string"), enum: values });
const numberSchema = object({
  type: oneOf("integer", "number"),
  format: optional(oneOf("money")),
  minimum: optional(number),
  maximum: optional(number),
  exclusiveMinimum: optional(number),
  exclusiveMaximum: optional(number),
  multipleOf: optional(number),
});
const booleanSchema = object({ type: oneOf("boolean"), const: optional(onlyTrue) });

const TYPE_HINT = {
  nl: "Kies een soort antwoord: string, integer, number, boolean of array, of een bijlage ($ref voorsprong:attachment).",
  en: "Choose a kind of answer: string, integer, number, boolean or array, or an attachment ($ref voorsprong:attachment).",
};

/** The member `key` of a value that may not be an object at all. */
function member(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

const cell: Reader<CellSchema> = (value, at) => {
  switch (member(value, "type")) {
    case "string":
      return member(value, "enum") === undefined ? textSchema(value, at) : choiceSchema(value, at);
    case "integer":
    case "number":
      return numberSchema(value, at);
    case "boolean":
      return booleanSchema(value, at);
    default:
      return report(at, "schema-type", TYPE_HINT);
  }
};

const attachment = object({ $ref: oneOf(ATTACHMENT) });

const tableSchema = object({
  type: oneOf("array"),
  items: object({
    type: oneOf("object"),
    properties: record(cell, 20),
    required: optional(list(text(60), 0, 20)),
    additionalProperties: oneOf(false),
  }),
  minItems: optional(whole(0, MOST_ROWS)),
  maxItems: optional(whole(1, MOST_ROWS)),
});
const choicesSchema = object({
  type: oneOf("array"),
  items: choiceSchema,
  uniqueItems: oneOf(true),
  minItems: optional(whole(0, 200)),
  maxItems: optional(whole(1, 200)),
});
const attachmentsSchema = object({
  type: oneOf("array"),
  items: attachment,
  minItems: optional(whole(0, MOST_FILES)),
  maxItems: optional(whole(1, MOST_FILES)),
});

function arraySchema(value: unknown, at: Place): AnswerSchema | undefined {
  const items = member(value, "items");
  if (member(items, "type") === "object") return tableSchema(value, at);
  if (member(items, "$ref") !== undefined) return attachmentsSchema(value, at);
  return choicesSchema(value, at);
}

/** Reads the schema of an answer and checks that something can fit it. */
export const answerSchema: Reader<AnswerSchema> = (value, at) => {
  const read =
    member(value, "$ref") !== undefined
      ? attachment(value, at)
      : member(value, "type") === "array"
        ? arraySchema(value, at)
        : cell(value, at);
  if (read !== undefined) checkBounds(read, at);
  return read;
};

const PAIRS = [
  ["minLength", "maxLength"],
  ["minimum", "maximum"],
  ["minItems", "maxItems"],
] as const;

/** Reports bounds that nothing can fit. */
function checkBounds(schema: AnswerSchema, at: Place): void {
  const read: Readonly<Record<string, unknown>> = { ...schema };
  for (const [least, most] of PAIRS) {
    const [from, to] = [read[least], read[most]];
    if (typeof from === "number" && typeof to === "number" && from > to)
      report({ pointer: `${at.pointer}/${most}`, errors: at.errors }, "bounds", {
        nl: `${most} is kleiner dan ${least}; geen antwoord kan goed zijn.`,
        en: `${most} is less than ${least}; no answer can be right.`,
      });
  }
  if (read.multipleOf !== undefined && !((read.multipleOf as number) > 0))
    report({ pointer: `${at.pointer}/multipleOf`, errors: at.errors }, "bounds", {
      nl: "multipleOf moet groter zijn dan 0.",
      en: "multipleOf has to be greater than 0.",
    });
  if (read.format === "money" && read.type !== "integer")
    report({ pointer: `${at.pointer}/type`, errors: at.errors }, "money", {
      nl: "Geld is een geheel aantal centen: kies integer.",
      en: "Money is a whole number of cents: choose integer.",
    });
  if ("items" in schema && "properties" in schema.items) {
    const base = `${at.pointer}/items`;
    for (const [id, column] of Object.entries(schema.items.properties))
      checkBounds(column, { pointer: `${base}/properties/${id}`, errors: at.errors });
    for (const [index, id] of (schema.items.required ?? []).entries())
      if (!Object.hasOwn(schema.items.properties, id))
        report({ pointer: `${base}/required/${index}`, errors: at.errors }, "unknown", {
          nl: `De tabel heeft geen kolom “${id}”.`,
          en: `The table has no column “${id}”.`,
        });
  }
}
