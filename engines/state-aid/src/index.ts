/** State aid as code: the size of an enterprise, the articles of the GBER, de minimis, cumulation. */
export {
  type ApplicationGrant,
  type ApplicationTerms,
  applicationGrant,
} from "./application/application-grant.js";
export { type CallTerms, termsOfCall } from "./application/call-terms.js";
export {
  COST_CATEGORIES,
  WORK_CATEGORIES,
  type WorkCategory,
  workCategoriesOf,
} from "./application/categories.js";
export * from "./application/content.js";
export { namedOwnership, ownershipGap, type PartySize } from "./application/party-size.js";
export {
  checkDeMinimis,
  DE_MINIMIS,
  type DeMinimisCase,
  type DeMinimisResult,
} from "./de-minimis/check.js";
export {
  afterRestructuring,
  type DeMinimisAid,
  type Restructuring,
  singleUndertaking,
} from "./de-minimis/single-undertaking.js";
export { type GrantedAid, grantedIn, roomOn, windowOf } from "./de-minimis/window.js";
export type { CellAmount, Reduction } from "./grant/amounts.js";
export type { Cell } from "./grant/cells.js";
export {
  type ComputedGrant,
  computeGrant,
  type GrantComputation,
  type NoRules,
  type ParticipantGrant,
} from "./grant/compute-grant.js";
export type * from "./grant/project.js";
export { addMonths, addYears, isDate } from "./model/calendar.js";
export * from "./model/common.js";
export { euro, percent } from "./model/words.js";
export { DE_MINIMIS_RULE, NO_AID_RULE } from "./rules/beside-the-gber.js";
export { continued } from "./rules/continued.js";
export { GBER_2014_2023 } from "./rules/gber-2014-2023am.js";
export type * from "./rules/rule.js";
export { adjustmentEnd, RULE_SETS, type Standing, standingOn } from "./rules/rule-sets.js";
export type * from "./sme/enterprise.js";
export { type Counted, type Counting, type PeriodTotals, type SizeResult, sizeOf } from "./sme/size-test.js";
export { SIZE_NAMES } from "./sme/words.js";
