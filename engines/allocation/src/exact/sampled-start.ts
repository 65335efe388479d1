/**
 * A vertex near the optimum of a large relaxation: the optimum of a sample of its groups, with right-hand sides in
 * proportion. Its multipliers differ from those of the whole by little, so the dual method begins some tens of edges
 * from its end instead of thousands, and only those few edges have to be priced over all groups.
 */
import { DualSimplex } from "./lp.js";
import { buildModel, type Model, stateOf } from "./model.js";
import { OpenStates } from "./open-states.js";
import type { Prepared } from "./prepared.js";
import type { ProgramRow } from "./program.js";
import type { Basis } from "./vertex.js";

/** Groups in a sample. */
const SAMPLE = 2_500;

/** Samples are taken of models that are larger than the sample by this. */
const LARGE = 3;

const MOST_ROUNDS = 5_000;

/** A vertex of `model` (every state of `prepared` open) to start from; the one at zero when it is small already. */
export function sampledStart(prepared: Prepared, model: Model, granularity: number): Basis {
  const { groupCount } = model;
  if (groupCount < LARGE * SAMPLE) return new Int32Array(0);
  const stride = groupCount / SAMPLE;
  const chosen = Int32Array.from({ length: SAMPLE }, (_, k) => model.sources[Math.floor(k * stride)]!);
  const sample = sampleOf(prepared, chosen, granularity, BigInt(groupCount));
  const lp = new DualSimplex(sample, new OpenStates(sample));
  lp.solve(Number.NEGATIVE_INFINITY, MOST_ROUNDS);
  return translated(lp.vertex.save(), sample, model);
}

/** The model of some groups alone, each right-hand side reduced to their part of all. */
function sampleOf(prepared: Prepared, chosen: Int32Array, granularity: number, all: bigint): Model {
  const { groups } = prepared;
  const open = new Uint8Array(groups.columnStarts.length - 1);
  // The first state of a group is the empty one: the groups left out use nothing.
  for (let group = 0; group < groups.count; group++) open[groups.starts[group]!] = 1;
  for (const group of chosen) open.fill(1, groups.starts[group]!, groups.starts[group + 1]!);
  const part = BigInt(chosen.length);
  const rows = prepared.rows.map((row): ProgramRow => ({ ...row, rhs: (row.rhs * part) / all }));
  return buildModel({ ...prepared, rows }, open, granularity);
}

/** The same rows and ties in another model. */
function translated(basis: Basis, from: Model, to: Model): Basis {
  const count = basis.length / 3;
  const numberOf = new Map(Array.from(to.rows, (row, at) => [row, at]));
  const codeOf = new Map<number, number>();
  to.originStates.forEach((state, group) => {
    codeOf.set(state, -1 - group);
  });
  to.entryStates.forEach((state, entry) => {
    codeOf.set(state, entry);
  });
  const rows: number[] = [];
  const first: number[] = [];
  const second: number[] = [];
  for (let at = 0; at < count; at++) {
    const row = numberOf.get(from.rows[basis[at]!]!);
    // A row that only the sample can violate has no place in the whole.
    if (row === undefined) return new Int32Array(0);
    rows.push(row);
    first.push(codeOf.get(stateOf(from, basis[count + at]!))!);
    second.push(codeOf.get(stateOf(from, basis[2 * count + at]!))!);
  }
  return Int32Array.from([...rows, ...first, ...second]);
}
