/** What the fund keeps in the database: the only place in the fund that knows SQL. */
export { allApplications, getApplication, listApplications } from "./applications.js";
export { callDecidedBy, callIsDecided, decidedBy } from "./call-decisions.js";
export { fundTotals, getDecision, getDecisionDocument, publishDecision } from "./decisions.js";
export { keptDraw } from "./draws.js";
export {
  type Explained,
  explainedBy,
  explainJob,
  explainJobKind,
  explainSubject,
  getExplanation,
  getExplanationDocument,
  keepExplanation,
  roundsToExplain,
} from "./explanations.js";
export type {
  ApplicationQuery,
  ApplicationRecord,
  ApplicationSort,
  DecisionRecord,
  FundTotals,
  NewDecisionRecord,
  NewRoundRecord,
  RoundOwnership,
  RoundRecord,
} from "./records.js";
export { requestedByBudget } from "./requested-by-budget.js";
export {
  decideJobKind,
  findTwin,
  getRound,
  getRoundDocument,
  listRounds,
  registerRound,
  roundOwnership,
} from "./rounds.js";
