/** The form builder: sections and questions, added, moved, changed and taken away. */
import { kindOf, type Question, questionsOf, type Section } from "@voorsprong/call-form";
import { useState } from "react";
import { Button } from "../../../components/Button.js";
import { Section as PageSection } from "../../../components/Page.js";
import { useCallTexts } from "../../../i18n/call.js";
import { useCallEditTexts } from "../../../i18n/call-edit.js";
import { useLocalised } from "../../../i18n/texts.js";
import { blankQuestion, freeId } from "./blank.js";
import { ExpressionHelp } from "./ExpressionHelp.js";
import { useErrorsBelow } from "./errors.js";
import { LocalisedField, OptionalLocalisedField } from "./Fields.js";
import { ListEditor } from "./ListEditor.js";
import type { PartProps } from "./parts.js";
import { QuestionEditor } from "./QuestionEditor.js";

/** All sections. */
export function FormPart({ call, onChange }: PartProps) {
  const { form: t } = useCallEditTexts();
  const l = useLocalised();
  const { form } = call;
  return (
    <PageSection title={t.title} intro={t.intro}>
      <ExpressionHelp form={form} />
      <ListEditor<Section>
        label={t.sections}
        items={form.sections}
        nameOf={(section, index) => l(section.title) || t.section(String(index + 1))}
        addLabel={t.addSection}
        make={() => ({
          id: freeId(
            "onderdeel-",
            form.sections.map(({ id }) => id),
          ),
          title: { nl: "", en: "" },
          questions: [],
        })}
        onChange={(sections) => onChange({ ...call, form: { sections } })}
      >
        {(section, index, change) => (
          <SectionEditor
            section={section}
            number={index + 1}
            call={call}
            at={`/form/sections/${index}`}
            onChange={change}
          />
        )}
      </ListEditor>
    </PageSection>
  );
}

function SectionEditor(props: {
  section: Section;
  number: number;
  call: PartProps["call"];
  at: string;
  onChange: (section: Section) => void;
}) {
  const { section, call, at, onChange } = props;
  const { form: t } = useCallEditTexts();
  const l = useLocalised();
  const taken = questionsOf(call.form).map(({ id }) => id);
  return (
    <div className="stack">
      <h3>{l(section.title) || t.section(String(props.number))}</h3>
      <LocalisedField
        label={t.sectionTitle}
        at={`${at}/title`}
        value={section.title}
        onChange={(title) => title && onChange({ ...section, title })}
      />
      <OptionalLocalisedField
        label={t.sectionIntro}
        at={`${at}/intro`}
        long
        value={section.intro}
        onChange={(intro) => {
          const { intro: _, ...rest } = section;
          onChange(intro === undefined ? rest : { ...rest, intro });
        }}
      />
      <ListEditor<Question>
        label={t.questions}
        items={section.questions}
        nameOf={(question) => l(question.title) || question.id}
        addLabel={t.addQuestion}
        make={() => blankQuestion(freeId("vraag_", taken))}
        onChange={(questions) => onChange({ ...section, questions })}
      >
        {(question, index, change) => (
          <QuestionEntry question={question} call={call} at={`${at}/questions/${index}`} onChange={change} />
        )}
      </ListEditor>
    </div>
  );
}

/** A question in short; its fields open below it. A new question, and one with an error, is open at once. */
function QuestionEntry(props: {
  question: Question;
  call: PartProps["call"];
  at: string;
  onChange: (question: Question) => void;
}) {
  const { question, call, at, onChange } = props;
  const { form: t } = useCallEditTexts();
  const { form: words } = useCallTexts();
  const l = useLocalised();
  const errors = useErrorsBelow(at);
  const [open, setOpen] = useState(errors.length > 0);
  const name = l(question.title) || question.id;
  return (
    <div className="stack">
      <div className="row list-editor__head">
        <p>
          <strong>{name}</strong>{" "}
          <span className="small soft">
            {words.kind[kindOf(question.schema)]}
            {question.required === true && `, ${words.required}`}
          </span>
          {errors.length > 0 && <span className="field__error small"> {t.errors(errors.length)}</span>}
        </p>
        <Button
          pressed={open}
          onClick={() => setOpen(!open)}
          aria-label={open ? t.close(name) : t.open(name)}
        >
          {open ? t.closeShort : t.openShort}
        </Button>
      </div>
      {open && <QuestionEditor question={question} form={call.form} at={at} onChange={onChange} />}
    </div>
  );
}
