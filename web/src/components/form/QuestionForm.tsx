/** The questions of a call as fields; used by applicants, and by who makes a call to see what they will see. */
import {
  type Answer,
  type AnswerError,
  type ApplicationContent,
  type CallDefinition,
  visibleQuestions,
} from "@voorsprong/call-form";
import { useMemo } from "react";
import { useFormTexts } from "../../i18n/form.js";
import { useLocalised } from "../../i18n/texts.js";
import type { FileKeeper } from "./FilesField.js";
import { QuestionField } from "./QuestionField.js";
import "./form.css";

/**
 * One section of the form, or all of it. It shows the questions that are asked of this application, as they are asked.
 * @param errors from `checkAnswers`; the page decides which are shown when
 */
export function QuestionForm(props: {
  call: CallDefinition;
  application: ApplicationContent;
  /** Id of the only section to show; without it all sections with their titles. */
  section?: string;
  errors: readonly AnswerError[];
  onAnswer: (question: string, answer: Answer) => void;
  files: FileKeeper;
}) {
  const { call, application } = props;
  const t = useFormTexts();
  const l = useLocalised();
  const asked = useMemo(() => visibleQuestions(call, application), [call, application]);
  const sections = call.form.sections.filter(({ id }) => props.section === undefined || id === props.section);
  return (
    <div className="stack stack--wide">
      {sections.map((section) => {
        const questions = asked.filter((each) => each.section === section.id);
        return (
          <section key={section.id} className="question-form" aria-labelledby={`section-${section.id}`}>
            <h3 id={`section-${section.id}`}>{l(section.title)}</h3>
            {section.intro && <p className="soft">{l(section.intro)}</p>}
            {questions.length === 0 && <p className="soft">{t.noQuestions}</p>}
            {questions.map(({ question, required }) => (
              <QuestionField
                key={question.id}
                question={question}
                required={required}
                answer={application.answers?.[question.id]}
                errors={props.errors.filter((error) => error.question === question.id)}
                onAnswer={(answer) => props.onAnswer(question.id, answer)}
                files={props.files}
              />
            ))}
          </section>
        );
      })}
    </div>
  );
}
