/** What an answer may be: how long, between what, one of which choices, with which columns. */
import { type AnswerSchema, choicesOf, kindOf, type Question } from "@voorsprong/call-form";
import { useCallEditTexts } from "../../../i18n/call-edit.js";
import { ChoicesEditor } from "./ChoicesEditor.js";
import { ColumnsEditor } from "./ColumnsEditor.js";
import { CheckField, MoneyField, NumberField } from "./Fields.js";

/** A schema with a bound, or without it. */
function withBound(schema: AnswerSchema, key: string, value: number | undefined): AnswerSchema {
  const { [key]: _, ...rest } = { ...schema } as Record<string, unknown>;
  return (value === undefined ? rest : { ...rest, [key]: value }) as unknown as AnswerSchema;
}

/** The bounds of each kind, in pairs. */
const BOUNDS = {
  text: ["minLength", "maxLength"],
  multiline: ["minLength", "maxLength"],
  number: ["minimum", "maximum"],
  money: ["minimum", "maximum"],
  choices: ["minItems", "maxItems"],
  table: ["minItems", "maxItems"],
  attachments: ["minItems", "maxItems"],
} as const;

/** The fields for the kind of answer. */
export function AnswerLimits({
  question,
  at,
  onChange,
}: {
  question: Question;
  at: string;
  onChange: (question: Question) => void;
}) {
  const { limits: t } = useCallEditTexts();
  const { schema } = question;
  const kind = kindOf(schema);
  const bounds = kind in BOUNDS ? BOUNDS[kind as keyof typeof BOUNDS] : [];
  const values: Readonly<Record<string, unknown>> = { ...schema };
  const Bound = kind === "money" ? MoneyField : NumberField;
  const setSchema = (next: AnswerSchema) => onChange({ ...question, schema: next });
  return (
    <>
      {bounds.length > 0 && (
        <div className="call-edit__beside">
          {bounds.map((key) => (
            <Bound
              key={key}
              label={t[key]}
              at={`${at}/schema/${key}`}
              value={values[key] as number | undefined}
              onChange={(value) => setSchema(withBound(schema, key, value))}
            />
          ))}
        </div>
      )}
      {kind === "number" && (
        <CheckField
          label={t.whole}
          at={`${at}/schema/type`}
          value={values.type === "integer"}
          onChange={(yes) => setSchema({ ...schema, type: yes ? "integer" : "number" } as AnswerSchema)}
        />
      )}
      {choicesOf(schema) !== null && <ChoicesEditor question={question} at={at} onChange={onChange} />}
      {kind === "table" && <ColumnsEditor question={question} at={at} onChange={onChange} />}
    </>
  );
}
