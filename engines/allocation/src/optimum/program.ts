/**
 * Part of a problem as the solver's model: some applications are free, all others have their choice fixed.
 *
 * Amounts are scaled down so that one cent stays far above the solver's absolute tolerances where that is possible:
 * divided by their greatest common divisor, which is exact, and beyond an activity of 10^9 by a power of two; scores
 * likewise. The solver's answer is never believed: it is rounded and checked on the exact rows.
 */
import type { ModelData } from "highs";
import { leftSide } from "../problem/evaluate.js";
import type { Problem, Row } from "../problem/problem.js";
import { floorDivide } from "./bound.js";
import { inUnits, scoreUnitOf, type Unit, unitOf } from "./unit.js";

/** What a program leaves open and what it demands besides the rows. */
export interface Scope {
  /** Free applications, ascending. */
  readonly free: readonly number[];
  /** Vector sums of the fixed choices. */
  readonly fixed: Float64Array;
  /** Whether choices are 0 or 1, or anything between. */
  readonly integer: boolean;
  /** Rows of the problem that take part; absent: all. */
  readonly rows?: ReadonlySet<number>;
  /** Free choices must score at least this. */
  readonly least?: number;
  /** Selections that broke a row by less than the solver sees; see `Cover`. */
  readonly covers?: readonly Cover[];
  /**
   * What is optimised: the scores; nothing, when only feasibility matters; or the sum of misses, for which each row
   * that an empty selection breaks gets a slack. Default: scores.
   */
  readonly aim?: "scores" | "feasibility" | "misses";
}

/** Not all of `taken` together with none of `left`: any selection like that breaks one row. */
export interface Cover {
  readonly taken: readonly number[];
  readonly left: readonly number[];
}

/** Which solver row stands for a row of the problem, and by what its dual is multiplied to be the row's own. */
export interface DualSource {
  readonly row: number;
  readonly side: "upper" | "lower";
  readonly factor: number;
}

/** A model with the way back to choices and rows. */
export interface Program {
  readonly model: ModelData;
  /** Choice per leading column; further columns are sums and slacks. */
  readonly columns: readonly number[];
  readonly duals: ReadonlyMap<number, DualSource>;
  /** Score units that one unit of the objective stands for, when it counts scores. */
  readonly scoreUnit: number;
  /** Objectives of selections are multiples of this, but for rounding. */
  readonly step: number;
}

/** Non-zeros above which a vector that several rows share becomes a column of its own. */
const SHARED_ENTRIES = 100_000;

/** Builds the solver's model of a scope. */
export function programOf(problem: Problem, scope: Scope): Program {
  return new ProgramBuilder(problem, scope).build();
}

class ProgramBuilder {
  readonly #problem: Problem;
  readonly #scope: Scope;
  readonly #columns: number[] = [];
  readonly #columnOf = new Map<number, number>();
  readonly #cost: number[] = [];
  readonly #colLower: number[] = [];
  readonly #colUpper: number[] = [];
  readonly #starts: number[] = [0];
  readonly #indices: number[] = [];
  readonly #values: number[] = [];
  readonly #rowLower: number[] = [];
  readonly #rowUpper: number[] = [];
  readonly #duals = new Map<number, DualSource>();
  /** Vectors that have a column of their own: its index and how many units one unit of it stands for. */
  readonly #sums = new Map<number, { readonly column: number; readonly unit: number }>();
  readonly #scoreUnit: Unit;

  constructor(problem: Problem, scope: Scope) {
    this.#problem = problem;
    this.#scope = scope;
    this.#scoreUnit = scoreUnitOf(problem);
  }

  build(): Program {
    const { free, integer, aim = "scores" } = this.#scope;
    const { blocks, choices } = this.#problem;
    for (const application of free) {
      for (let j = blocks[application]!; j < blocks[application + 1]!; j += 1) {
        this.#columnOf.set(j, this.#columns.length);
        this.#columns.push(j);
        this.#column(aim === "scores" ? choices[j]!.score / this.#scoreUnit.size : 0, 0, 1);
      }
    }
    this.#shareVectors();
    const rows = this.#problem.rows.map((row, index) => ({ row, index }));
    const used = rows.filter(({ index }) => this.#scope.rows?.has(index) ?? true);
    this.#singleRows(used.filter(({ row }) => row.terms.length === 1));
    for (const { row, index } of used) if (row.terms.length > 1) this.#jointRow(row, index);
    this.#blockRows();
    this.#leastRow();
    for (const cover of this.#scope.covers ?? []) this.#coverRow(cover);
    const numCols = this.#cost.length;
    const model: ModelData = {
      numCols,
      numRows: this.#rowUpper.length,
      sense: -1 as NonNullable<ModelData["sense"]>,
      colCost: Float64Array.from(this.#cost),
      colLower: Float64Array.from(this.#colLower),
      colUpper: Float64Array.from(this.#colUpper),
      rowLower: Float64Array.from(this.#rowLower),
      rowUpper: Float64Array.from(this.#rowUpper),
      matrix: {
        format: "csr",
        numRows: this.#rowUpper.length,
        numCols,
        starts: Int32Array.from(this.#starts),
        indices: Int32Array.from(this.#indices),
        values: Float64Array.from(this.#values),
      },
      ...(integer
        ? { integrality: Int32Array.from({ length: numCols }, (_, j) => (j < this.#columns.length ? 1 : 0)) }
        : {}),
    };
    const { size } = this.#scoreUnit;
    return {
      model,
      columns: this.#columns,
      duals: this.#duals,
      scoreUnit: size,
      step: Math.max(1, this.#problem.divisor) / size,
    };
  }

  #column(cost: number, lower: number, upper: number): number {
    this.#colLower.push(lower);
    this.#colUpper.push(upper);
    return this.#cost.push(cost) - 1;
  }

  #row(entries: Iterable<readonly [number, number]>, lower: number, upper: number): number {
    for (const [column, value] of entries) {
      this.#indices.push(column);
      this.#values.push(value);
    }
    this.#starts.push(this.#indices.length);
    this.#rowLower.push(lower);
    return this.#rowUpper.push(upper) - 1;
  }

  /** Free entries of a vector as columns and whole values. */
  #entries(vector: number): readonly (readonly [number, number])[] {
    const { indices, values } = this.#problem.vectors[vector]!;
    const entries: (readonly [number, number])[] = [];
    indices.forEach((choice, k) => {
      const column = this.#columnOf.get(choice);
      if (column !== undefined) entries.push([column, values[k]!]);
    });
    return entries;
  }

  /** Shares of the awarded amount would put every choice in every row; a column for the amount keeps them sparse. */
  #shareVectors(): void {
    const uses = new Map<number, number>();
    for (const { terms } of this.#problem.rows)
      if (terms.length > 1) for (const { vector } of terms) uses.set(vector, (uses.get(vector) ?? 0) + 1);
    for (const [vector, count] of uses) {
      if (count < 2 || this.#problem.vectors[vector]!.indices.length * count < SHARED_ENTRIES) continue;
      const entries = this.#entries(vector);
      const { size: unit } = unitOf(entries.map(([, value]) => value));
      const column = this.#column(0, 0, Number.POSITIVE_INFINITY);
      this.#row([...entries.map(([at, value]) => [at, value / unit] as const), [column, -1]], 0, 0);
      this.#sums.set(vector, { column, unit });
    }
  }

  /** Rows of one vector together as `lower <= vector.x <= upper`, each side from its tightest row. */
  #singleRows(rows: readonly { readonly row: Row; readonly index: number }[]): void {
    const perVector = new Map<number, { readonly row: Row; readonly index: number }[]>();
    for (const entry of rows) {
      const { vector } = entry.row.terms[0]!;
      const list = perVector.get(vector);
      if (list === undefined) perVector.set(vector, [entry]);
      else list.push(entry);
    }
    for (const [vector, sharing] of perVector) {
      const entries = this.#entries(vector);
      const unit = unitOf(entries.map(([, value]) => value));
      const upper = this.#tightest(sharing, 1n);
      const lower = this.#tightest(sharing, -1n);
      const most = entries.reduce((sum, [, value]) => sum + value, 0);
      const idle = (upper === null || upper.bound >= most) && (lower === null || lower.bound <= 0);
      if (idle) continue;
      const row = this.#row(
        [
          ...entries.map(([column, value]) => [column, value / unit.size] as const),
          ...(lower !== null && lower.bound > 0 ? this.#slack(1) : []),
        ],
        lower === null
          ? Number.NEGATIVE_INFINITY
          : inUnits(lower.bound, unit, this.#scope.integer, Math.ceil),
        upper === null
          ? Number.POSITIVE_INFINITY
          : inUnits(upper.bound, unit, this.#scope.integer, Math.floor),
      );
      if (upper !== null)
        this.#duals.set(upper.index, { row, side: "upper", factor: 1 / (unit.size * upper.weight) });
      if (lower !== null)
        this.#duals.set(lower.index, { row, side: "lower", factor: 1 / (unit.size * lower.weight) });
    }
  }

  /** The tightest bound that rows of one sign put on their vector, less what is fixed. */
  #tightest(rows: readonly { readonly row: Row; readonly index: number }[], sign: 1n | -1n) {
    let tightest: { readonly bound: number; readonly index: number; readonly weight: number } | null = null;
    for (const { row, index } of rows) {
      const { weight } = row.terms[0]!;
      if (weight * sign < 0n) continue;
      const size = weight * sign;
      const rest = row.rhs - leftSide(row, this.#scope.fixed);
      // Sums are whole, so a whole bound is as good for a selection; the relaxation keeps the row as published.
      const bound = this.#scope.integer
        ? Number(sign * floorDivide(rest, size))
        : Number(sign) * (Number(rest) / Number(size));
      const tighter = tightest === null || (sign > 0n ? bound < tightest.bound : bound > tightest.bound);
      if (tighter) tightest = { bound, index, weight: Number(size) };
    }
    return tightest;
  }

  #jointRow(row: Row, index: number): void {
    const sums = new Map<number, number>();
    let largest = 0;
    const add = (column: number, value: number) => {
      const sum = (sums.get(column) ?? 0) + value;
      sums.set(column, sum);
      largest = Math.max(largest, Math.abs(sum));
    };
    for (const { vector, weight } of row.terms) {
      const shared = this.#sums.get(vector);
      if (shared !== undefined) add(shared.column, Number(weight) * shared.unit);
      else for (const [column, value] of this.#entries(vector)) add(column, Number(weight) * value);
    }
    const entries = [...sums].filter(([, value]) => value !== 0).sort(([a], [b]) => a - b);
    const unit = unitOf(entries.map(([, value]) => Math.abs(value)));
    const rest = Number(row.rhs - leftSide(row, this.#scope.fixed));
    const upper = inUnits(rest, unit, this.#scope.integer, Math.floor);
    const at = this.#row(
      [
        ...entries.map(([column, value]) => [column, value / unit.size] as const),
        ...(rest < 0 ? this.#slack(-1) : []),
      ],
      Number.NEGATIVE_INFINITY,
      upper,
    );
    this.#duals.set(index, { row: at, side: "upper", factor: 1 / unit.size });
  }

  #slack(sign: 1 | -1): readonly (readonly [number, number])[] {
    return this.#scope.aim === "misses" ? [[this.#column(-1, 0, Number.POSITIVE_INFINITY), sign]] : [];
  }

  #blockRows(): void {
    const { blocks } = this.#problem;
    for (const application of this.#scope.free) {
      const [from, to] = [blocks[application]!, blocks[application + 1]!];
      if (to - from < 2) continue;
      const entries = Array.from(
        { length: to - from },
        (_, k) => [this.#columnOf.get(from + k)!, 1] as const,
      );
      this.#row(entries, Number.NEGATIVE_INFINITY, 1);
    }
  }

  #leastRow(): void {
    const { least } = this.#scope;
    if (least === undefined) return;
    const entries = this.#columns.map((_, column) => [column, this.#cost[column]!] as const);
    this.#row(
      entries.filter(([, cost]) => cost !== 0),
      inUnits(least, this.#scoreUnit, true, Math.ceil),
      Number.POSITIVE_INFINITY,
    );
  }

  #coverRow({ taken, left }: Cover): void {
    const entries = new Map<number, number>();
    for (const choice of taken) entries.set(this.#columnOf.get(choice)!, 1);
    for (const choice of left) entries.set(this.#columnOf.get(choice)!, -1);
    this.#row([...entries], Number.NEGATIVE_INFINITY, taken.length - 1);
  }
}
