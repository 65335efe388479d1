/** The minimum of the linear program in terms of columns: what cuts are to be violated by. */
import { codesOf } from "../columns.js";
import type { DualSimplex } from "../lp.js";
import { stateOf } from "../model.js";

/** Per column of the program its amount in the mix of states at the minimum. */
export function pointOf(lp: DualSimplex): Float64Array {
  const { model, keys, vertex } = lp;
  const { columnStarts, columns } = model.prepared.groups;
  const point = Float64Array.from(model.base);
  const add = (code: number, amount: number) => {
    const state = stateOf(model, code);
    for (let at = columnStarts[state]!; at < columnStarts[state + 1]!; at++) point[columns[at]!]! += amount;
  };
  for (let group = 0; group < model.groupCount; group++) {
    add(-1 - group, -1);
    add(keys.codes[group]!, 1);
  }
  for (let e = 0; e < vertex.count; e++) {
    add(vertex.from[e]!, -vertex.share[e]!);
    add(vertex.to[e]!, vertex.share[e]!);
  }
  return point;
}

/** Per column by how much its group's reduced score falls, at the least, when it changes; infinite when it cannot. */
export function lossesOf(lp: DualSimplex): Float64Array {
  const { model, keys, pricing } = lp;
  const { columnStarts, columns } = model.prepared.groups;
  const losses = new Float64Array(model.prepared.program.scores.length).fill(Number.POSITIVE_INFINITY);
  const columnsOf = (code: number) => {
    const state = stateOf(model, code);
    return columns.subarray(columnStarts[state]!, columnStarts[state + 1]!);
  };
  for (let group = 0; group < model.groupCount; group++) {
    const key = keys.codes[group]!;
    const inKey = columnsOf(key);
    for (const code of codesOf(model, group)) {
      if (code === key) continue;
      const loss = pricing.reducedOf(key) - pricing.reducedOf(code);
      const inCode = columnsOf(code);
      for (const column of inKey)
        if (!inCode.includes(column)) losses[column] = Math.min(losses[column]!, loss);
      for (const column of inCode)
        if (!inKey.includes(column)) losses[column] = Math.min(losses[column]!, loss);
    }
  }
  return losses;
}
