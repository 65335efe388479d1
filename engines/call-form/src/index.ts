/** The form of a call: questions, conditions, eligibility rules with their reasons. */
export { type BlindApplication, blindAttachments, blindOf } from "./blind.js";
export * from "./definition/application-content.js";
export * from "./definition/call-definition.js";
export * from "./definition/localised.js";
export * from "./definition/question.js";
export { type Difference, differencesBetween } from "./differences.js";
export {
  type Eligibility,
  type EligibilityState,
  evaluateEligibility,
  type RuleOutcome,
} from "./eligibility.js";
export {
  checkExpression,
  type ExpressionCheck,
  type ExpressionError,
  FUNCTIONS,
  type Looked,
} from "./expression/check-expression.js";
export type { LookedValue } from "./expression/evaluate.js";
export { wholeMonths } from "./expression/facts.js";
export {
  type Field,
  type FieldType,
  LISTS,
  PARTNER_FIELDS,
  VARIABLES,
  WORK_PACKAGE_FIELDS,
} from "./expression/fields.js";
export { type AnswerError, checkAnswers } from "./form/check-answers.js";
export { choicesOf, isOpen, kindOf, questionsOf, tableOf } from "./form/kinds.js";
export { type AskedQuestion, visibleQuestions } from "./form/visible.js";
export type { CallError } from "./reading/kit.js";
export { canonicalCall, type ReadCall, readCall } from "./reading/read-call.js";
export { MOST_EXPRESSION } from "./reading/read-form.js";
export { MOST_CHARACTERS, MOST_FILES, MOST_ROWS } from "./reading/read-schema.js";
export { basisPointWords, momentWords, moneyWords, numberWords, shareWords } from "./words.js";
