/**
 * Checks published decisions and the ledger without trusting who made them. It has no dependencies, shares no code
 * with the programs that decide, and runs in Node and in a browser. What each check proves, and what it does not,
 * is said at `verifyDecision`, `verifyExplanation` and `verifyLedger`.
 *
 * @module
 */
export { type DecisionVerdict, verifyDecision } from "./decision.js";
export { ExactDocument } from "./exact-document.js";
export { type ExplanationVerdict, verifyExplanation } from "./explanation.js";
export { canonicalText } from "./jcs.js";
export type { Json } from "./json.js";
export { type LedgerVerdict, verifyLedger } from "./ledger.js";
export { ExactJsonError, parseExact } from "./parse.js";
export type { Reason, Text } from "./refusal.js";
export { hashOf, sha256 } from "./sha256.js";
export type { Level } from "./types.js";
