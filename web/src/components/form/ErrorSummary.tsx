/** All errors of a form together, each leading to its field. */
import { type AnswerError, type CallDefinition, kindOf, questionsOf } from "@voorsprong/call-form";
import { type Ref, useMemo } from "react";
import { useFormTexts } from "../../i18n/form.js";
import { useLocalised } from "../../i18n/texts.js";
import { Alert } from "../Alert.js";
import { fieldId } from "./field-id.js";

/**
 * The list of errors. Give it focus (`headingRef`) when a form is refused, so that it is read out.
 * @param onOpen called before the page jumps to a field, for a page that shows one section at a time
 */
export function ErrorSummary(props: {
  call: CallDefinition;
  errors: readonly AnswerError[];
  headingRef?: Ref<HTMLElement>;
  onOpen?: (error: AnswerError) => void;
}) {
  const { call, errors } = props;
  const t = useFormTexts();
  const l = useLocalised();
  const questions = useMemo(() => new Map(questionsOf(call.form).map((each) => [each.id, each])), [call]);
  if (errors.length === 0) return null;
  function nameOf(error: AnswerError): string {
    const question = questions.get(error.question);
    if (question === undefined) return error.question;
    const table = kindOf(question.schema) === "table";
    const place =
      error.row === undefined ? [] : [(table ? t.errors.row : t.errors.file)(String(error.row + 1))];
    const column = question.columns?.find(({ id }) => id === error.column);
    return [l(question.title), ...place, ...(column === undefined ? [] : [l(column.title)])].join(", ");
  }
  function open(error: AnswerError) {
    props.onOpen?.(error);
    const question = questions.get(error.question);
    const cell = question !== undefined && kindOf(question.schema) === "table";
    // A page that shows another section first has to draw it before its field can be found.
    requestAnimationFrame(() => {
      const field = document.getElementById(fieldId(cell ? error : { question: error.question }));
      field?.focus();
      field?.scrollIntoView({ block: "center" });
    });
  }
  return (
    <section ref={props.headingRef} tabIndex={-1} aria-label={t.errors.title(errors.length)}>
      <Alert kind="danger" title={t.errors.title(errors.length)}>
        <ul>
          {errors.map((error) => (
            <li key={[error.question, error.row, error.column, error.code].join("/")}>
              <a
                href={`#${fieldId(error)}`}
                onClick={(event) => {
                  event.preventDefault();
                  open(error);
                }}
              >
                {nameOf(error)}
              </a>
              : {l(error.text)}
            </li>
          ))}
        </ul>
      </Alert>
    </section>
  );
}
