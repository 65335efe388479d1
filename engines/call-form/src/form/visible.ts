/** Which questions are asked of an application, and which must be answered. */
import type { ApplicationContent } from "../definition/application-content.js";
import type { CallDefinition } from "../definition/call-definition.js";
import type { Question } from "../definition/question.js";
import { answerValue } from "../expression/environment.js";
import { evaluate } from "../expression/evaluate.js";
import { type Facts, factsWithoutAnswers } from "../expression/facts.js";

/** A question that is asked. */
export interface AskedQuestion {
  readonly section: string;
  readonly question: Question;
  readonly required: boolean;
}

/** The questions that are asked, in order, with the facts that they give. */
export interface Asked {
  readonly questions: readonly AskedQuestion[];
  /** Everything that expressions can look at; answers to questions that are not asked are absent. */
  readonly facts: Facts;
}

/**
 * Walks through the form once. A condition looks at answers of earlier questions only, so that one walk settles which
 * questions are asked; a condition that cannot be told yet leaves the question out until it can.
 */
export function askedOf(call: CallDefinition, application: ApplicationContent): Asked {
  const { form } = call;
  const base = factsWithoutAnswers(call, application);
  const answers: Record<string, unknown> = {};
  const facts = { ...base, answers };
  const questions: AskedQuestion[] = [];
  const holds = (expression: string): boolean => {
    const outcome = evaluate(form, expression, facts);
    return outcome.told && outcome.value;
  };
  for (const section of form.sections)
    for (const question of section.questions) {
      if (question.when !== undefined && !holds(question.when)) continue;
      const required =
        question.required === true || (question.required !== undefined && holds(question.required));
      questions.push({ section: section.id, question, required });
      const value = answerValue(question.schema, application.answers?.[question.id]);
      if (value !== undefined) answers[question.id] = value;
    }
  return { questions, facts };
}

/** The questions that are asked of this application, in order. */
export function visibleQuestions(
  call: CallDefinition,
  application: ApplicationContent,
): readonly AskedQuestion[] {
  return askedOf(call, application).questions;
}
