/** Reviewing applications: who reviews what, how scores of lenient and strict reviewers are compared. */
export { assign } from "./assignment/assign.js";
export { conflictOf, MATCH_MAX, matchOf } from "./assignment/eligibility.js";
export * from "./assignment/problem.js";
export * from "./normalisation/contract.js";
export { LayoutError } from "./normalisation/layout.js";
export { normalise } from "./normalisation/normalise.js";
export { krippendorffAlpha } from "./panel/agreement.js";
export * from "./panel/discussion.js";
export * from "./panel/outcome.js";
export { ranksOf, type Spread, spreadOf } from "./panel/spread.js";
export * from "./scores/total.js";
