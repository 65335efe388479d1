/** Any question "what if": the decided round with some edits, decided again. */
import type { Decision } from "../model/decision.js";
import type { Edit } from "../model/explanation.js";
import { type Redecision, scenarioOf } from "./decide.js";
import { publishedOf } from "./published.js";

/**
 * The round of a decision with edits, decided again under `optimal` without a tie-break, beside the decision's
 * outcome. Null when the decision has no outcome to compare with, or the effort was spent before anything was known.
 *
 * @param nodes effort in nodes of the search tree, the same on every machine
 * @throws RangeError when an edit does not fit the round
 */
export function whatIf(decision: Decision, edits: readonly Edit[], nodes: number): Redecision | null {
  const published = publishedOf(decision);
  return published === null ? null : scenarioOf(published, edits, { nodes, starts: [published.selection] });
}
