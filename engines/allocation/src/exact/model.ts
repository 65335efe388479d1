/**
 * The part of a program that is still open, laid out for the linear program: one state per group, each group
 * measured from its first open state (its origin), so that an origin costs nothing and a group of two states is one
 * number. Groups with one open state are folded into the right-hand sides.
 *
 * States are named by codes: an entry e >= 0, or -1 - g for the origin of group g.
 */
import { type Matrix, matrixOf, type Weights } from "./matrix.js";
import type { Prepared } from "./prepared.js";
import { slackOf } from "./program.js";

/** Open groups and the rows that can still be violated. Rows are divided by their scale. */
export interface Model extends Matrix {
  readonly prepared: Prepared;
  /** Per model row its index in `prepared.rows`. */
  readonly rows: Int32Array;
  readonly rowCount: number;
  readonly groupCount: number;
  readonly entryCount: number;
  /** Groups below this number have two states, and entry g is the second state of group g. */
  readonly binaryCount: number;
  /** Entries of group g are `entryStarts[g]` up to `entryStarts[g + 1]`. */
  readonly entryStarts: Int32Array;
  readonly groupOf: Int32Array;
  /** State in `prepared.groups` of each entry and of each origin. */
  readonly entryStates: Int32Array;
  readonly originStates: Int32Array;
  /** Group in `prepared.groups` of each model group. */
  readonly sources: Int32Array;
  /** Score of the entry minus that of its origin, exact. */
  readonly profits: Float64Array;
  /** `profits`, each raised by a tiny amount so that no two breakpoints coincide; bounds stay bounds. */
  readonly raised: Float64Array;
  /** Scaled right-hand sides after the fixed groups and all origins. */
  readonly rhs: Float64Array;
  /** Columns at 1 when every group is at its origin. */
  readonly base: Uint8Array;
  /** Score of `base`. */
  readonly constant: number;
  /** Per row the largest activity in size that open states can have; for error bounds. */
  readonly rowSizes: Float64Array;
  /** The largest score in size that open states can have; for error bounds. */
  readonly profitSize: number;
}

/** The largest raise of a profit, in units of the granularity. A model of 1,000 entries loses less than 1e-4. */
const RAISE = 3e-8;

/**
 * The model of the open states.
 *
 * @param open per state of `prepared.groups` whether it may still be chosen; at least one per group
 * @param granularity of the scores
 */
export function buildModel(prepared: Prepared, open: Uint8Array, granularity: number): Model {
  const { groups, program } = prepared;
  const layout = layOut(prepared, open);
  const { entryStates, originStates, groupOf } = layout;
  const groupCount = originStates.length;
  const entryCount = entryStates.length;

  const profits = new Float64Array(entryCount);
  const raised = new Float64Array(entryCount);
  const scoreOf = (state: number) => {
    let score = 0;
    for (let at = groups.columnStarts[state]!; at < groups.columnStarts[state + 1]!; at++)
      score += program.scores[groups.columns[at]!]!;
    return score;
  };
  let profitSize = 0;
  for (let entry = 0; entry < entryCount; entry++) {
    const state = entryStates[entry]!;
    profits[entry] = scoreOf(state) - scoreOf(originStates[groupOf[entry]!]!);
    raised[entry] = profits[entry]! + granularity * RAISE * fraction(state);
    profitSize += Math.abs(profits[entry]!);
  }

  const weights = sparseWeights(prepared, layout);
  const base = layout.base;
  let constant = 0;
  base.forEach((chosen, column) => {
    if (chosen !== 0) constant += program.scores[column]!;
  });
  const kept = violableRows(prepared, layout, weights, base);
  const rowCount = kept.rows.length;
  return {
    prepared,
    rows: kept.rows,
    rowCount,
    groupCount,
    entryCount,
    ...layout,
    profits,
    raised,
    ...matrixOf(weights, kept.numberOf, rowCount),
    rhs: kept.rhs,
    constant,
    rowSizes: kept.sizes,
    profitSize,
  };
}

type Layout = Pick<
  Model,
  "base" | "binaryCount" | "entryStarts" | "groupOf" | "entryStates" | "originStates" | "sources"
>;

/** Groups of two states first, then the larger ones; both in the order of the program. */
function layOut({ groups, program }: Prepared, open: Uint8Array): Layout {
  const base = new Uint8Array(program.scores.length);
  const order: number[][] = [[], []];
  for (let group = 0; group < groups.count; group++) {
    let states = 0;
    let first = -1;
    for (let state = groups.starts[group]!; state < groups.starts[group + 1]!; state++)
      if (open[state] !== 0) {
        if (states++ === 0) first = state;
      }
    if (first < 0) throw new Error(`group ${group} has no open state`);
    for (let at = groups.columnStarts[first]!; at < groups.columnStarts[first + 1]!; at++)
      base[groups.columns[at]!] = 1;
    if (states > 1) order[states === 2 ? 0 : 1]!.push(group);
  }
  const sources = Int32Array.from(order.flat());
  const entryStarts = new Int32Array(sources.length + 1);
  const originStates = new Int32Array(sources.length);
  const entryStates: number[] = [];
  const groupOf: number[] = [];
  sources.forEach((source, group) => {
    let first = true;
    for (let state = groups.starts[source]!; state < groups.starts[source + 1]!; state++) {
      if (open[state] === 0) continue;
      if (first) originStates[group] = state;
      else {
        entryStates.push(state);
        groupOf.push(group);
      }
      first = false;
    }
    entryStarts[group + 1] = entryStates.length;
  });
  return {
    base,
    binaryCount: order[0]!.length,
    entryStarts,
    groupOf: Int32Array.from(groupOf),
    entryStates: Int32Array.from(entryStates),
    originStates,
    sources,
  };
}

/** Per entry its weights minus those of its origin. */
function sparseWeights(prepared: Prepared, { entryStates, originStates, groupOf }: Layout): Weights {
  const { groups, entryStarts, entryRows, entryValues, rows, exactWithinGroups, scale } = prepared;
  const starts = new Int32Array(entryStates.length + 1);
  const outRows: number[] = [];
  const outValues: number[] = [];
  const sum = new Float64Array(rows.length);
  const touched: number[] = [];
  const mark = new Uint8Array(rows.length);
  const add = (state: number, sign: number) => {
    for (let at = groups.columnStarts[state]!; at < groups.columnStarts[state + 1]!; at++) {
      const column = groups.columns[at]!;
      for (let entry = entryStarts[column]!; entry < entryStarts[column + 1]!; entry++) {
        const row = entryRows[entry]!;
        if (mark[row] === 0) {
          mark[row] = 1;
          touched.push(row);
        }
        sum[row]! += sign * entryValues[entry]!;
      }
    }
  };
  for (let entry = 0; entry < entryStates.length; entry++) {
    const state = entryStates[entry]!;
    const origin = originStates[groupOf[entry]!]!;
    add(state, 1);
    add(origin, -1);
    touched.sort((a, b) => a - b);
    for (const row of touched) {
      const value = exactWithinGroups[row] ? sum[row]! : exactDifference(prepared, row, state, origin);
      if (value !== 0) {
        outRows.push(row);
        outValues.push(value / scale[row]!);
      }
      sum[row] = 0;
      mark[row] = 0;
    }
    touched.length = 0;
    starts[entry + 1] = outRows.length;
  }
  return { starts, rows: Int32Array.from(outRows), values: Float64Array.from(outValues) };
}

/** Weight of one state minus another's, rounded once. Only for rows whose coefficients are near the end of the doubles. */
function exactDifference({ groups, rows }: Prepared, index: number, state: number, origin: number): number {
  const row = rows[index]!;
  const activity = (of: number) => {
    let total = 0n;
    for (let at = groups.columnStarts[of]!; at < groups.columnStarts[of + 1]!; at++) {
      const found = row.indices.indexOf(groups.columns[at]!);
      if (found >= 0) total += BigInt(row.coefficients[found]!);
    }
    return total;
  };
  return Number(activity(state) - activity(origin));
}

interface KeptRows {
  readonly rows: Int32Array;
  readonly rhs: Float64Array;
  readonly sizes: Float64Array;
  /** Per row of `prepared.rows` its number in the model, or -1. */
  readonly numberOf: Int32Array;
}

/** The rows that some choice of states violates; the others get multiplier zero. */
function violableRows(prepared: Prepared, layout: Layout, weights: Weights, base: Uint8Array): KeptRows {
  const count = prepared.rows.length;
  const most = new Float64Array(count);
  const sizes = new Float64Array(count);
  const best = new Float64Array(count);
  const largest = new Float64Array(count);
  const touched: number[] = [];
  const { entryStarts } = layout;
  for (let group = 0; group + 1 < entryStarts.length; group++) {
    for (let at = weights.starts[entryStarts[group]!]!; at < weights.starts[entryStarts[group + 1]!]!; at++) {
      const row = weights.rows[at]!;
      const value = weights.values[at]!;
      touched.push(row);
      if (value > best[row]!) best[row] = value;
      if (Math.abs(value) > largest[row]!) largest[row] = Math.abs(value);
    }
    for (const row of touched) {
      most[row]! += best[row]!;
      sizes[row]! += largest[row]!;
      best[row] = 0;
      largest[row] = 0;
    }
    touched.length = 0;
  }
  const rows: number[] = [];
  const rhs: number[] = [];
  const numberOf = new Int32Array(count).fill(-1);
  for (let index = 0; index < count; index++) {
    const slack = Number(slackOf(prepared.rows[index]!, base)) / prepared.scale[index]!;
    // A sum of exact doubles is exact; for the few rows whose coefficients are not, a hair of room is kept.
    const room = prepared.exact[index] ? 0 : 1e-9 * sizes[index]!;
    if (most[index]! + room <= slack) continue;
    numberOf[index] = rows.length;
    rows.push(index);
    rhs.push(slack);
  }
  return {
    rows: Int32Array.from(rows),
    rhs: Float64Array.from(rhs),
    sizes: Float64Array.from(rows, (index) => sizes[index]!),
    numberOf,
  };
}

/** A number in [0, 1) that depends on a state alone: an integer hash (Wellons, "lowbias32"). */
function fraction(state: number): number {
  let hash = state + 1;
  hash = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
  hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

/** The state in `prepared.groups` that a code names. */
export function stateOf(model: Model, code: number): number {
  return code >= 0 ? model.entryStates[code]! : model.originStates[-1 - code]!;
}

/** Group number of a code. */
export function groupOfCode(model: Model, code: number): number {
  return code >= 0 ? model.groupOf[code]! : -1 - code;
}

/** The selection of columns in which group g is in state `codes[g]` and the fixed groups in theirs. */
export function selectionOf(model: Model, codes: Int32Array): Uint8Array {
  const { columnStarts, columns } = model.prepared.groups;
  const chosen = model.base.slice();
  const set = (state: number, value: number) => {
    for (let at = columnStarts[state]!; at < columnStarts[state + 1]!; at++) chosen[columns[at]!] = value;
  };
  for (let group = 0; group < model.groupCount; group++) {
    set(model.originStates[group]!, 0);
    set(stateOf(model, codes[group]!), 1);
  }
  return chosen;
}
