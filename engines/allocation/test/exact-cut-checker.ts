/** Checks the cuts of a tree certificate along docs/formats/tree.md, with big integers and blocks as they are. */
import type { IntegerProgram, TreeCertificate } from "../dist/exact/index.js";

type Cut = NonNullable<TreeCertificate["cuts"]>[number];

/** Throws with the reason when a cut does not follow from its row and the blocks. */
export function checkCut(program: IntegerProgram, cut: Cut): void {
  const row = program.rows[cut.row];
  must(row !== undefined, "a cut of no row");
  must(Number.isSafeInteger(cut.rhs) && cut.columns.length === cut.values.length, "a garbled cut");
  cut.columns.forEach((column, at) => {
    must(program.blocks[column] !== undefined, "a cut on a column that does not exist");
    must(at === 0 || cut.columns[at - 1]! < column, "columns of a cut out of order");
    const value = cut.values[at]!;
    must(Number.isSafeInteger(value) && value !== 0 && Math.abs(value) <= 1e6, "a garbled value of a cut");
  });
  const weights = new Map(Array.from(row.indices, (column, at) => [column, BigInt(row.coefficients[at]!)]));
  const values = new Map(cut.columns.map((column, at) => [column, cut.values[at]!]));
  const least = leastWeight(choicesOf(program, weights, values), cut.rhs + 1);
  must(least === null || least > row.rhs, "a cut that does not follow from its row");
}

/** The program with the cuts of a certificate as rows after its own. */
export function withCuts(program: IntegerProgram, { cuts = [] }: TreeCertificate): IntegerProgram {
  if (cuts.length === 0) return program;
  const rows = cuts.map(({ columns, values, rhs }) => ({
    indices: Int32Array.from(columns),
    coefficients: Float64Array.from(values),
    rhs: BigInt(rhs),
  }));
  return { ...program, rows: [...program.rows, ...rows] };
}

function must(holds: boolean, reason: string): asserts holds {
  if (!holds) throw new Error(reason);
}

interface Choice {
  readonly weight: bigint;
  readonly value: number;
}

/** Per block that the row or the cut knows: nothing, or one of its columns. */
function choicesOf(
  { blocks }: IntegerProgram,
  weights: ReadonlyMap<number, bigint>,
  values: ReadonlyMap<number, number>,
): Choice[][] {
  const choices = new Map<number, Choice[]>();
  for (const column of new Set([...weights.keys(), ...values.keys()])) {
    const block = choices.get(blocks[column]!) ?? [{ weight: 0n, value: 0 }];
    block.push({ weight: weights.get(column) ?? 0n, value: values.get(column) ?? 0 });
    choices.set(blocks[column]!, block);
  }
  return [...choices.values()];
}

/** The least weight of one choice per block with `wanted` in value or more; null when nothing reaches it. */
function leastWeight(blocks: readonly (readonly Choice[])[], wanted: number): bigint | null {
  // Every block is measured from its smallest value, so that values only add up.
  const smallest = blocks.map((choices) => choices.reduce((least, { value }) => Math.min(least, value), 0));
  const most = Math.max(
    0,
    smallest.reduce((rest, value) => rest - value, wanted),
  );
  let least: (bigint | null)[] = [0n, ...Array.from({ length: most }, () => null)];
  blocks.forEach((choices, block) => {
    const next: (bigint | null)[] = least.map(() => null);
    least.forEach((weight, reached) => {
      if (weight === null) return;
      for (const choice of choices) {
        const at = Math.min(most, reached + choice.value - smallest[block]!);
        const sum = weight + choice.weight;
        if (next[at] === null || next[at] === undefined || sum < next[at]) next[at] = sum;
      }
    });
    least = next;
  });
  return least[most] ?? null;
}
