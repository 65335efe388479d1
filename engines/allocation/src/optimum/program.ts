/** A compiled round as the integer program of the exact search (docs/formats/decision.md, "Bound"). */
import type { IntegerProgram, ProgramRow } from "../exact/index.js";
import type { Problem, Row, Term } from "../problem/problem.js";

const EXACT = 2 ** 53;

const whole = new WeakMap<Problem, IntegerProgram>();

/** The program of all rows, which is made once. */
export function programOf(problem: Problem): IntegerProgram {
  const program = whole.get(problem) ?? programOfRows(problem, null);
  whole.set(problem, program);
  return program;
}

/**
 * The program: columns are choices, blocks applications, rows the problem's rows with their numbers.
 *
 * @param rows rows that count; null: all. The others stay in place, without terms
 */
export function programOfRows(problem: Problem, rows: ReadonlySet<number> | null): IntegerProgram {
  const none: ProgramRow = { indices: new Int32Array(), coefficients: new Float64Array(), rhs: 0n };
  return {
    scores: Float64Array.from(problem.choices, ({ score }) => score),
    blocks: Int32Array.from(problem.choices, ({ application }) => application),
    rows: problem.rows.map((row, index) =>
      rows === null || rows.has(index) ? programRow(problem, row) : none,
    ),
  };
}

/** Marks the chosen columns of a selection. */
export function chosenOf(problem: Problem, selection: readonly number[]): Uint8Array {
  const chosen = new Uint8Array(problem.choices.length);
  for (const choice of selection) chosen[choice] = 1;
  return chosen;
}

function programRow(problem: Problem, { terms, rhs }: Row): ProgramRow {
  const [first] = terms;
  const narrow = isNarrow(problem, terms);
  if (first !== undefined && terms.length === 1 && narrow) {
    const { indices, values } = problem.vectors[first.vector]!;
    const factor = Number(first.weight);
    return { indices, coefficients: values.map((value) => factor * value), rhs };
  }
  const sums = new Map<number, bigint>();
  for (const { vector, weight } of terms) {
    const { indices, values } = problem.vectors[vector]!;
    indices.forEach((column, k) => {
      sums.set(column, (sums.get(column) ?? 0n) + weight * BigInt(values[k]!));
    });
  }
  const entries = [...sums].filter(([, value]) => value !== 0n).sort(([a], [b]) => a - b);
  const coefficients = entries.map(([, value]) => value);
  return {
    indices: Int32Array.from(entries, ([column]) => column),
    coefficients: narrow ? Float64Array.from(coefficients, Number) : coefficients,
    rhs,
  };
}

/** Whether every coefficient of the sum of terms is exact in a double. Shares with many decimals may not be. */
function isNarrow(problem: Problem, terms: readonly Term[]): boolean {
  const size = terms.reduce((most, { vector, weight }) => {
    const { values } = problem.vectors[vector]!;
    const largest = values.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
    return most + Math.abs(Number(weight)) * largest;
  }, 0);
  return size < EXACT;
}
