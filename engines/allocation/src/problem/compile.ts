/** From a round in canonical form to choices and rows. */
import { kindOf } from "../constraints/kinds.js";
import type { Amounts, Round } from "../model/round.js";
import type { Choice, Columns, Problem, Row, Vector } from "./problem.js";
import { RowBuilder } from "./row-builder.js";

/** Compiles a round; the rows come in the order of docs/formats/decision.md: budgets, then constraints. */
export function compile(round: Round): Problem {
  const blocks = new Int32Array(round.applications.length + 1);
  const choices: Choice[] = [];
  round.applications.forEach((application, index) => {
    const { score, amounts, options = [] } = application;
    if (score !== undefined && amounts !== undefined) choices.push(choiceOf(index, null, score, amounts));
    for (const option of options) choices.push(choiceOf(index, option.id, option.score, option.amounts));
    blocks[index + 1] = choices.length;
  });
  const builder = new RowBuilder(round, choices, blocks);
  for (const budget of round.budgets) {
    const vector = builder.amounts(null, budget.id);
    builder.add({
      id: `budget/${budget.id}`,
      terms: [{ vector, weight: 1n }],
      rhs: BigInt(budget.amount),
      gauge: { value: vector, of: { fixed: budget.amount } },
      source: { budget: budget.id },
      walkable: true,
    });
  }
  round.constraints.forEach((constraint, index) => {
    kindOf(constraint.kind).compile(constraint, index, builder);
  });
  const { vectors, rows } = builder;
  return {
    round,
    choices,
    blocks,
    vectors,
    rows,
    columns: transpose(vectors, choices.length),
    rowsOfVector: rowsPerVector(vectors.length, rows),
    divisor: choices.reduce((divisor, { score }) => gcd(divisor, Math.abs(score)), 0),
  };
}

function choiceOf(application: number, option: string | null, score: number, amounts: Amounts): Choice {
  const total = Object.values(amounts).reduce((sum, amount) => sum + amount, 0);
  return { application, option, score, amounts, total };
}

function transpose(vectors: readonly Vector[], count: number): Columns {
  const starts = new Int32Array(count + 1);
  for (const { indices } of vectors) for (const j of indices) starts[j + 1]! += 1;
  for (let j = 0; j < count; j += 1) starts[j + 1]! += starts[j]!;
  const next = starts.slice(0, count);
  const owners = new Int32Array(starts[count]!);
  const values = new Float64Array(starts[count]!);
  vectors.forEach((vector, index) => {
    vector.indices.forEach((j, k) => {
      const at = next[j]!;
      next[j] = at + 1;
      owners[at] = index;
      values[at] = vector.values[k]!;
    });
  });
  return { starts, vectors: owners, values };
}

function rowsPerVector(count: number, rows: readonly Row[]): readonly (readonly number[])[] {
  const lists: number[][] = Array.from({ length: count }, () => []);
  rows.forEach((row, index) => {
    for (const { vector } of row.terms) lists[vector]!.push(index);
  });
  return lists;
}

/** Greatest common divisor of whole numbers of at least 0; `gcd(0, n)` is n. */
export function gcd(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
