/** Everything that is known of the columns of one group, as rows over its places. */
import type { Combination } from "./combination.js";
import { type Clause, clauseValues, type Fact } from "./facts.js";
import type { Instance } from "./instance.js";
import type { Restriction } from "./position.js";
import type { Group } from "./space.js";

/** A row `values·x <= rhs` of a group. */
export interface GroupRow {
  readonly values: readonly bigint[];
  readonly rhs: bigint;
  /** Brings the row into a combination. */
  readonly addTo: (combination: Combination, multiplier: bigint) => void;
}

/** Rows of a group: absorbed rows, blocks, and what restrictions say. Bounds are apart. */
export function rowsOfGroup(
  instance: Instance,
  group: Group,
  restrictions: readonly Restriction[],
): readonly GroupRow[] {
  const width = group.columns.length;
  const rows: GroupRow[] = group.rows.map(({ line, places, values, rhs }) => {
    const dense = new Array<bigint>(width).fill(0n);
    places.forEach((place, k) => {
      dense[place] = values[k]!;
    });
    return { values: dense, rhs, addTo: (combination, multiplier) => combination.add(line, multiplier) };
  });
  for (const block of group.blocks) {
    const members = instance.members[block]!;
    const values = group.columns.map((column) => (members.includes(column) ? 1n : 0n));
    const line = instance.blockLines[block]!;
    rows.push({ values, rhs: 1n, addTo: (combination, multiplier) => combination.add(line, multiplier) });
  }
  for (const restriction of restrictions)
    if (restriction.kind === "close") rows.push(...restriction.facts!.map((fact) => factRow(fact, width)));
    else {
      const { place, value, line } = restriction;
      const sign = value === 0 ? 1n : -1n;
      const clause: Clause = value === 0 ? { all: [place], none: [] } : { all: [], none: [place] };
      rows.push({
        values: clauseValues(clause, width),
        rhs: value === 0 ? 0n : -1n,
        addTo: (combination, multiplier) => combination.add(line, sign * multiplier),
      });
    }
  return rows;
}

function factRow({ clause, source }: Fact, width: number): GroupRow {
  return {
    values: clauseValues(clause, width),
    rhs: BigInt(clause.all.length - 1),
    addTo(combination, multiplier) {
      if ("line" in source) combination.add(source.line, multiplier);
      else combination.addPart(source.sum, source.index, multiplier);
    },
  };
}

/** Brings in `-x_j <= 0`. */
export function addLower(combination: Combination, column: number, multiplier: bigint): void {
  combination.add(column, -multiplier);
}

/** Brings in `x_j <= 1`: the column's block less the other choices of it. */
export function addUpper(
  combination: Combination,
  instance: Instance,
  column: number,
  multiplier: bigint,
): void {
  const block = instance.program.blocks[column]!;
  combination.add(instance.blockLines[block]!, multiplier);
  for (const other of instance.members[block]!)
    if (other !== column) addLower(combination, other, multiplier);
}
