/**
 * A round compiled to choices and rows, the form every rule, bound and check works on.
 *
 * A row is `sum over terms of weight * (vector . x) <= rhs`. Vectors hold whole numbers whose sum stays below 2^53
 * (the round format guarantees it), so `vector . x` is exact in a double for any selection x; only the few
 * products with weights need BigInt. That makes exact checking as cheap as floating point.
 */
import type { Amounts, Round } from "../model/round.js";

/** One thing that can be awarded: an application's full award or one of its options. */
export interface Choice {
  /** Index in `round.applications`. */
  readonly application: number;
  /** The option's id; null for the full award. */
  readonly option: string | null;
  readonly score: number;
  readonly amounts: Amounts;
  /** Sum of `amounts`. */
  readonly total: number;
}

/** A sparse vector of whole numbers over choices. */
export interface Vector {
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

/** `weight * vector` as part of a row. */
export interface Term {
  /** Index in `problem.vectors`. */
  readonly vector: number;
  readonly weight: bigint;
}

/** How a limit is shown: the awarded amount or number, and what it is held against. */
export interface Gauge {
  readonly value: number;
  /** The total awarded amount as a vector, or a fixed number. */
  readonly of: { readonly vector: number } | { readonly fixed: number };
}

/** One row; see docs/formats/decision.md for ids and meaning. */
export interface Row {
  readonly id: string;
  readonly terms: readonly Term[];
  readonly rhs: bigint;
  /** Only `budget/...` and `limit/...` rows have one. */
  readonly gauge: Gauge | null;
  /** What it comes from: a budget id, a side of a constraint, or the application that a scenario is about. */
  readonly source:
    | { readonly budget: string }
    | { readonly application: string }
    | { readonly constraint: number; readonly side: "min" | "max" | null };
  /** Whether the ranking honours it while walking down the list. */
  readonly walkable: boolean;
}

/** A compiled round. */
export interface Problem {
  readonly round: Round;
  /** Grouped by application, in canonical order; the full award first. */
  readonly choices: readonly Choice[];
  /** Choices of application i are `blocks[i]` up to `blocks[i + 1]`. */
  readonly blocks: Int32Array;
  readonly vectors: readonly Vector[];
  readonly rows: readonly Row[];
  /** Per choice the vectors it occurs in with its value there, as compressed rows. */
  readonly columns: Columns;
  /** Per vector the rows that use it. */
  readonly rowsOfVector: readonly (readonly number[])[];
  /** Greatest common divisor of all scores; 0 when all are zero. */
  readonly divisor: number;
}

/** The transpose of the vectors: entries of choice j are `starts[j]` up to `starts[j + 1]`. */
export interface Columns {
  readonly starts: Int32Array;
  readonly vectors: Int32Array;
  readonly values: Float64Array;
}
