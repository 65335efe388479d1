/** The choices of a question, each with its name in both languages. */
import { type AnswerSchema, choicesOf, type Question } from "@voorsprong/call-form";
import { useCallEditTexts } from "../../../i18n/call-edit.js";
import { useLocalised } from "../../../i18n/texts.js";
import { freeId } from "./blank.js";
import { LocalisedField, TextField } from "./Fields.js";
import { ListEditor } from "./ListEditor.js";

interface Choice {
  readonly value: string;
  readonly label: { readonly nl: string; readonly en: string };
}

/** The question with these choices. */
function withChoices(question: Question, choices: readonly Choice[]): Question {
  const values = choices.map(({ value }) => value);
  const { schema } = question;
  const changed =
    "items" in schema ? { ...schema, items: { ...schema.items, enum: values } } : { ...schema, enum: values };
  return {
    ...question,
    schema: changed as AnswerSchema,
    labels: Object.fromEntries(choices.map(({ value, label }) => [value, label])),
  };
}

/** The list of choices. */
export function ChoicesEditor({
  question,
  at,
  onChange,
}: {
  question: Question;
  at: string;
  onChange: (question: Question) => void;
}) {
  const { choices: t } = useCallEditTexts();
  const l = useLocalised();
  const values = choicesOf(question.schema) ?? [];
  const choices = values.map(
    (value): Choice => ({ value, label: question.labels?.[value] ?? { nl: "", en: "" } }),
  );
  return (
    <div className="stack">
      <h4>{t.title}</h4>
      <ListEditor
        small
        label={t.title}
        items={choices}
        nameOf={({ value, label }) => l(label) || value}
        addLabel={t.add}
        make={() => ({ value: freeId("keuze-", values), label: { nl: "", en: "" } })}
        onChange={(next) => onChange(withChoices(question, next))}
      >
        {(choice, index, change) => (
          <>
            <TextField
              label={t.value}
              code
              at={`${at}/schema/enum/${index}`}
              value={choice.value}
              onChange={(value) => change({ ...choice, value })}
            />
            <LocalisedField
              label={t.name}
              at={`${at}/labels/${choice.value}`}
              value={choice.label}
              onChange={(label) => label && change({ ...choice, label })}
            />
          </>
        )}
      </ListEditor>
    </div>
  );
}
