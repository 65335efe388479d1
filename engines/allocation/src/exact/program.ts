/**
 * The integer program the exact search works on: choose columns with the largest total score, at most one of each
 * block, under rows `a·x <= b`. It knows nothing of rounds or money.
 */

/** One row `a·x <= rhs` with whole coefficients. */
export interface ProgramRow {
  /** Distinct columns, ascending. */
  readonly indices: Int32Array;
  /** Non-zero whole numbers: doubles when each is below 2^53 in size, else big integers. */
  readonly coefficients: Float64Array | readonly bigint[];
  readonly rhs: bigint;
}

/** Maximise `scores·x` over binary x with at most one column of each block, under the rows. */
export interface IntegerProgram {
  /** Per column a whole score; their absolute sum is below 2^53. */
  readonly scores: Float64Array;
  /** Per column the number of its block, from 0. Columns of a block need not be adjacent. */
  readonly blocks: Int32Array;
  readonly rows: readonly ProgramRow[];
}

/** Sums of whole doubles are exact below this size. */
const EXACT = 2 ** 53;

/**
 * Refuses a program that cannot be worked on exactly.
 *
 * @throws {RangeError} naming the first column or row that is not as `IntegerProgram` says.
 */
export function assertProgram(program: IntegerProgram): void {
  const { scores, blocks, rows } = program;
  if (blocks.length !== scores.length)
    throw new RangeError(`blocks has ${blocks.length} entries for ${scores.length} columns`);
  let size = 0;
  scores.forEach((score, column) => {
    if (!Number.isSafeInteger(score))
      throw new RangeError(`the score of column ${column} is not whole: ${score}`);
    size += Math.abs(score);
    if (blocks[column]! < 0) throw new RangeError(`column ${column} has block ${blocks[column]}`);
  });
  if (size >= EXACT) throw new RangeError("the absolute scores together reach 2^53");
  rows.forEach((row, index) => {
    assertRow(row, index, scores.length);
  });
}

function assertRow(row: ProgramRow, index: number, columns: number): void {
  if (row.indices.length !== row.coefficients.length)
    throw new RangeError(
      `row ${index} has ${row.indices.length} columns and ${row.coefficients.length} coefficients`,
    );
  let previous = -1;
  row.indices.forEach((column, at) => {
    if (column <= previous || column >= columns)
      throw new RangeError(`row ${index}: column ${column} is out of order, doubled or does not exist`);
    previous = column;
    const value = row.coefficients[at]!;
    if (typeof value === "number" && !Number.isSafeInteger(value))
      throw new RangeError(`row ${index}: the coefficient of column ${column} is not whole: ${value}`);
  });
}

/** Greatest common divisor of all scores: values of solutions are multiples of it. 1 when all scores are zero. */
export function granularity(program: IntegerProgram): number {
  let divisor = 0;
  for (const score of program.scores) {
    let rest = Math.abs(score);
    while (rest !== 0) [divisor, rest] = [rest, divisor % rest];
    if (divisor === 1) return 1;
  }
  return divisor === 0 ? 1 : divisor;
}

/** Whether every partial sum of the row's terms is exact in a double. */
export function isExactInDoubles(row: ProgramRow): boolean {
  if (!(row.coefficients instanceof Float64Array)) return false;
  let size = 0;
  for (const value of row.coefficients) size += Math.abs(value);
  return size < EXACT && row.rhs < BigInt(EXACT) && row.rhs > -BigInt(EXACT);
}

/** Whether sums of up to `terms` of the row's terms are exact in a double. */
export function areSumsExact({ coefficients }: ProgramRow, terms: number): boolean {
  if (!(coefficients instanceof Float64Array)) return false;
  return coefficients.every((value) => Math.abs(value) * terms < EXACT);
}

/** `rhs - a·x` of a row, exactly. `chosen` marks the columns at 1. */
export function slackOf(row: ProgramRow, chosen: Uint8Array): bigint {
  let slack = row.rhs;
  const { indices, coefficients } = row;
  // Doubles are summed as long as that is exact, which it nearly always is.
  let sum = 0;
  for (let at = 0; at < indices.length; at++) {
    if (chosen[indices[at]!] === 0) continue;
    const value = coefficients[at]!;
    if (typeof value === "bigint") {
      slack -= value;
      continue;
    }
    const next = sum + value;
    if (Math.abs(next) < EXACT) sum = next;
    else {
      slack -= BigInt(sum);
      sum = value;
    }
  }
  return slack - BigInt(sum);
}

/** The value of a selection, exact because all scores together stay below 2^53. */
export function scoreOf(program: IntegerProgram, chosen: Uint8Array): number {
  let value = 0;
  for (let column = 0; column < chosen.length; column++)
    if (chosen[column] !== 0) value += program.scores[column]!;
  return value;
}

/** Whether a selection keeps every block and every row, in exact integers. */
export function isFeasible(program: IntegerProgram, chosen: Uint8Array): boolean {
  const used = new Set<number>();
  for (let column = 0; column < chosen.length; column++) {
    if (chosen[column] === 0) continue;
    const block = program.blocks[column]!;
    if (used.has(block)) return false;
    used.add(block);
  }
  return program.rows.every((row) => slackOf(row, chosen) >= 0n);
}
