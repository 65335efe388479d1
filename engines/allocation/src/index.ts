/** Which applications to fund: exact decisions with proof and explanation. The package's public interface. */
export { canonicalText, hashOf, hashRound, lotOf } from "./canonical/canonical-text.js";
export { commitmentOf, drawn, undrawn } from "./canonical/draw.js";
export { assembleDecision, UndecidedError } from "./decision/assemble.js";
export { counterpartOf } from "./decision/counterpart.js";
export { type DecideOptions, decide } from "./decision/decide.js";
export { type DecisionSummary, summarise } from "./decision/summarise.js";
export {
  type CostAnswer,
  costAnswer,
  type LimitPrice,
  type PointsAnswer,
  type Prices,
  pointsAnswer,
  pricesOf,
  type Range,
} from "./explanation/answers.js";
export { type ExplainOptions, type ExplainProgress, explain } from "./explanation/document.js";
export { awardedPerAsked, giniCoefficient, jainIndex } from "./explanation/groups.js";
export { type InTheWay, inTheWayOf } from "./explanation/in-the-way.js";
export { type ExplanationSummary, summariseExplanation } from "./explanation/summary.js";
export { type GeneratorOptions, generateRound, type RoundClass } from "./generator/generate.js";
export { type RandomSource, randomSource } from "./generator/prng.js";
export type * from "./model/decision.js";
export type * from "./model/explanation.js";
export type { Language } from "./model/language.js";
export type * from "./model/round.js";
export { RULES } from "./model/round.js";
export type { AwardedChoice, Finding, Phase, Progress } from "./optimum/finding.js";
export { readApplicationsCsv } from "./reading/applications-csv.js";
export { detectFormat, type RoundFormat } from "./reading/detect.js";
export { FileError, type FileIssue, RoundError, type RoundIssue } from "./reading/issues.js";
export { type KnapsackInstance, readKnapsack } from "./reading/knapsack.js";
export { readPabulib } from "./reading/pabulib.js";
export { parseRound } from "./reading/parse-round.js";
export { readRoundText } from "./reading/round-text.js";
export { obstacleTo, RuleError, type RuleObstacle } from "./rules/possible.js";
export type { Redecision } from "./scenario/decide.js";
export { whatIf } from "./scenario/what-if.js";
export { CutTooLongError, NotProvenError, viprOf } from "./vipr/index.js";
export { applicationName } from "./words/application-name.js";
export { describeConflict, describeRow } from "./words/describe.js";
export { explainSentence } from "./words/explain-sentence.js";
export {
  costSentence,
  explainApplication,
  inTheWaySentence,
  pointsSentence,
  standingSentence,
} from "./words/explanation/application.js";
export {
  evennessSentence,
  groupSentence,
  inversionSentence,
  inversionsSummary,
  standingSummary,
} from "./words/explanation/fairness.js";
export { priceSentences } from "./words/explanation/prices.js";
export {
  countPoints,
  formatAmount,
  formatNumber,
  formatPoints,
  formatShare,
  type Titles,
} from "./words/phrases.js";
export { tieSentences } from "./words/ties.js";
