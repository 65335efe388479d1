/** The vocabulary of a programme, and the functions that load and check one. */
export { callDefinition, withOffset } from "./call-definition.js";
export { type Checked, checkProgramme, loadProgramme } from "./check.js";
export { didYouMean } from "./did-you-mean.js";
export { formatProblem, type Problem, ProgrammeError } from "./problem.js";
export { publishedSchemas } from "./schema/published.js";
export { type CallTerms, callTerms, type RoundLimit } from "./terms.js";
export type * from "./vocabulary.js";
