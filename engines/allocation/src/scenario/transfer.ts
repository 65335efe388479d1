/**
 * A proof carried over to a round with fewer rows. A proof that gives a row no multiplier, draws no cut from it and
 * does not absorb it holds without that row just as well: the bound of an outcome is then the bound of many others.
 */
import type { TreeCertificate } from "../exact/index.js";
import type { Proof } from "../model/decision.js";
import type { ScenarioProof } from "../model/explanation.js";
import type { Problem } from "../problem/problem.js";

/** Ids of the rows that a proof rests on. */
export function rowsOfProof(
  { rows }: Problem,
  { root, ray, tree }: ScenarioProof | Proof,
): ReadonlySet<string> {
  const used = new Set(
    [root, ray].flatMap((multipliers) => [
      ...Object.keys(multipliers?.rows ?? {}),
      ...(multipliers?.absorbed ?? []),
    ]),
  );
  if (tree === undefined) return used;
  const vectors = tree.vectors.flatMap((vector) => vector.rows);
  for (const row of [...tree.absorbed, ...vectors, ...(tree.cuts ?? []).map((cut) => cut.row)]) {
    // A number beyond the program's rows is a cut's.
    const id = rows[row]?.id;
    if (id !== undefined) used.add(id);
  }
  return used;
}

/**
 * The proof of a decided outcome for a round that lacks rows on which the proof does not rest; null when it bounds
 * nothing.
 *
 * @param from the round of the proof
 * @param to the same round without some rows
 */
export function transferProof(proof: Proof, from: Problem, to: Problem): ScenarioProof | null {
  const { level, bound, gap, root, tree } = proof;
  if ((level !== "A" && level !== "B") || root === undefined) return null;
  return { level, bound, gap, root, ...(tree === undefined ? {} : { tree: renumbered(tree, from, to) }) };
}

function renumbered(tree: TreeCertificate, from: Problem, to: Problem): TreeCertificate {
  const places = new Map(to.rows.map(({ id }, row) => [id, row]));
  const numberOf = (row: number) =>
    row < from.rows.length ? places.get(from.rows[row]!.id)! : row - from.rows.length + to.rows.length;
  return {
    ...tree,
    ...(tree.cuts === undefined
      ? {}
      : { cuts: tree.cuts.map((cut) => ({ ...cut, row: numberOf(cut.row) })) }),
    absorbed: tree.absorbed.map(numberOf),
    exponents: tree.exponents
      .filter(([row]) => row >= from.rows.length || places.has(from.rows[row]!.id))
      .map(([row, exponent]) => [numberOf(row), exponent] as const),
    vectors: tree.vectors.map((vector) => ({ ...vector, rows: vector.rows.map(numberOf) })),
  };
}
