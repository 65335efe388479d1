/** Every proof of level A as one tree: the multipliers of a root or a ray are a tree of one leaf. */
import type { Decision, Multipliers } from "../model/decision.js";
import type { Problem } from "../problem/problem.js";
import type { Cut } from "./cuts.js";

/** The document does not prove that its outcome is best, or that there is none. */
export class NotProvenError extends Error {
  constructor(reason: string) {
    super(`${reason}; a VIPR file can be made only of a decision of level A`);
    this.name = "NotProvenError";
  }
}

/** Multipliers of rows over a common denominator. */
export interface ProofVector {
  /** Scores count as zero. */
  readonly isRay: boolean;
  readonly denominator: bigint;
  readonly rows: readonly (readonly [row: number, value: bigint])[];
}

/** A tree as docs/formats/tree.md describes it, with its exponents worked into the vectors. */
export interface ProofTree {
  /** No selection scores this or more; null: there is no selection. */
  readonly target: bigint | null;
  readonly absorbed: readonly number[];
  readonly cuts: readonly Cut[];
  readonly vectors: readonly ProofVector[];
  readonly columns: readonly number[];
  /** Preorder: 3k branches on `columns[k]`, 3k + 1 closes states by vector k, 3k + 2 is a leaf with vector k. */
  readonly nodes: readonly number[];
}

/** @throws NotProvenError when the decision has no proof of level A. */
export function proofTreeOf({ proof, outcome }: Decision, problem: Problem): ProofTree {
  if (proof.level !== "A")
    throw new NotProvenError(
      proof.level === null
        ? "the outcome does not meet all limits, so nothing about it is proven"
        : `the proof of this decision has level ${proof.level}`,
    );
  const unit = BigInt(problem.divisor || 1);
  if (proof.tree === undefined) {
    const target = outcome.status === "infeasible" ? null : BigInt(outcome.objective) + unit;
    return leafOf((target === null ? proof.ray : proof.root)!, target, problem);
  }
  const { target, absorbed, exponents, columns, tree, cuts = [] } = proof.tree;
  const exponentOf = new Map(exponents);
  const vectors = proof.tree.vectors.map(({ ray, shift, rows, values }): ProofVector => {
    const own = rows.map((row) => exponentOf.get(row) ?? 0);
    const largest = Math.max(0, ...own);
    return {
      isRay: ray === true,
      denominator: 1n << BigInt(shift + largest),
      rows: rows.map((row, k) => [row, BigInt(values[k]!) << BigInt(largest - own[k]!)]),
    };
  });
  return {
    target: target === null ? null : BigInt(target),
    absorbed,
    cuts,
    vectors,
    columns,
    nodes: tree,
  };
}

function leafOf(multipliers: Multipliers, target: bigint | null, problem: Problem): ProofTree {
  const numberOf = new Map(problem.rows.map(({ id }, row) => [id, row]));
  const rowOf = (id: string): number => {
    const row = numberOf.get(id);
    if (row === undefined) throw new RangeError(`the round has no row ${id}`);
    return row;
  };
  const vector: ProofVector = {
    isRay: target === null,
    denominator: BigInt(multipliers.denominator),
    rows: Object.entries(multipliers.rows).map(([id, value]) => [rowOf(id), BigInt(value)]),
  };
  return {
    target,
    absorbed: (multipliers.absorbed ?? []).map(rowOf),
    cuts: [],
    vectors: [vector],
    columns: [],
    nodes: [2],
  };
}
