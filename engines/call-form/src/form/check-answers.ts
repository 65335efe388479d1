/** Checks the answers of an application against the questions that are asked. */
import { type Schema, Validator } from "@cfworker/json-schema";
import type { ApplicationContent } from "../definition/application-content.js";
import type { CallDefinition } from "../definition/call-definition.js";
import type { Localised } from "../definition/localised.js";
import { type AnswerSchema, ATTACHMENT, type CellSchema, type Question } from "../definition/question.js";
import { MOST_CHARACTERS, MOST_FILES, MOST_ROWS } from "../reading/read-schema.js";
import { keywordWords } from "./keyword-words.js";
import { isOpen, kindOf, tableOf } from "./kinds.js";
import { visibleQuestions } from "./visible.js";

/** What is wrong with an answer, with its place in the form. */
export interface AnswerError {
  readonly section: string;
  readonly question: string;
  /** From 0, in a table or a list of files. */
  readonly row?: number;
  readonly column?: string;
  /** The JSON Schema keyword that failed, or `missing`. */
  readonly code: string;
  readonly text: Localised;
}

/** The schema of a stored file's description. */
const attachmentSchema: Schema = {
  $id: ATTACHMENT,
  type: "object",
  properties: {
    id: { type: "string", minLength: 1, maxLength: 100 },
    name: { type: "string", minLength: 1, maxLength: 255 },
    mediaType: { type: "string", minLength: 1, maxLength: 255 },
    bytes: { type: "integer", minimum: 0 },
    sha256: { type: "string", pattern: "^[0-9a-f]{64}$" },
  },
  required: ["id", "name", "mediaType", "bytes", "sha256"],
  additionalProperties: false,
};

/** The cell with a bound on its text, also where the schema sets none. */
function boundedCell(schema: CellSchema): CellSchema {
  return schema.type === "string" && !("enum" in schema)
    ? { ...schema, maxLength: schema.maxLength ?? MOST_CHARACTERS }
    : schema;
}

/** Answers are never larger than this, also where a schema sets no bound. */
function bounded(schema: AnswerSchema): AnswerSchema {
  if ("$ref" in schema) return schema;
  if (schema.type !== "array") return boundedCell(schema);
  if ("$ref" in schema.items) return { ...schema, maxItems: schema.maxItems ?? MOST_FILES } as AnswerSchema;
  const table = tableOf(schema);
  if (table === null) return schema;
  const cells = Object.entries(table.items.properties).map(([id, cell]) => [id, boundedCell(cell)]);
  return {
    ...table,
    items: { ...table.items, properties: Object.fromEntries(cells) },
    maxItems: table.maxItems ?? MOST_ROWS,
  };
}

interface Bounded {
  readonly schema: AnswerSchema;
  readonly validator: Validator;
}

const validators = new WeakMap<AnswerSchema, Bounded>();

function boundedOf(schema: AnswerSchema): Bounded {
  let known = validators.get(schema);
  if (known === undefined) {
    const own = bounded(schema);
    // The library marks the schemas it is given with their addresses; a copy keeps the call as it was read.
    const validator = new Validator(structuredClone(own) as Schema, "2020-12", false);
    validator.addSchema(attachmentSchema);
    known = { schema: own, validator };
    validators.set(schema, known);
  }
  return known;
}

/** Cells that were left empty are absent, so that they count as missing and not as wrong. */
function withoutOpenCells(schema: AnswerSchema, answer: unknown): unknown {
  if (tableOf(schema) === null || !Array.isArray(answer)) return answer;
  return answer.map((row) =>
    typeof row === "object" && row !== null
      ? Object.fromEntries(Object.entries(row).filter(([, cell]) => !isOpen(cell)))
      : row,
  );
}

/** Keywords that only say that something inside is wrong; the inner error says what. */
const WRAPPERS = new Set(["properties", "items", "$ref", "additionalProperties"]);

const MISSING: Localised = { nl: "Vul dit in.", en: "Fill this in." };
const UNKNOWN: Localised = {
  nl: "Dit gegeven hoort niet in het antwoord.",
  en: "This does not belong in the answer.",
};
const NO_NUMBER: Localised = { nl: "Dit getal is te groot.", en: "This number is too large." };

type Found = Omit<AnswerError, "section" | "question">;

/** The place of an error: `#/2/cost` is row 2, column cost. */
function placeOf(location: string): { row?: number; column?: string } {
  const [, row, column] = location.split("/");
  if (row === undefined) return {};
  return { row: Number(row), ...(column !== undefined && { column }) };
}

function schemaAt(
  schema: AnswerSchema,
  column: string | undefined,
  row: number | undefined,
): AnswerSchema | CellSchema {
  const table = tableOf(schema);
  if (table !== null && column !== undefined) return table.items.properties[column] ?? schema;
  if (row !== undefined && "items" in schema && !("properties" in schema.items)) return schema.items;
  return schema;
}

/** What is wrong with one answer that is not open. */
function faultsOf(question: Question, given: unknown): readonly Found[] {
  const { schema, validator } = boundedOf(question.schema);
  const answer = withoutOpenCells(schema, given);
  const found: Found[] = [];
  for (const { keyword, instanceLocation, error } of validator.validate(answer).errors) {
    if (WRAPPERS.has(keyword)) continue;
    const place = placeOf(instanceLocation);
    if (keyword === "false") {
      found.push({ ...place, code: "unknown", text: UNKNOWN });
      continue;
    }
    if (keyword === "required") {
      const column = /"(.*)"/.exec(error)?.[1] ?? "";
      found.push({ ...place, column, code: "missing", text: MISSING });
      continue;
    }
    const own = schemaAt(schema, place.column, place.row);
    found.push({ ...place, code: keyword, text: keywordWords(own, keyword, question.patternHint) });
  }
  return [...found, ...inexact(schema, answer), ...notAccepted(question, answer)];
}

/** Whole numbers beyond 2^53 are not exact in JSON. */
function inexact(schema: AnswerSchema, answer: unknown): readonly Found[] {
  const large = (own: AnswerSchema | CellSchema, value: unknown) =>
    "type" in own && own.type === "integer" && Number.isInteger(value) && !Number.isSafeInteger(value);
  const table = tableOf(schema);
  if (table === null) return large(schema, answer) ? [{ code: "type", text: NO_NUMBER }] : [];
  if (!Array.isArray(answer)) return [];
  return answer.flatMap((cells, row) =>
    Object.entries(table.items.properties)
      .filter(([column, own]) => large(own, (cells as Record<string, unknown> | null)?.[column]))
      .map(([column]) => ({ row, column, code: "type", text: NO_NUMBER })),
  );
}

/** Files of a kind or size that the question does not accept. */
function notAccepted(question: Question, answer: unknown): readonly Found[] {
  const kind = kindOf(question.schema);
  const { accept } = question;
  if (accept === undefined || (kind !== "attachment" && kind !== "attachments")) return [];
  const files = (kind === "attachment" ? [answer] : Array.isArray(answer) ? answer : []) as readonly {
    mediaType?: unknown;
    bytes?: unknown;
  }[];
  return files.flatMap((file, row) => {
    const place = kind === "attachments" ? { row } : {};
    if (typeof file !== "object" || file === null) return [];
    if (typeof file.mediaType === "string" && !accept.mediaTypes.includes(file.mediaType))
      return [
        {
          ...place,
          code: "media-type",
          text: {
            nl: `Dit soort bestand kan hier niet. Toegestaan: ${accept.mediaTypes.join(", ")}.`,
            en: `This kind of file is not accepted here. Accepted: ${accept.mediaTypes.join(", ")}.`,
          },
        },
      ];
    if (typeof file.bytes === "number" && file.bytes > accept.maxBytes) {
      const megabytes = Math.floor(accept.maxBytes / 100_000) / 10;
      return [
        {
          ...place,
          code: "too-large",
          text: {
            nl: `Dit bestand is te groot. Ten hoogste ${String(megabytes).replace(".", ",")} MB.`,
            en: `This file is too large. At most ${megabytes} MB.`,
          },
        },
      ];
    }
    return [];
  });
}

/** What to check. */
export interface AnswerCheckOptions {
  /** Also report required answers and cells that are still open. Without it (a draft) only what is wrong. */
  readonly complete: boolean;
}

/**
 * Checks every question that is asked of this application. Answers to questions that are not asked are not looked at:
 * they may stay in a draft, and {@link "../blind.js"} and submission leave them out.
 */
export function checkAnswers(
  call: CallDefinition,
  application: ApplicationContent,
  { complete }: AnswerCheckOptions = { complete: true },
): readonly AnswerError[] {
  return visibleQuestions(call, application).flatMap(({ section, question, required }) => {
    const answer: unknown = application.answers?.[question.id];
    const at = { section, question: question.id };
    if (isOpen(answer)) return required && complete ? [{ ...at, code: "missing", text: MISSING }] : [];
    return faultsOf(question, answer)
      .filter(({ code }) => complete || (code !== "missing" && code !== "minItems"))
      .map((found) => ({ ...at, ...found }));
  });
}
