/** From a round in canonical form to choices and rows. */
import { kindOf } from "../constraints/kinds.js";
import type { Amounts, Round } from "../model/round.js";
import type { Choice, Columns, Problem, Row, Vector } from "./problem.js";
import { RowBuilder } from "./row-builder.js";

/** What sets a scenario apart from a round with other figures; docs/formats/explanation.md, section Scenarios. */
export interface Changes {
  /** Constraints that have no rows. */
  readonly dropped: ReadonlySet<number>;
  /** Applications that a row after all others awards or refuses, in order. */
  readonly forced: readonly { readonly edit: "award" | "refuse"; readonly application: string }[];
}

/** Compiles a round; the rows come in the order of docs/formats/decision.md: budgets, then constraints. */
export function compile(round: Round, changes?: Changes): Problem {
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
    if (!changes?.dropped.has(index)) kindOf(constraint.kind).compile(constraint, index, builder);
  });
  for (const { edit, application } of changes?.forced ?? []) {
    const sign = edit === "award" ? -1n : 1n;
    builder.add({
      id: `${edit}/${application}`,
      terms: [{ vector: builder.awarded([application]), weight: sign }],
      rhs: edit === "award" ? -1n : 0n,
      gauge: null,
      source: { application },
      walkable: false,
    });
  }
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
