/** What kind of field a schema asks for. */
import type {
  AnswerSchema,
  CellSchema,
  Form,
  Question,
  QuestionKind,
  TableSchema,
} from "../definition/question.js";

/** The kind of field for a schema. */
export function kindOf(schema: AnswerSchema): QuestionKind {
  if ("$ref" in schema) return "attachment";
  switch (schema.type) {
    case "boolean":
      return schema.const === true ? "statement" : "yes-no";
    case "integer":
    case "number":
      return schema.format === "money" ? "money" : "number";
    case "array":
      if ("$ref" in schema.items) return "attachments";
      return "properties" in schema.items ? "table" : "choices";
    default:
      if ("enum" in schema) return "choice";
      return schema.format ?? "text";
  }
}

/** The schema of a table; null for every other schema. */
export function tableOf(schema: AnswerSchema): TableSchema | null {
  return kindOf(schema) === "table" ? (schema as TableSchema) : null;
}

/** The values of a closed list; null for a schema without one. */
export function choicesOf(schema: AnswerSchema | CellSchema): readonly string[] | null {
  if ("enum" in schema) return schema.enum;
  return "items" in schema && "enum" in schema.items ? schema.items.enum : null;
}

/** All questions in the order in which they are asked. */
export function questionsOf(form: Form): readonly Question[] {
  return form.sections.flatMap((section) => section.questions);
}

/** Whether an answer says nothing: absent, null, blank text or an empty list. */
export function isOpen(answer: unknown): boolean {
  if (answer === undefined || answer === null) return true;
  if (typeof answer === "string") return answer.trim() === "";
  return Array.isArray(answer) && answer.length === 0;
}
