/** The rows of a limit against a fixed amount or number: `-v.x <= -min` and `v.x <= max`. */
import type { RowBuilder } from "../problem/row-builder.js";
import type { Bounds } from "./bounds.js";

/** Adds the rows of the sides that are given, min first. */
export function addFixedSides(rows: RowBuilder, vector: number, index: number, limit: Bounds<number>): void {
  for (const side of ["min", "max"] as const) {
    const bound = limit[side];
    if (bound === undefined) continue;
    const sign = side === "min" ? -1n : 1n;
    rows.add({
      id: `limit/${index}/${side}`,
      terms: [{ vector, weight: sign }],
      rhs: sign * BigInt(bound),
      gauge: { value: vector, of: { fixed: bound } },
      source: { constraint: index, side },
      walkable: side === "max",
    });
  }
}
