/** One question of the form: its words, what kind of answer it takes, and when it is asked. */
import { type Form, kindOf, type Question, type QuestionKind } from "@voorsprong/call-form";
import { Alert } from "../../../components/Alert.js";
import { useCallTexts } from "../../../i18n/call.js";
import { useCallEditTexts } from "../../../i18n/call-edit.js";
import { AnswerLimits } from "./AnswerLimits.js";
import { KINDS, withKind } from "./blank.js";
import { ExpressionField } from "./ExpressionField.js";
import { useErrorAt } from "./errors.js";
import { CheckField, ChoiceField, LocalisedField, OptionalLocalisedField, TextField } from "./Fields.js";

/** The question without a field, or with it. */
function withField<K extends keyof Question>(
  question: Question,
  key: K,
  value: Question[K] | undefined,
): Question {
  const { [key]: _, ...rest } = question;
  return (value === undefined ? rest : { ...rest, [key]: value }) as Question;
}

/** What is asked for when it is required only sometimes, until it is changed. */
const SOMETIMES = "requested.total > 0";

/** The fields of a question. */
export function QuestionEditor(props: {
  question: Question;
  form: Form;
  at: string;
  onChange: (question: Question) => void;
}) {
  const { question, form, at, onChange } = props;
  const { question: t } = useCallEditTexts();
  const { form: words } = useCallTexts();
  const whole = useErrorAt(at);
  const schemaError = useErrorAt(`${at}/schema`);
  const set = <K extends keyof Question>(key: K, value: Question[K] | undefined) =>
    onChange(withField(question, key, value));
  const kind = kindOf(question.schema);
  const required =
    question.required === undefined ? "never" : question.required === true ? "always" : "sometimes";
  return (
    <div className="stack">
      {(whole ?? schemaError) && <Alert kind="danger">{whole ?? schemaError}</Alert>}
      <LocalisedField
        label={t.title}
        at={`${at}/title`}
        value={question.title}
        onChange={(title) => title && set("title", title)}
      />
      <OptionalLocalisedField
        label={t.help}
        hint={t.helpHint}
        at={`${at}/help`}
        value={question.help}
        onChange={(help) => set("help", help)}
      />
      <div className="call-edit__beside">
        <ChoiceField<QuestionKind>
          label={t.kind}
          at={`${at}/kind`}
          value={kind}
          onChange={(next) => onChange(withKind(question, next))}
          options={KINDS.map((value) => ({ value, label: words.kind[value] }))}
        />
        <TextField
          label={t.id}
          hint={t.idHint}
          code
          at={`${at}/id`}
          value={question.id}
          onChange={(id) => set("id", id)}
        />
      </div>
      <AnswerLimits question={question} at={at} onChange={onChange} />
      <div className="call-edit__beside">
        <ChoiceField
          label={t.required}
          at={`${at}/required`}
          value={required}
          onChange={(next) =>
            set("required", next === "never" ? undefined : next === "always" ? true : SOMETIMES)
          }
          options={(["always", "never", "sometimes"] as const).map((value) => ({
            value,
            label: t.requiredWhen[value],
          }))}
        />
      </div>
      {typeof question.required === "string" && (
        <ExpressionField
          label={t.requiredIf}
          at={`${at}/required`}
          form={form}
          value={question.required}
          onChange={(value) => set("required", value)}
        />
      )}
      <ExpressionField
        label={t.when}
        hint={t.whenHint}
        at={`${at}/when`}
        form={form}
        optional
        value={question.when ?? ""}
        onChange={(value) => set("when", value === "" ? undefined : value)}
      />
      <div>
        <CheckField
          label={t.personal}
          at={`${at}/personal`}
          value={question.personal === true}
          onChange={(yes) => set("personal", yes ? true : undefined)}
        />
        <CheckField
          label={t.identifying}
          at={`${at}/identifying`}
          value={question.identifying === true}
          onChange={(yes) => set("identifying", yes ? true : undefined)}
        />
      </div>
    </div>
  );
}
