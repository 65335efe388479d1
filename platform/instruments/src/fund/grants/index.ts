/** Grants after the decision: what other rooms and tests use of them. */
export { type Agreement, leadId } from "./agreement/document.js";
export { type Award, type AwardContext, awardGrants } from "./award.js";
export {
  bookMoney,
  type GrantMoney,
  type MoneyKind,
  type Movement,
  moneyKinds,
  moneyOfFund,
  moneyOfGrant,
} from "./money.js";
