/** The layer below the root's closes: what is decided there is put into the rows. */
import type { LineRow } from "./instance.js";
import type { Layer } from "./layer.js";
import type { Position } from "./position.js";
import type { Space } from "./space.js";

/**
 * Reduces every row to the groups that are still undecided.
 *
 * @param lineOf derives the reduced row and returns it with its line
 */
export function reduceLayer(
  layer: Layer,
  space: Space,
  position: Position,
  lineOf: (reduced: LineRow, from: LineRow) => LineRow,
): Layer {
  const isDecided = (group: number) => position.openCount(group) === 1;
  const groups = layer.groups.filter((group) => !isDecided(group));
  if (groups.length === layer.groups.length) return layer;
  const chosen = new Uint8Array(space.groupOf.length);
  for (const group of layer.groups) {
    if (!isDecided(group)) continue;
    const { states, columns } = space.groups[group]!;
    const only = states[states.findIndex((_, s) => position.isOpen(group, s))]!;
    for (const place of only) chosen[columns[place]!] = 1;
  }
  const reduce = (row: LineRow): LineRow => {
    const kept: number[] = [];
    let { rhs } = row;
    row.indices.forEach((column, k) => {
      if (!isDecided(space.groupOf[column]!)) kept.push(k);
      else if (chosen[column] === 1) rhs -= row.values[k]!;
    });
    const indices = Int32Array.from(kept, (k) => row.indices[k]!);
    const values = kept.map((k) => row.values[k]!);
    return lineOf({ line: -1, sign: 1n, indices, values, rhs }, row);
  };
  return {
    groups,
    rows: layer.rows.map((row) => row && reduce(row)),
    objective: layer.objective && reduce(layer.objective),
  };
}
