import type { RuleSet } from "./rule.js";

/** Last day of a continued set: long enough for any call, and no law. */
const UNTIL = "2033-12-31";

/**
 * A set of rules as if it went on after its last day, for an applicant who wants an idea of the amount before the
 * successor is adopted. It is an assumption, and never what a decision rests on.
 */
export function continued(set: RuleSet): RuleSet {
  return { ...set, id: `${set.id}-continued`, validTo: UNTIL };
}
