/** The bound that a document proves. */
import type { TreeCertificate } from "../exact/index.js";
import type { Multipliers } from "../model/decision.js";
import type { Problem } from "../problem/problem.js";
import { roundedBound } from "./bound.js";

/** No outcome scores more than this, in score units: by the root's multipliers, or by a tree where that proves less. */
export function provenBound(problem: Problem, root: Multipliers, tree: TreeCertificate | null): number {
  const atRoot = boundAtRoot(problem, root);
  const byTree = tree === null || tree.target === null ? atRoot : tree.target - (problem.divisor || 1);
  return Math.min(atRoot, byTree);
}

/** What the root's multipliers alone prove. */
export function boundAtRoot(problem: Problem, root: Multipliers): number {
  return roundedBound(problem, BigInt(root.bound), BigInt(root.denominator));
}
