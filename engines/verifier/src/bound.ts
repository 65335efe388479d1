/** The bound that multipliers prove (docs/formats/decision.md, "Bound"). */
import type { Compiled } from "./compile.js";
import { at, refuse } from "./refusal.js";
import { isIn, makeSpace, type Space } from "./states.js";
import type { Multipliers } from "./types.js";
import { Work } from "./work.js";

/** The denominator of all multipliers: 2^60. */
const DENOMINATOR = 2n ** 60n;

/** Steps that the states of absorbed rows may take: seconds at most. */
const STEPS = 2e9;

/** An upper bound on every feasible outcome, over the denominator. */
export interface Bound {
  /** U: the bound itself. */
  readonly all: bigint;
  /**
   * U_i: the bound with an application forced in; undefined where no state has it, so that it cannot be awarded
   * whatever its score.
   */
  readonly forced: (application: number) => bigint | undefined;
}

/**
 * Recomputes `U = y·b + sum over groups of the largest d_s of its states`, d_s being the sum of `d_j = D·c_j - y·A_j`
 * over the choices of the state. Without absorbed rows each application is a group, with the states of awarding
 * nothing and of each of its choices.
 *
 * Why it bounds: for any outcome x that meets the rows, D·c·x = y·A·x + d·x <= y·b + d·x because y >= 0, and d·x is
 * the sum of d_s over the states that x is in, one in each group. Nothing about where y came from matters.
 *
 * `scores: false` takes all scores as zero; then `all < 0` shows that no outcome meets the rows at all.
 *
 * @throws {Refusal} when a row does not exist, is named twice or the stated bound is another number.
 */
export function recomputeBound(
  compiled: Compiled,
  multipliers: Multipliers,
  where: string,
  { scores }: { readonly scores: boolean },
): Bound {
  if (multipliers.denominator !== DENOMINATOR)
    refuse(
      at(where, "denominator"),
      `De noemer hoort ${DENOMINATOR} te zijn.`,
      `The denominator should be ${DENOMINATOR}.`,
    );
  const space = makeSpace(
    compiled,
    absorbedNumbers(compiled, multipliers, at(where, "absorbed")),
    new Work(STEPS, where),
    at(where, "absorbed"),
  );
  let all = 0n;
  // y·A_j is a sum of weights times what one unit of each sum costs, so the rows are gone through only once.
  const price: bigint[] = new Array(compiled.sums).fill(0n);
  for (const [id, y] of multipliers.rows) {
    const row = compiled.rowById.get(id);
    if (row === undefined)
      return refuse(at(`${where}/rows`, id), `Er is geen rij ${id}.`, `There is no row ${id}.`);
    all += y * row.limit;
    for (const { sum, factor } of row.terms) price[sum] = price[sum]! + y * factor;
  }
  const d = compiled.columns.map(({ score, parts }) => {
    let value = scores ? DENOMINATOR * BigInt(score) : 0n;
    for (const { sum, weight } of parts) if (price[sum] !== 0n) value -= price[sum]! * BigInt(weight);
    return value;
  });
  const most: bigint[] = [];
  for (let g = 0; g < space.starts.length - 1; g++) {
    const largest = largestState(space, d, g);
    if (largest === undefined)
      return refuse(
        at(where, "absorbed"),
        "Een groep heeft geen enkele toestand; daar hoort een boom bij.",
        "A group has no state at all; that calls for a tree.",
      );
    most.push(largest);
    all += largest;
  }
  if (all !== multipliers.bound)
    refuse(at(where, "bound"), `De vermenigvuldigers geven ${all}.`, `The multipliers give ${all}.`);
  const forced = (application: number): bigint | undefined => {
    const choices = compiled.choices[application]!;
    const group = space.groupOf[choices[0]!.column]!;
    const largest = largestState(space, d, group, (state) =>
      choices.some(({ column }) => isIn(space, column, state)),
    );
    return largest === undefined ? undefined : all - most[group]! + largest;
  };
  return { all, forced };
}

/** Numbers of the absorbed rows, which are listed in the order of the rows and have no multiplier. */
function absorbedNumbers(compiled: Compiled, { absorbed, rows }: Multipliers, where: string): number[] {
  const numbers = absorbed.map((id, k) => {
    const row = compiled.rowById.get(id);
    if (row === undefined) return refuse(at(where, k), `Er is geen rij ${id}.`, `There is no row ${id}.`);
    if (rows.has(id))
      refuse(
        at(where, k),
        `Rij ${id} heeft een vermenigvuldiger en is dus geen deel van de toestanden.`,
        `Row ${id} has a multiplier, so it is no part of the states.`,
      );
    return compiled.rows.indexOf(row);
  });
  for (const [k, number] of numbers.entries())
    if (k > 0 && numbers[k - 1]! >= number)
      refuse(
        at(where, k),
        `Rij ${absorbed[k]} staat niet op volgorde of dubbel.`,
        `Row ${absorbed[k]} is out of order or doubled.`,
      );
  return numbers;
}

/** The largest d of the states of a group, or of those that pass a test; undefined where there is none. */
function largestState(
  { starts, memberStarts, members }: Space,
  d: readonly bigint[],
  group: number,
  passes?: (state: number) => boolean,
): bigint | undefined {
  let largest: bigint | undefined;
  for (let s = starts[group]!; s < starts[group + 1]!; s++) {
    if (passes !== undefined && !passes(s)) continue;
    let value = 0n;
    for (let m = memberStarts[s]!; m < memberStarts[s + 1]!; m++) value += d[members[m]!]!;
    if (largest === undefined || value > largest) largest = value;
  }
  return largest;
}

/** Division rounded down, also below zero. */
function floorDivide(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
}

/** The bound in whole score units, rounded down: no outcome can be worth a fraction. */
export function floorBound(numerator: bigint): bigint {
  return floorDivide(numerator, DENOMINATOR);
}

/** The greatest common divisor of all scores, of which every outcome is a multiple; 1 when every score is zero. */
export function scoreDivisor(compiled: Compiled): bigint {
  let divisor = 0;
  for (const { score } of compiled.columns) divisor = greatestCommonDivisor(divisor, Math.abs(score));
  return BigInt(divisor === 0 ? 1 : divisor);
}

/** The bound in score units, rounded down to a multiple of `scoreDivisor`: no outcome is worth anything between. */
export function roundedBound(compiled: Compiled, bound: Bound): bigint {
  const divisor = scoreDivisor(compiled);
  return floorDivide(floorBound(bound.all), divisor) * divisor;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
