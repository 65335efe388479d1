/** Whether cuts hold (docs/formats/tree.md, "Cuts"). */
import type { ColumnRow, Compiled } from "./compile.js";
import { leastWeight, type Option } from "./knapsack.js";
import { at, refuse } from "./refusal.js";
import type { Row } from "./rows.js";
import type { Cut, CutFactors } from "./types.js";
import type { Work } from "./work.js";

/**
 * Checks that every selection that meets the rows, with at most one choice of each application, meets the cuts.
 *
 * @returns the cuts as rows after those of the round
 * @throws {Refusal} naming the first cut that does not hold, or that takes too much work.
 */
export function checkCuts(compiled: Compiled, cuts: readonly Cut[], work: Work, where: string): ColumnRow[] {
  const rows = new Map<number, RowWeights>();
  return cuts.map((cut, k) => {
    const place = at(where, k);
    for (const [n, column] of cut.columns.entries())
      if (column >= compiled.columns.length)
        refuse(`${place}/columns/${n}`, `Er is geen kolom ${column}.`, `There is no column ${column}.`);
    const { because } = cut;
    if ("row" in because) {
      const row = rowOf(compiled, because.row, at(place, "row"));
      const weights = rows.get(because.row) ?? weightsOf(compiled, row, work);
      rows.set(because.row, weights);
      if (!followsFromRow(compiled, cut, weights, work, place))
        refuse(
          place,
          `Deze ongelijkheid volgt niet uit rij ${row.id}.`,
          `This inequality does not follow from row ${row.id}.`,
        );
    } else checkRounded(compiled, cut, because, work, place);
    const values = new Map(cut.columns.map((column, n) => [column, cut.values[n]!]));
    return { id: `cut/${k}`, values, limit: BigInt(cut.rhs) };
  });
}

function rowOf({ rows }: Compiled, number: number, where: string): Row {
  const row = rows[number];
  return row ?? refuse(where, `Er is geen rij ${number}.`, `There is no row ${number}.`);
}

/** What each choice weighs in one row. */
interface RowWeights {
  /** Per column its coefficient. */
  readonly weights: readonly bigint[];
  /** Per application the least weight of its choices and of none of them. */
  readonly least: readonly bigint[];
  /** What the row leaves when every application weighs its least; below zero no selection meets the row. */
  readonly room: bigint;
}

function weightsOf(compiled: Compiled, row: Row, work: Work): RowWeights {
  const factors = new Map(row.terms.map(({ sum, factor }) => [sum, factor]));
  const weights = compiled.columns.map(({ parts }) => {
    let weight = 0n;
    for (const part of parts) {
      const factor = factors.get(part.sum);
      if (factor !== undefined) weight += factor * BigInt(part.weight);
    }
    return weight;
  });
  work.spend(20 * weights.length);
  let room = row.limit;
  const least = compiled.choices.map((list) => {
    let smallest = 0n;
    for (const { column } of list) if (weights[column]! < smallest) smallest = weights[column]!;
    room -= smallest;
    return smallest;
  });
  return { weights, least, room };
}

/**
 * Whether all selections that meet the row meet the cut: reaching the value `rhs + 1` takes more weight than the row
 * leaves. Weights and values are counted from the least of each application, so that none is below zero; applications
 * that are not in the cut weigh their least.
 */
function followsFromRow(
  compiled: Compiled,
  { columns, values, rhs }: Cut,
  { weights, least, room }: RowWeights,
  work: Work,
  where: string,
): boolean {
  const valueAt = new Map(columns.map((column, n) => [column, values[n]!]));
  let need = BigInt(rhs) + 1n;
  let most = 0n;
  const blocks: Option[][] = [];
  for (const application of new Set(columns.map((column) => compiled.columns[column]!.application))) {
    const choices = compiled.choices[application]!;
    const own = choices.map(({ column }) => valueAt.get(column) ?? 0);
    const low = Math.min(0, ...own);
    const from = least[application]!;
    const options = [
      { weight: -from, value: -low },
      ...choices.map(({ column }, n) => ({ weight: weights[column]! - from, value: own[n]! - low })),
    ].filter(({ weight }) => weight <= room);
    need -= BigInt(low);
    most += BigInt(options.reduce((highest, { value }) => Math.max(highest, value), 0));
    blocks.push(options);
  }
  if (room < 0n || need > most) return true;
  if (need <= 0n) return false;
  return leastWeight(blocks, Number(need), room, work, where) === undefined;
}

/**
 * Checks a rounded sum of rows: every column's value is at most what the sum, divided and rounded down, gives it, and
 * the right side at least. As values and right side are whole, `value <= floor(sum / divisor)` is `value·divisor <= sum`.
 */
function checkRounded(compiled: Compiled, cut: Cut, factors: CutFactors, work: Work, where: string): void {
  const divisor = BigInt(factors.divisor);
  const price: bigint[] = new Array(compiled.sums).fill(0n);
  let limit = 0n;
  for (const [n, number] of factors.rows.entries()) {
    const row = rowOf(compiled, number, `${where}/multipliers/rows/${n}`);
    const u = BigInt(factors.values[n]!);
    limit += u * row.limit;
    for (const { sum, factor } of row.terms) price[sum] = price[sum]! + u * factor;
  }
  const valueAt = new Map(cut.columns.map((column, n) => [column, cut.values[n]!]));
  for (const { column, parts } of compiled.columns) {
    let total = 0n;
    for (const { sum, weight } of parts) if (price[sum] !== 0n) total += price[sum]! * BigInt(weight);
    if (BigInt(valueAt.get(column) ?? 0) * divisor > total)
      refuse(
        where,
        `De waarde van kolom ${column} is hoger dan de rijen samen geven.`,
        `The value of column ${column} is higher than the rows together give.`,
      );
  }
  work.spend(20 * compiled.columns.length);
  if ((BigInt(cut.rhs) + 1n) * divisor <= limit)
    refuse(
      `${where}/rhs`,
      "De rechterkant is lager dan de rijen samen geven.",
      "The right side is lower than the rows together give.",
    );
}
