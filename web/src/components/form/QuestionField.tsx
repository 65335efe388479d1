/** One question of a form with its control, hint and error. */
import {
  type Answer,
  type AnswerError,
  type Attachment,
  type AttachmentsSchema,
  type CellSchema,
  choicesOf,
  kindOf,
  MOST_FILES,
  type Question,
  type Row,
  type TableSchema,
} from "@voorsprong/call-form";
import { useFormTexts } from "../../i18n/form.js";
import { useFormat } from "../../i18n/format.js";
import { useLocalised } from "../../i18n/texts.js";
import { Field, FieldGroup } from "../Field.js";
import { type FileKeeper, FilesField } from "./FilesField.js";
import { fieldId } from "./field-id.js";
import { Check, Checks, Radios } from "./Options.js";
import { SimpleField } from "./SimpleField.js";
import { TableField } from "./TableField.js";

/** From this many choices on a list is easier than radio buttons. */
const MANY = 8;

/** What a question on a page takes. */
export interface QuestionFieldProps {
  readonly question: Question;
  readonly required: boolean;
  readonly answer: Answer | undefined;
  /** The errors of this question that are to be shown. */
  readonly errors: readonly AnswerError[];
  readonly onAnswer: (answer: Answer) => void;
  readonly files: FileKeeper;
}

/** A question as a field. */
export function QuestionField(props: QuestionFieldProps) {
  const { question, required, answer, errors, onAnswer } = props;
  const t = useFormTexts();
  const l = useLocalised();
  const { schema } = question;
  const kind = kindOf(schema);
  const general =
    errors.find(({ row, column }) => row === undefined && column === undefined) ?? firstOfList(kind, errors);
  const shared = {
    id: fieldId({ question: question.id }),
    label: l(question.title),
    mark: required ? undefined : t.optional,
    hint: question.help && l(question.help),
    error: general && l(general.text),
  };
  const options = (choicesOf(schema) ?? []).map((value) => {
    const name = question.labels?.[value];
    return { value, label: name === undefined ? value : l(name) };
  });
  switch (kind) {
    case "yes-no":
      return (
        <FieldGroup {...shared}>
          {(control) => (
            <Radios
              control={control}
              beside
              options={[
                { value: "true", label: t.yes },
                { value: "false", label: t.no },
              ]}
              value={typeof answer === "boolean" ? String(answer) : null}
              onChange={(value) => onAnswer(value === "true")}
            />
          )}
        </FieldGroup>
      );
    case "statement":
      return (
        <FieldGroup {...shared}>
          {(control) => (
            <Check
              control={control}
              label={t.agree}
              checked={answer === true}
              onChange={(yes) => onAnswer(yes ? true : null)}
            />
          )}
        </FieldGroup>
      );
    case "choices":
      return (
        <FieldGroup {...shared}>
          {(control) => (
            <Checks
              control={control}
              options={options}
              value={Array.isArray(answer) ? (answer as readonly string[]) : []}
              onChange={onAnswer}
            />
          )}
        </FieldGroup>
      );
    case "table":
      return (
        <FieldGroup {...shared}>
          {({ id }) => (
            <div id={id} tabIndex={-1} className="stack">
              <TableField
                question={question.id}
                caption={l(question.title)}
                schema={schema as TableSchema}
                columns={question.columns ?? []}
                rows={Array.isArray(answer) ? (answer as readonly Row[]) : []}
                errors={errors}
                onChange={onAnswer}
              />
            </div>
          )}
        </FieldGroup>
      );
    case "attachment":
    case "attachments":
      return (
        <FieldGroup {...shared}>
          {() => <QuestionFiles {...props} label={shared.label} error={shared.error} />}
        </FieldGroup>
      );
    case "choice":
      if (options.length < MANY)
        return (
          <FieldGroup {...shared}>
            {(control) => (
              <Radios
                control={control}
                options={options}
                value={typeof answer === "string" ? answer : null}
                onChange={onAnswer}
              />
            )}
          </FieldGroup>
        );
      break;
  }
  return <SimpleQuestion {...props} shared={shared} />;
}

/** In a list of choices or files the first wrong entry speaks for the question; a table shows errors at its cells. */
function firstOfList(
  kind: ReturnType<typeof kindOf>,
  errors: readonly AnswerError[],
): AnswerError | undefined {
  return kind === "table" ? undefined : errors[0];
}

function SimpleQuestion({
  question,
  answer,
  onAnswer,
  shared,
}: QuestionFieldProps & { shared: Omit<Parameters<typeof Field>[0], "children"> }) {
  const t = useFormTexts();
  const f = useFormat();
  const schema = question.schema as CellSchema;
  const most = schema.type === "string" && "maxLength" in schema ? schema.maxLength : undefined;
  const hint =
    kindOf(schema) === "date" ? (
      <>
        {shared.hint} {t.dayHint}
      </>
    ) : (
      shared.hint
    );
  return (
    <div>
      <Field {...shared} hint={hint}>
        {(control) => (
          <SimpleField
            control={control}
            schema={schema}
            labels={question.labels}
            value={answer}
            onChange={onAnswer}
          />
        )}
      </Field>
      {most !== undefined && kindOf(schema) === "multiline" && (
        <p className="question-form__count">
          {t.characters(f.number(typeof answer === "string" ? [...answer].length : 0), f.number(most))}
        </p>
      )}
    </div>
  );
}

function QuestionFiles({
  question,
  answer,
  files,
  onAnswer,
  label,
  error,
}: QuestionFieldProps & { label: string; error: string | undefined }) {
  const single = kindOf(question.schema) === "attachment";
  const stored = (
    single ? (answer ? [answer] : []) : Array.isArray(answer) ? answer : []
  ) as readonly Attachment[];
  const most = single ? 1 : ((question.schema as AttachmentsSchema).maxItems ?? MOST_FILES);
  return (
    <div id={fieldId({ question: question.id })} tabIndex={-1}>
      <FilesField
        question={question}
        label={label}
        files={stored}
        most={most}
        error={error}
        keeper={files}
        onChange={(next) => onAnswer(single ? (next[0] ?? null) : next)}
      />
    </div>
  );
}
