/** Which applications to fund: exact decisions with proof and explanation. The package's public interface. */
export { canonicalText, hashOf, hashRound, lotOf } from "./canonical/canonical-text.js";
export type * from "./model/decision.js";
export type { Language } from "./model/language.js";
export type * from "./model/round.js";
export { readApplicationsCsv } from "./reading/applications-csv.js";
export { detectFormat, type RoundFormat } from "./reading/detect.js";
export { FileError, type FileIssue, RoundError, type RoundIssue } from "./reading/issues.js";
export { type KnapsackInstance, readKnapsack } from "./reading/knapsack.js";
export { readPabulib } from "./reading/pabulib.js";
export { parseRound } from "./reading/parse-round.js";
export { readRoundText } from "./reading/round-text.js";
export { describeConflict, describeRow } from "./words/describe.js";
