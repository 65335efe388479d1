/** Sections and questions of a form (docs/formats/call.md). */
import type { Localised } from "./localised.js";

/** The `$ref` by which a schema says that an answer is an uploaded file. */
export const ATTACHMENT = "voorsprong:attachment";

/** The answer to an attachment question: what is known of the file; its bytes are kept apart. */
export interface Attachment {
  /** Id under which the file is stored. */
  readonly id: string;
  /** File name as the applicant sees it. */
  readonly name: string;
  /** Media type, told by the content and not by the name. */
  readonly mediaType: string;
  readonly bytes: number;
  /** SHA-256 of the content, lower-case hexadecimal. */
  readonly sha256: string;
}

/** The formats a `string` or (for money) an `integer` may have. */
export type AnswerFormat = "date" | "email" | "uri" | "multiline" | "money";

/** A simple answer. With `format: "money"` an integer is cents. */
export interface TextSchema {
  readonly type: "string";
  readonly format?: "date" | "email" | "uri" | "multiline";
  readonly minLength?: number;
  readonly maxLength?: number;
  /** A regular expression without groups; an answer is tested as a whole only when the pattern has `^` and `$`. */
  readonly pattern?: string;
}

/** One of a closed list. */
export interface ChoiceSchema {
  readonly type: "string";
  readonly enum: readonly string[];
}

/** A number or, with `format: "money"`, an amount in cents. */
export interface NumberSchema {
  readonly type: "integer" | "number";
  readonly format?: "money";
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
}

/** Yes or no; with `const: true` a statement that has to be agreed to. */
export interface BooleanSchema {
  readonly type: "boolean";
  readonly const?: true;
}

/** Several of a closed list. */
export interface ChoicesSchema {
  readonly type: "array";
  readonly items: ChoiceSchema;
  readonly uniqueItems: true;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** What a cell of a table may hold. */
export type CellSchema = TextSchema | ChoiceSchema | NumberSchema | BooleanSchema;

/** Rows of cells. */
export interface TableSchema {
  readonly type: "array";
  readonly items: {
    readonly type: "object";
    readonly properties: Readonly<Record<string, CellSchema>>;
    readonly required?: readonly string[];
    readonly additionalProperties: false;
  };
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** One file. */
export interface AttachmentSchema {
  readonly $ref: typeof ATTACHMENT;
}

/** Several files. */
export interface AttachmentsSchema {
  readonly type: "array";
  readonly items: AttachmentSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** The JSON Schema 2020-12 of an answer: the part of JSON Schema that a form can show and explain. */
export type AnswerSchema = CellSchema | ChoicesSchema | TableSchema | AttachmentSchema | AttachmentsSchema;

/** What kind of field a schema asks for. */
export type QuestionKind =
  | "text"
  | "multiline"
  | "email"
  | "uri"
  | "date"
  | "number"
  | "money"
  | "yes-no"
  | "statement"
  | "choice"
  | "choices"
  | "table"
  | "attachment"
  | "attachments";

/** One column of a table question, in the order in which columns are shown. */
export interface Column {
  /** The property of a row. */
  readonly id: string;
  readonly title: Localised;
  readonly help?: Localised;
  /** Names of the values of an `enum`. */
  readonly labels?: Readonly<Record<string, Localised>>;
  /** A number or money column whose sum is shown. */
  readonly total?: true;
  /** Hidden from blind reviewers. */
  readonly identifying?: true;
  /** Personal data: hidden from blind reviewers too, exported and erased per person. */
  readonly personal?: true;
}

/** One question. */
export interface Question {
  /** Small letters, digits and underscores, beginning with a letter; unique in the form: `answers.ID` in CEL. */
  readonly id: string;
  readonly title: Localised;
  readonly help?: Localised;
  readonly schema: AnswerSchema;
  /** CEL; the question is asked only when it is true. Without it: always. */
  readonly when?: string;
  /** `true`, or CEL: an answer is required when it is true. Without it the question may stay open. */
  readonly required?: true | string;
  /** Personal data: never shown to blind reviewers, exported and erased per person. */
  readonly personal?: true;
  /** Tells who applies: never shown to blind reviewers. */
  readonly identifying?: true;
  /** Names of the values of an `enum`. */
  readonly labels?: Readonly<Record<string, Localised>>;
  /** The columns of a table; exactly the properties of a row. */
  readonly columns?: readonly Column[];
  /** In words what `pattern` asks for. */
  readonly patternHint?: Localised;
  /** What files are accepted; without it PDF, PNG, JPEG, XLSX, DOCX and CSV of at most 10 MB. */
  readonly accept?: { readonly mediaTypes: readonly string[]; readonly maxBytes: number };
}

/** A group of questions: one page of the form. */
export interface Section {
  readonly id: string;
  readonly title: Localised;
  readonly intro?: Localised;
  readonly questions: readonly Question[];
}

/** The form that an applicant fills in, beside the parts that every application has (project, costs, partners). */
export interface Form {
  readonly sections: readonly Section[];
}
