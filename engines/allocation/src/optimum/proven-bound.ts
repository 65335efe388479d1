/** The bound that a document proves. */
import type { TreeCertificate } from "../exact/index.js";
import type { Multipliers, Proof } from "../model/decision.js";
import type { Problem } from "../problem/problem.js";
import { roundedBound } from "./bound.js";

/** A proof of level A or B. */
export type BoundedProof = Proof & {
  readonly level: "A" | "B";
  readonly bound: number;
  readonly gap: number;
};

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

/** The proof of an outcome that breaks nothing. A tree counts only where it proves less than the root's multipliers. */
export function boundedProof(
  problem: Problem,
  objective: number,
  root: Multipliers,
  tree: TreeCertificate | null,
): BoundedProof {
  const bound = provenBound(problem, root, tree);
  const gap = bound - objective;
  const isByTree = bound < boundAtRoot(problem, root);
  return { level: gap === 0 ? "A" : "B", bound, gap, root, ...(tree !== null && isByTree ? { tree } : {}) };
}
