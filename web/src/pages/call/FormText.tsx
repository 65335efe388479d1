/** The form as a text: every question with when it is asked. */
import { type CallDefinition, choicesOf, kindOf, type Question } from "@voorsprong/call-form";
import { Section } from "../../components/Page.js";
import { useCallTexts } from "../../i18n/call.js";
import { useFormat } from "../../i18n/format.js";
import { useLocalised } from "../../i18n/texts.js";

/** The questions per section. */
export function FormText({ call }: { call: CallDefinition }) {
  const { form: t } = useCallTexts();
  const l = useLocalised();
  if (call.form.sections.length === 0)
    return (
      <Section title={t.title}>
        <p>{t.empty}</p>
      </Section>
    );
  return (
    <Section title={t.title} intro={t.intro}>
      {call.form.sections.map((section) => (
        <div key={section.id} className="stack">
          <h3>{l(section.title)}</h3>
          {section.intro && <p className="soft">{l(section.intro)}</p>}
          <ol className="call__questions">
            {section.questions.map((question) => (
              <li key={question.id}>
                <QuestionText question={question} />
              </li>
            ))}
          </ol>
        </div>
      ))}
    </Section>
  );
}

function QuestionText({ question }: { question: Question }) {
  const { form: t } = useCallTexts();
  const f = useFormat();
  const l = useLocalised();
  const names = (values: readonly string[]) =>
    f.list(values.map((value) => (question.labels?.[value] ? l(question.labels[value]) : value)));
  const choices = choicesOf(question.schema);
  const marks = [
    t.kind[kindOf(question.schema)],
    question.required === true && t.required,
    question.personal === true && t.personal,
    question.identifying === true && t.hidden,
  ].filter((mark) => mark !== false);
  return (
    <div className="stack call__question">
      <p>
        <strong>{l(question.title)}</strong> <span className="small soft">({marks.join(", ")})</span>
      </p>
      {question.help && <p className="small">{l(question.help)}</p>}
      {choices !== null && <p className="small">{names(choices)}</p>}
      {question.columns && (
        <p className="small">
          {t.columns}: {f.list(question.columns.map(({ title }) => l(title)))}
        </p>
      )}
      {question.when !== undefined && (
        <p className="small soft">
          {t.onlyIf} <code>{question.when}</code>
        </p>
      )}
      {typeof question.required === "string" && (
        <p className="small soft">
          {t.requiredIf} <code>{question.required}</code>
        </p>
      )}
    </div>
  );
}
