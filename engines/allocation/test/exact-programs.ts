/** Small random programs with every kind of row, and their optimum by trying every selection. */
import fc from "fast-check";
import type { IntegerProgram, ProgramRow } from "../dist/exact/index.js";

const integer = (min: number, max: number) => fc.integer({ min, max });

/** A row over some columns, with coefficients and right-hand side drawn from the given ranges. */
function row(
  columns: number,
  coefficient: fc.Arbitrary<bigint>,
  rhs: fc.Arbitrary<bigint>,
): fc.Arbitrary<ProgramRow> {
  return fc
    .record({
      indices: fc.uniqueArray(integer(0, columns - 1), { minLength: 1, maxLength: columns }),
      coefficients: fc.array(coefficient, { minLength: columns, maxLength: columns }),
      rhs,
    })
    .map((drawn) => {
      const indices = Int32Array.from(drawn.indices.sort((a, b) => a - b));
      const coefficients = Array.from(indices, (_, at) => drawn.coefficients[at]!);
      return {
        indices,
        coefficients: coefficients.every((value) => value < 2n ** 53n && value > -(2n ** 53n))
          ? Float64Array.from(coefficients, Number)
          : coefficients,
        rhs: drawn.rhs,
      };
    });
}

const whole = (min: number, max: number) => integer(min, max).map(BigInt);
const nonZero = (size: number) => whole(1, size).chain((value) => fc.constantFrom(value, -value));

/** The kinds of rows a round compiles to. */
const rowKinds: ((columns: number) => fc.Arbitrary<ProgramRow>)[] = [
  // Budgets and maximum shares.
  (columns) => row(columns, whole(1, 40), whole(0, 120)),
  // Minimum amounts, counts and shares of the budget.
  (columns) =>
    row(
      columns,
      whole(1, 40).map((value) => -value),
      whole(0, 60).map((value) => -value),
    ),
  // Shares of what is awarded.
  (columns) => row(columns, nonZero(40), whole(-5, 5)),
  // At most one of several.
  (columns) => row(columns, fc.constant(1n), fc.constant(1n)),
  // One requires the other, and other small rows of ones.
  (columns) => row(columns, fc.constantFrom(1n, -1n), whole(0, 1)),
  // Coefficients beyond the doubles: shares with many decimals on large amounts.
  (columns) =>
    row(
      columns,
      whole(1, 40).map((value) => value * 10n ** 17n + 3n),
      whole(0, 120).map((value) => value * 10n ** 17n),
    ),
];

/** Programs with up to `columns` columns. */
export function programs(columns: number): fc.Arbitrary<IntegerProgram> {
  return integer(1, columns).chain((count) =>
    fc
      .record({
        scores: fc.oneof(
          fc.array(integer(0, 30), { minLength: count, maxLength: count }),
          fc.array(
            integer(-9, 30).map((score) => 7 * score),
            { minLength: count, maxLength: count },
          ),
          fc.array(fc.constant(5), { minLength: count, maxLength: count }),
        ),
        blocks: fc.oneof(
          fc.constant(Array.from({ length: count }, (_, column) => column)),
          fc.array(integer(0, count - 1), { minLength: count, maxLength: count }),
        ),
        rows: fc.array(fc.oneof(...rowKinds.map((kind) => kind(count))), { maxLength: 6 }),
      })
      .map(({ scores, blocks, rows }) => ({
        scores: Float64Array.from(scores),
        blocks: Int32Array.from(blocks),
        rows,
      })),
  );
}

/** Programs whose rows are budgets and shares that bind: what cuts are made for. From 6 columns up. */
export function knapsacks(columns: number): fc.Arbitrary<IntegerProgram> {
  return integer(6, columns).chain((count) => {
    const wide = fc.array(integer(10, 40), { minLength: count, maxLength: count });
    const bindingRow = fc
      .record({
        weights: wide,
        part: integer(20, 80),
        sign: fc.constantFrom(1, -1),
        turned: fc.array(fc.boolean(), { minLength: count, maxLength: count }),
        isMixed: fc.boolean(),
      })
      .map(({ weights, part, sign, turned, isMixed }): ProgramRow => {
        const signed = weights.map((weight, at) => (isMixed && turned[at] ? -sign : sign) * weight);
        const least = signed.reduce((sum, value) => sum + Math.min(0, value), 0);
        const most = signed.reduce((sum, value) => sum + Math.max(0, value), 0);
        return {
          indices: Int32Array.from(signed.keys()),
          coefficients: Float64Array.from(signed),
          rhs: BigInt(Math.floor(least + ((most - least) * part) / 100)),
        };
      });
    return fc
      .record({
        scores: wide,
        blocks: fc.oneof(
          fc.constant(Array.from({ length: count }, (_, column) => column)),
          fc.array(integer(0, count - 1), { minLength: count, maxLength: count }),
        ),
        rows: fc.array(bindingRow, { minLength: 1, maxLength: 3 }),
      })
      .map(({ scores, blocks, rows }) => ({
        scores: Float64Array.from(scores),
        blocks: Int32Array.from(blocks),
        rows,
      }));
  });
}

/** The best value over all selections; null when none keeps blocks and rows. */
export function bruteForce(program: IntegerProgram): number | null {
  let best: number | null = null;
  forEachSelection(program, (_, value) => {
    if (best === null || value > best) best = value;
  });
  return best;
}

/** Calls with every selection that keeps blocks and rows: 1 for chosen columns, to be copied if kept; and its value. */
export function forEachSelection(
  program: IntegerProgram,
  onSelection: (chosen: Uint8Array, value: number) => void,
): void {
  const { scores, blocks, rows } = program;
  const activity = rows.map(() => 0n);
  const weights = rows.map((row) => {
    const dense: bigint[] = Array.from(scores, () => 0n);
    row.indices.forEach((column, at) => {
      dense[column] = BigInt(row.coefficients[at]!);
    });
    return dense;
  });
  const used = new Set<number>();
  const chosen = new Uint8Array(scores.length);
  const visit = (column: number, value: number): void => {
    if (column === scores.length) {
      if (rows.every((row, index) => activity[index]! <= row.rhs)) onSelection(chosen, value);
      return;
    }
    visit(column + 1, value);
    const block = blocks[column]!;
    if (used.has(block)) return;
    used.add(block);
    chosen[column] = 1;
    rows.forEach((_, index) => {
      activity[index]! += weights[index]![column]!;
    });
    visit(column + 1, value + scores[column]!);
    rows.forEach((_, index) => {
      activity[index]! -= weights[index]![column]!;
    });
    chosen[column] = 0;
    used.delete(block);
  };
  visit(0, 0);
}
