/** The questions of the call. */
import { type ApplicationContent, checkAnswers } from "@voorsprong/call-form";
import { useMemo } from "react";
import { QuestionForm } from "../../../components/form/QuestionForm.js";
import { answerPlace } from "../draft/places.js";
import type { StepProps } from "./parts.js";
import { useFiles } from "./use-files.js";

/**
 * The questions with their errors.
 * @param complete also what is still open counts as an error: after the reader tried to submit
 */
export function QuestionsStep({
  application,
  call,
  document,
  keeper,
  complete,
}: StepProps & { complete: boolean }) {
  const files = useFiles(application.id);
  const content = document as ApplicationContent;
  const errors = useMemo(() => checkAnswers(call, content, { complete }), [call, content, complete]);
  return (
    <QuestionForm
      call={call}
      application={content}
      errors={errors}
      onAnswer={(question, answer) => keeper.change(answerPlace(question), answer)}
      files={files}
    />
  );
}
