/** Grants after the decision: what other rooms and tests use of them. */
export { type Agreement, leadId } from "./agreement/document.js";
export { type Award, type AwardContext, awardGrants } from "./award.js";
export { type GrantMoney, type MoneyKind, moneyKinds, moneyOfFund, moneyOfGrant } from "./money.js";
