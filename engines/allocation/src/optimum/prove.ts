/**
 * The exact search on a compiled round: our own branch and bound, whose tree anyone can check. It is the only search
 * whose "nothing better" is published as a proof.
 */
import {
  type IntegerProgram,
  type ProgramRow,
  type Solved,
  solve,
  type TreeCertificate,
} from "../exact/index.js";
import type { Problem, Row, Term } from "../problem/problem.js";
import type { Timer } from "./timer.js";

/** Linear programs the search may solve for each second of a caller without a clock. */
const NODES_PER_SECOND = 2_000;
const EXACT = 2 ** 53;

/** What the exact search is told. */
export interface ProvingOptions {
  readonly timer: Timer;
  /** Seconds of the timer that must be left when it stops. */
  readonly leave: number;
  /** A feasible selection to improve on. */
  readonly start: readonly number[] | null;
  readonly onProgress?: (objective: number | null, bound: number) => void;
}

/** Searches and proves; a limit ends it with what is proven by then. */
export function prove(problem: Problem, { timer, leave, start, onProgress }: ProvingOptions): Solved {
  const seconds = Math.max(0, timer.left() - leave);
  const solved = solve(programOfRows(problem), {
    ...limitsOf(timer, seconds),
    ...(start === null ? {} : { start: chosenOf(problem, start) }),
    onProgress({ value, bound }) {
      onProgress?.(value, bound);
      return true;
    },
  });
  if (timer.clock === undefined) timer.spend(Math.min(seconds, solved.nodes / NODES_PER_SECOND));
  return solved;
}

/**
 * A tree that proves that these rows cannot hold together, or null when the limit ended the search or they can.
 *
 * @param rows indices of rows; no other row is used in the proof
 */
export function proveConflict(
  problem: Problem,
  rows: ReadonlySet<number>,
  timer: Timer,
): TreeCertificate | null {
  const solved = solve(programOfRows(problem, rows), limitsOf(timer, Math.max(1, timer.left())));
  if (solved.status !== "infeasible") return null;
  const { certificate } = solved;
  return { ...certificate, absorbed: certificate.absorbed.filter((row) => rows.has(row)) };
}

/**
 * The rows a certificate rests on, ascending: those it absorbed, those its vectors name and those its cuts follow from.
 *
 * @param count rows of the program; larger numbers are cuts
 */
export function rowsOfTree(
  { absorbed, vectors, cuts = [] }: TreeCertificate,
  count: number,
): readonly number[] {
  const named = vectors.flatMap(({ rows }) => rows.filter((row) => row < count));
  return [...new Set([...absorbed, ...named, ...cuts.map(({ row }) => row)])].sort((a, b) => a - b);
}

function limitsOf({ clock }: Timer, seconds: number) {
  return clock === undefined
    ? { nodeLimit: Math.ceil(seconds * NODES_PER_SECOND) }
    : { now: () => 1000 * clock(), timeLimit: 1000 * seconds };
}

/** The program of the tree certificate (docs/formats/decision.md). Rows outside `rows` stay in place, without terms. */
export function programOfRows(problem: Problem, rows?: ReadonlySet<number>): IntegerProgram {
  const none: ProgramRow = { indices: new Int32Array(), coefficients: new Float64Array(), rhs: 0n };
  return {
    scores: Float64Array.from(problem.choices, ({ score }) => score),
    blocks: Int32Array.from(problem.choices, ({ application }) => application),
    rows: problem.rows.map((row, index) =>
      rows === undefined || rows.has(index) ? programRow(problem, row) : none,
    ),
  };
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

/** Marks the chosen columns of a selection. */
export function chosenOf(problem: Problem, selection: readonly number[]): Uint8Array {
  const chosen = new Uint8Array(problem.choices.length);
  for (const choice of selection) chosen[choice] = 1;
  return chosen;
}
