/** The typed environment in which the expressions of a call are checked and evaluated. */
import { Environment, type ParseResult } from "@marcbachmann/cel-js";
import type { AnswerSchema, CellSchema, Form, Question } from "../definition/question.js";
import { kindOf, questionsOf, tableOf } from "../form/kinds.js";
import { type Field, LISTS, PARTNER_FIELDS, VARIABLES, WORK_PACKAGE_FIELDS } from "./fields.js";

/** Bounds on an expression, so that evaluating one always ends soon. */
const LIMITS = {
  maxAstNodes: 300,
  maxDepth: 24,
  maxListElements: 100,
  maxMapEntries: 50,
  maxCallArguments: 8,
};

/** The CEL type of a cell or a simple answer. */
function cellType(schema: CellSchema): string {
  switch (schema.type) {
    case "boolean":
      return "bool";
    case "integer":
      return "int";
    case "number":
      return "double";
    default:
      return "string";
  }
}

/** The CEL type of an answer; a file is looked at through its media type and size only. */
export function answerType({ id, schema }: Pick<Question, "id" | "schema">): string {
  switch (kindOf(schema)) {
    case "table":
      return `list<Row_${id}>`;
    case "choices":
      return "list<string>";
    case "attachment":
      return "File";
    case "attachments":
      return "list<File>";
    default:
      return cellType(schema as CellSchema);
  }
}

const typesOf = (fields: Readonly<Record<string, Field>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, { type }]) => [name, type]));

function environmentFor(form: Form): Environment {
  const environment = new Environment({ unlistedVariablesAreDyn: false, limits: LIMITS });
  environment.registerType("Partner", { fields: typesOf(PARTNER_FIELDS) });
  environment.registerType("WorkPackage", { fields: typesOf(WORK_PACKAGE_FIELDS) });
  environment.registerType("File", { fields: { mediaType: "string", bytes: "int" } });
  for (const [name, fields] of Object.entries(VARIABLES))
    environment.registerVariable({ name, schema: typesOf(fields) });
  for (const [name, { type }] of Object.entries(LISTS)) environment.registerVariable(name, type);
  // A form that is being made may have a name twice; that is an error of its own, and the first one counts here.
  const questions = [
    ...new Map(
      questionsOf(form)
        .toReversed()
        .map((each) => [each.id, each]),
    ).values(),
  ];
  for (const question of questions) {
    const table = tableOf(question.schema);
    if (table === null) continue;
    const columns = Object.entries(table.items.properties).map(([id, schema]) => [id, cellType(schema)]);
    environment.registerType(`Row_${question.id}`, { fields: Object.fromEntries(columns) });
  }
  environment.registerVariable({
    name: "answers",
    schema: Object.fromEntries(questions.map((question) => [question.id, answerType(question)])),
  });
  return environment;
}

interface Compiler {
  readonly environment: Environment;
  readonly parsed: Map<string, ParseResult>;
}

/** Compiled expressions kept per form; while one is being typed every version of it is compiled once. */
const MOST_KEPT = 500;

/** One environment per form: building it costs more than evaluating a rule. */
const compilers = new WeakMap<Form, Compiler>();

function compilerOf(form: Form): Compiler {
  let compiler = compilers.get(form);
  if (compiler === undefined) {
    compiler = { environment: environmentFor(form), parsed: new Map() };
    compilers.set(form, compiler);
  }
  return compiler;
}

/** Parses an expression, once per form. @throws ParseError of the library when it cannot be read */
export function compile(form: Form, expression: string): ParseResult {
  const { environment, parsed } = compilerOf(form);
  let result = parsed.get(expression);
  if (result === undefined) {
    result = environment.parse(expression);
    if (parsed.size >= MOST_KEPT) parsed.clear();
    parsed.set(expression, result);
  }
  return result;
}

/** The value of an answer as CEL wants it: whole numbers as `int` are bigint. */
export function answerValue(schema: AnswerSchema, answer: unknown): unknown {
  const kind = kindOf(schema);
  if (kind === "table") return tableRows(schema, answer);
  if (kind === "attachment") return fileValue(answer);
  if (kind === "attachments") return Array.isArray(answer) ? answer.map(fileValue) : undefined;
  if (kind === "choices")
    return Array.isArray(answer) ? answer.filter((each) => typeof each === "string") : undefined;
  return cellValue(schema as CellSchema, answer);
}

function cellValue(schema: CellSchema, value: unknown): unknown {
  switch (schema.type) {
    case "integer":
      return Number.isSafeInteger(value) ? BigInt(value as number) : undefined;
    case "number":
      return Number.isFinite(value) ? value : undefined;
    case "boolean":
      return typeof value === "boolean" ? value : undefined;
    default:
      return typeof value === "string" && value.trim() !== "" ? value : undefined;
  }
}

function tableRows(schema: AnswerSchema, answer: unknown): unknown {
  const table = tableOf(schema);
  if (table === null || !Array.isArray(answer)) return undefined;
  return answer
    .filter((row) => typeof row === "object" && row !== null)
    .map((row) => {
      const cells = Object.entries(table.items.properties).map(
        ([id, cell]) => [id, cellValue(cell, (row as Record<string, unknown>)[id])] as const,
      );
      return Object.fromEntries(cells.filter(([, value]) => value !== undefined));
    });
}

function fileValue(value: unknown): unknown {
  const file = value as { mediaType?: unknown; bytes?: unknown } | null | undefined;
  if (typeof file?.mediaType !== "string" || !Number.isSafeInteger(file.bytes)) return undefined;
  return { mediaType: file.mediaType, bytes: BigInt(file.bytes as number) };
}
