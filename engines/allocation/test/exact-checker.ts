/**
 * A plain checker of tree certificates, written along docs/formats/tree.md with big integers throughout. One thing is
 * done for speed: after the root's step, groups with one open state are folded into the right-hand sides.
 */
import type { IntegerProgram, Solved, TreeCertificate } from "../dist/exact/index.js";
import { checkCut, withCuts } from "./exact-cut-checker.js";

type Outcome = Pick<Solved, "status" | "columns" | "value" | "bound" | "certificate">;

/** Throws with the reason when the outcome is not proven. */
export function check(program: IntegerProgram, outcome: Outcome): void {
  const { certificate, status, bound } = outcome;
  const value = checkSolution(program, outcome.columns, outcome.value);
  const unit = program.scores.reduce((a, b) => gcd(a, Math.abs(b)), 0) || 1;
  const { target } = certificate;
  must(certificate.format === "voorsprong-tree/1", "format");
  must((target === null) === (status === "infeasible"), "status against target");
  if (target === null) must(value === null && bound === null, "infeasible, but with a value");
  else {
    must(Number.isSafeInteger(target) && target % unit === 0, "the target is no multiple of the granularity");
    must(bound === target - unit, "bound against target");
    must(value === null || value < target, "the solution reaches the target");
    must(status !== "optimal" || bound === value, "optimal, but the bound is another value");
  }
  for (const cut of certificate.cuts ?? []) checkCut(program, cut);
  checkTree(withCuts(program, certificate), groupsOf(program, certificate.absorbed), certificate);
}

export function must(holds: boolean, reason: string): asserts holds {
  if (!holds) throw new Error(reason);
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

function checkSolution(
  program: IntegerProgram,
  columns: Int32Array | null,
  value: number | null,
): number | null {
  must((columns === null) === (value === null), "columns against value");
  if (columns === null) return null;
  const chosen = new Set(columns);
  must(chosen.size === columns.length, "a column is chosen twice");
  const blocks = new Set(Array.from(columns, (column) => program.blocks[column]));
  must(blocks.size === columns.length && !blocks.has(undefined), "two columns of a block, or none such");
  program.rows.forEach((row, index) => {
    let activity = 0n;
    row.indices.forEach((column, at) => {
      if (chosen.has(column)) activity += BigInt(row.coefficients[at]!);
    });
    must(activity <= row.rhs, `row ${index} is broken`);
  });
  const sum = columns.reduce((total, column) => total + program.scores[column]!, 0);
  must(sum === value, "the value is another sum");
  return sum;
}

export type State = readonly number[];
/** Open states per group. */
export type Open = readonly (readonly State[])[];

/** @param program with its cuts as rows */
function checkTree(program: IntegerProgram, root: Open, certificate: TreeCertificate): void {
  const { tree, columns } = certificate;
  const target = certificate.target === null ? null : BigInt(certificate.target);
  const weights = weightsOf(program);
  const base = { rhs: program.rows.map((row) => row.rhs), score: 0n };
  const vectors = certificate.vectors.map((_, k) => new Vector(program, weights, certificate, k));
  let groupOf = indexOf(root);
  const folded = new Map<number, boolean>();
  let at = 0;
  const stack: Open[] = [root];
  for (let here = stack.pop(); here !== undefined; here = stack.pop()) {
    const code = tree[at++];
    must(code !== undefined && Number.isSafeInteger(code) && code >= 0, "the tree is cut off or garbled");
    const number = Math.floor(code / 3);
    if (code % 3 === 0) {
      const column = columns[number];
      must(column !== undefined, "no such column");
      const group = groupOf.get(column);
      const decided = folded.get(column);
      must(group !== undefined || decided !== undefined, "the tree branches on a column that does not exist");
      for (const value of [true, false])
        if (group === undefined) stack.push(decided === value ? here : [[]]);
        else
          stack.push(
            here.map((states, g) =>
              g === group ? states.filter((state) => state.includes(column) === value) : states,
            ),
          );
      continue;
    }
    const vector = vectors[number];
    must(vector !== undefined, "no such vector");
    const { bound, bests } = vector.boundOn(base, here);
    if (code % 3 === 2) {
      if (vector.ray) must(bound === null || bound < 0n, "a ray does not exclude its leaf");
      else must(target !== null && (bound === null || bound < target * vector.denominator), "an open leaf");
      continue;
    }
    must(!vector.ray && target !== null, "states are closed by a ray or without a target");
    const least = target * vector.denominator;
    if (bound === null || bound < least) {
      stack.push([[]]);
      continue;
    }
    const next = here.map((states, g) =>
      states.filter((state) => bound - bests[g]! + vector.worth(state) >= least),
    );
    if (at > 1) stack.push(next);
    else {
      next.forEach((states, g) => {
        if (states.length > 1) return;
        fold(program, base, states[0]!);
        for (const column of root[g]!.flat()) folded.set(column, states[0]!.includes(column));
      });
      const kept = root.filter((_, g) => next[g]!.length > 1);
      groupOf = indexOf(kept);
      stack.push(next.filter((states) => states.length > 1));
    }
  }
  must(at === tree.length, "the tree goes on after its end");
}

interface Base {
  readonly rhs: bigint[];
  score: bigint;
}

function fold(program: IntegerProgram, base: Base, state: State): void {
  for (const column of state) base.score += BigInt(program.scores[column]!);
  const chosen = new Set(state);
  if (chosen.size > 0)
    for (const [row, weight] of state.flatMap((column) => weightsCache.get(program)![column]!))
      base.rhs[row]! -= weight;
}

const weightsCache = new WeakMap<IntegerProgram, (readonly [number, bigint])[][]>();

/** Per column its rows and coefficients. */
export function weightsOf(program: IntegerProgram): (readonly [number, bigint])[][] {
  const known = weightsCache.get(program);
  if (known !== undefined) return known;
  const weights: (readonly [number, bigint])[][] = Array.from(program.scores, () => []);
  program.rows.forEach((row, index) => {
    row.indices.forEach((column, at) => {
      weights[column]!.push([index, BigInt(row.coefficients[at]!)]);
    });
  });
  weightsCache.set(program, weights);
  return weights;
}

export class Vector {
  readonly ray: boolean;
  readonly denominator: bigint;
  readonly #program: IntegerProgram;
  readonly #weights: (readonly [number, bigint])[][];
  readonly #multipliers = new Map<number, bigint>();
  readonly #worths = new Map<number, bigint>();

  constructor(
    program: IntegerProgram,
    weights: (readonly [number, bigint])[][],
    { vectors, exponents }: TreeCertificate,
    number: number,
  ) {
    const { ray, shift, rows, values } = vectors[number]!;
    this.ray = ray === true;
    this.#program = program;
    this.#weights = weights;
    must(Number.isSafeInteger(shift) && shift >= 0 && rows.length === values.length, "a garbled vector");
    const exponentOf = new Map(exponents);
    const largest = Math.max(0, ...exponentOf.values());
    this.denominator = 2n ** BigInt(shift + largest);
    rows.forEach((row, at) => {
      must(program.rows[row] !== undefined && !this.#multipliers.has(row), "no such row, or twice");
      const value = values[at]!;
      must(Number.isSafeInteger(value) && value > 0, "a multiplier is not whole or not above zero");
      const exponent = exponentOf.get(row) ?? 0;
      must(Number.isSafeInteger(exponent) && exponent >= 0, "a garbled exponent");
      this.#multipliers.set(row, BigInt(value) * 2n ** BigInt(largest - exponent));
    });
  }

  /** Reduced score of a state, over the denominator. */
  worth(state: State): bigint {
    return state.reduce((sum, column) => sum + this.#worthOf(column), 0n);
  }

  /** The bound over the denominator, null when a group has no open state; and the best worth per group. */
  boundOn(base: Base, open: Open): { bound: bigint | null; bests: bigint[] } {
    let bound = this.ray ? 0n : this.denominator * base.score;
    for (const [row, multiplier] of this.#multipliers) bound += multiplier * base.rhs[row]!;
    const bests: bigint[] = [];
    for (const states of open) {
      let best: bigint | null = null;
      for (const state of states) {
        const worth = this.worth(state);
        if (best === null || worth > best) best = worth;
      }
      if (best === null) return { bound: null, bests };
      bests.push(best);
      bound += best;
    }
    return { bound, bests };
  }

  #worthOf(column: number): bigint {
    const known = this.#worths.get(column);
    if (known !== undefined) return known;
    let worth = this.ray ? 0n : this.denominator * BigInt(this.#program.scores[column]!);
    for (const [row, weight] of this.#weights[column]!) {
      const multiplier = this.#multipliers.get(row);
      if (multiplier !== undefined) worth -= multiplier * weight;
    }
    this.#worths.set(column, worth);
    return worth;
  }
}

function indexOf(groups: Open): Map<number, number> {
  const index = new Map<number, number>();
  groups.forEach((states, group) => {
    for (const column of states.flat()) index.set(column, group);
  });
  return index;
}

/** Blocks joined through the absorbed rows, with every selection that keeps both. */
export function groupsOf(program: IntegerProgram, absorbed: readonly number[]): State[][] {
  const parent = new Map<number, number>();
  const find = (block: number): number => {
    let at = block;
    while (parent.get(at) !== undefined && parent.get(at) !== at) at = parent.get(at)!;
    return at;
  };
  const members = new Map<number, number[]>();
  program.blocks.forEach((block, column) => {
    const list = members.get(block);
    if (list === undefined) members.set(block, [column]);
    else list.push(column);
  });
  const rows = new Map<number, number[]>();
  for (const index of absorbed) {
    must(program.rows[index] !== undefined, "no such absorbed row");
    const blocks = Array.from(program.rows[index].indices, (column) => find(program.blocks[column]!));
    for (const block of blocks) parent.set(block, blocks[0]!);
  }
  const joined = new Map<number, number[]>();
  for (const block of members.keys()) {
    const top = find(block);
    joined.set(top, [...(joined.get(top) ?? []), block]);
  }
  for (const index of absorbed) {
    const top = find(program.blocks[program.rows[index]!.indices[0]!]!);
    rows.set(top, [...(rows.get(top) ?? []), index]);
  }
  return [...joined].map(([top, blocks]) =>
    enumerate(
      program,
      blocks.map((block) => members.get(block)!),
      rows.get(top) ?? [],
    ),
  );
}

/** Selections of at most one column per list that keep the rows; partial ones that cannot be completed are dropped. */
function enumerate(program: IntegerProgram, lists: readonly number[][], rows: readonly number[]): State[] {
  const coefficient = rows.map((index) => {
    const { indices, coefficients } = program.rows[index]!;
    return new Map(Array.from(indices, (column, at) => [column, BigInt(coefficients[at]!)]));
  });
  let states: State[] = [[]];
  lists.forEach((list, depth) => {
    const later = lists.slice(depth + 1);
    states = states
      .flatMap((state) => [state, ...list.map((column) => [...state, column])])
      .filter((state) =>
        rows.every((index, k) => {
          const least = (of: readonly number[]) =>
            of.reduce<bigint>((a, column) => {
              const value = coefficient[k]!.get(column) ?? 0n;
              return value < a ? value : a;
            }, 0n);
          const now = state.reduce((sum, column) => sum + (coefficient[k]!.get(column) ?? 0n), 0n);
          return now + later.reduce((sum, of) => sum + least(of), 0n) <= program.rows[index]!.rhs;
        }),
      );
  });
  return states;
}
