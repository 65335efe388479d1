/** New questions and columns, and what a question is after its kind was changed. */
import {
  type AnswerSchema,
  ATTACHMENT,
  type CellSchema,
  type Column,
  type Question,
  type QuestionKind,
  type TableSchema,
} from "@voorsprong/call-form";

const NOTHING = { nl: "", en: "" };

/** The kinds in the order in which they are offered. */
export const KINDS: readonly QuestionKind[] = [
  "text",
  "multiline",
  "number",
  "money",
  "date",
  "yes-no",
  "statement",
  "choice",
  "choices",
  "table",
  "attachment",
  "attachments",
  "email",
  "uri",
];

/** The kinds that a column can have. */
export const CELL_KINDS = [
  "text",
  "number",
  "money",
  "date",
  "yes-no",
] as const satisfies readonly QuestionKind[];

/** The first id of this form that is not taken: `vraag_1`, `vraag_2`, … */
export function freeId(stem: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  for (let number = 1; ; number++) if (!used.has(`${stem}${number}`)) return `${stem}${number}`;
}

/** The schema of a cell. */
export function blankCell(kind: (typeof CELL_KINDS)[number]): CellSchema {
  switch (kind) {
    case "number":
      return { type: "number" };
    case "money":
      return { type: "integer", format: "money", minimum: 0 };
    case "date":
      return { type: "string", format: "date" };
    case "yes-no":
      return { type: "boolean" };
    default:
      return { type: "string", maxLength: 200 };
  }
}

function blankSchema(kind: QuestionKind): AnswerSchema {
  switch (kind) {
    case "multiline":
      return { type: "string", format: "multiline", maxLength: 3000 };
    case "email":
    case "uri":
      return { type: "string", format: kind, maxLength: 200 };
    case "statement":
      return { type: "boolean", const: true };
    case "choice":
      return { type: "string", enum: ["a"] };
    case "choices":
      return { type: "array", items: { type: "string", enum: ["a"] }, uniqueItems: true };
    case "table":
      return {
        type: "array",
        items: {
          type: "object",
          properties: { column_1: blankCell("text") },
          required: ["column_1"],
          additionalProperties: false,
        },
        maxItems: 20,
      };
    case "attachment":
      return { $ref: ATTACHMENT };
    case "attachments":
      return { type: "array", items: { $ref: ATTACHMENT }, maxItems: 5 };
    default:
      return blankCell(kind);
  }
}

/** The question as one of another kind: its words stay, what belonged to the old kind goes. */
export function withKind(question: Question, kind: QuestionKind): Question {
  const { labels: _labels, columns: _columns, patternHint: _hint, accept: _accept, ...kept } = question;
  return {
    ...kept,
    schema: blankSchema(kind),
    ...((kind === "choice" || kind === "choices") && { labels: { a: NOTHING } }),
    ...(kind === "table" && { columns: [{ id: "column_1", title: NOTHING }] }),
  };
}

/** A new question. */
export function blankQuestion(id: string): Question {
  return { id, title: NOTHING, schema: blankSchema("text"), required: true };
}

/** A table with a column more. */
export function withColumn(question: Question): Question {
  const schema = question.schema as TableSchema;
  const id = freeId("column_", Object.keys(schema.items.properties));
  return withColumns(question, [...(question.columns ?? []), { id, title: NOTHING }], {
    ...schema.items.properties,
    [id]: blankCell("text"),
  });
}

/** A table with these columns; required is what was required and is still there, and what is new. */
export function withColumns(
  question: Question,
  columns: readonly Column[],
  properties: Readonly<Record<string, CellSchema>>,
): Question {
  const schema = question.schema as TableSchema;
  const shown = Object.fromEntries(
    columns.flatMap(({ id }) => (properties[id] === undefined ? [] : [[id, properties[id]]])),
  );
  const known = new Set(Object.keys(schema.items.properties));
  const required = columns
    .map(({ id }) => id)
    .filter((id) => !known.has(id) || schema.items.required?.includes(id) === true);
  return {
    ...question,
    columns,
    schema: { ...schema, items: { ...schema.items, properties: shown, required } },
  };
}
