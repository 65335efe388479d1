/** The form of a call: questions, conditions, eligibility rules with their reasons. */
export * from "./definition/application-content.js";
export * from "./definition/call-definition.js";
export * from "./definition/localised.js";
export * from "./definition/question.js";
