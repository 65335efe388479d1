/** Reads sections and questions. */
import type { Column, Question, Section } from "../definition/question.js";
import {
  list,
  localised,
  matching,
  object,
  onlyTrue,
  optional,
  type Reader,
  record,
  text,
  whole,
} from "./kit.js";
import { answerSchema } from "./read-schema.js";

/** The most characters of an expression. */
export const MOST_EXPRESSION = 1000;

const MEDIA_TYPES = matching(/^[a-z]+\/[a-z0-9.+-]+$/, {
  nl: "Hier hoort een mediatype te staan, zoals application/pdf.",
  en: "A media type is expected here, such as application/pdf.",
});

/** Ids that an expression can name: `answers.ID`. */
export const answerId = matching(/^[a-z][a-z0-9_]{0,59}$/, {
  nl: "Gebruik kleine letters, cijfers en _, en begin met een letter.",
  en: "Use small letters, digits and _, beginning with a letter.",
});

/** Ids of things that no expression names. */
export const slug = matching(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
  nl: "Gebruik kleine letters, cijfers en streepjes.",
  en: "Use small letters, digits and hyphens.",
});

/** An expression; whether it is right is checked when the whole form is known. */
export const expression: Reader<string> = text(MOST_EXPRESSION);

const required: Reader<true | string> = (value, at) => (value === true ? true : expression(value, at));

const column: Reader<Column> = object({
  id: answerId,
  title: localised,
  help: optional(localised),
  labels: optional(record(localised)),
  total: optional(onlyTrue),
  identifying: optional(onlyTrue),
  personal: optional(onlyTrue),
});

const question: Reader<Question> = object({
  id: answerId,
  title: localised,
  help: optional(localised),
  schema: answerSchema,
  when: optional(expression),
  required: optional(required),
  personal: optional(onlyTrue),
  identifying: optional(onlyTrue),
  labels: optional(record(localised)),
  columns: optional(list(column, 1, 20)),
  patternHint: optional(localised),
  accept: optional(object({ mediaTypes: list(MEDIA_TYPES, 1, 20), maxBytes: whole(1, 10_000_000) })),
});

const section: Reader<Section> = object({
  id: slug,
  title: localised,
  intro: optional(localised),
  questions: list(question, 0, 100),
});

/** A form of at most 50 sections. */
export const form = object({ sections: list(section, 0, 50) });
