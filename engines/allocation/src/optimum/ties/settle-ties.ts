/** A finding of the best score with the tie-break carried out. */

import { scoreOf } from "../../problem/evaluate.js";
import type { Problem } from "../../problem/problem.js";
import type { Finding } from "../finding.js";
import { awardedChoices, selectionFrom } from "../incumbent.js";
import { provenBound } from "../proven-bound.js";
import { breakTies } from "./break-ties.js";

/**
 * The finding with the outcome that the announced tie-break chooses and its proof. Where the best score is not proven
 * there is no telling which outcomes tie, and the finding stays as it is.
 *
 * @param isOver says that the caller's time is up
 * @param nodes effort for each step of the tie-break; default `NODES_PER_STEP`
 */
export function settleTies(
  problem: Problem,
  finding: Finding,
  isOver: () => boolean,
  nodes?: number,
): Finding {
  const { incumbent, root, tree } = finding;
  if (incumbent === null || finding.infeasible !== null || root === null) return finding;
  const selection = selectionFrom(problem, incumbent);
  if (scoreOf(problem, selection) !== provenBound(problem, root, tree)) return finding;
  const broken = breakTies(problem, selection, isOver, nodes);
  return { ...finding, incumbent: awardedChoices(problem, broken.selection), ties: broken.ties };
}
