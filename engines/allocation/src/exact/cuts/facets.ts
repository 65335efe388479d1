/**
 * Exact separation over a small knapsack (Crowder, Johnson and Padberg, 1983; Boyd, 1994): of all inequalities that
 * hold for every selection that fits, the one a point violates most. All selections are listed, and the inequality is
 * the solution of a linear program with one constraint for each that no other contains.
 */

/** Numbers of the tableau this near zero are zero. */
const ZERO = 1e-9;

/** An inequality counts as violated when the point is so far beyond it, with a right-hand side of 1. */
const LEAST_VIOLATION = 1e-4;

/** Largest denominator tried to make the values whole. */
const MOST_DENOMINATOR = 60;

/**
 * Inequalities that the point violates, as whole values of 0 or more per item; the right-hand side of each is whatever
 * the best selection reaches. None when the point is a mix of selections that fit.
 *
 * @param weights of at most 12 items
 * @param amounts of the items in the point, each above 0
 */
export function inequalitiesBeyond(
  weights: readonly number[],
  capacity: number,
  amounts: readonly number[],
): number[][] {
  // An item that does not fit at all needs no company to be cut off.
  const alone = weights
    .map((weight, item) => ({ weight, item }))
    .filter(({ weight }) => weight > capacity)
    .map(({ item }) => weights.map((_, other) => (other === item ? 1 : 0)));
  const fitting = Array.from(weights.keys()).filter((item) => weights[item]! <= capacity);
  const values = solve(
    maximalSelections(
      fitting.map((item) => weights[item]!),
      capacity,
    ),
    fitting.map((item) => amounts[item]!),
  );
  const reached = values.reduce((sum, value, at) => sum + value * amounts[fitting[at]!]!, 0);
  if (reached < 1 + LEAST_VIOLATION) return alone;
  const whole = makeWhole(values);
  const facet: number[] = weights.map(() => 0);
  fitting.forEach((item, at) => {
    facet[item] = whole[at]!;
  });
  return [...alone, facet];
}

/** Selections, as bits, that fit and to which no item can be added. */
function maximalSelections(weights: readonly number[], capacity: number): number[] {
  const count = weights.length;
  const loads = new Float64Array(1 << count);
  const maximal: number[] = [];
  for (let mask = 0; mask < 1 << count; mask++) {
    if (mask > 0) {
      const item = 31 - Math.clz32(mask);
      loads[mask] = loads[mask ^ (1 << item)]! + weights[item]!;
    }
    const room = capacity - loads[mask]!;
    if (room >= 0 && weights.every((weight, item) => (mask >> item) & 1 || weight > room)) maximal.push(mask);
  }
  return maximal;
}

/**
 * Maximises `amounts·values` where every selection is worth 1 at most: the primal simplex method on a full tableau,
 * which starts at values of 0. Ties are broken by the lowest index (Bland, 1977), so it ends.
 */
function solve(selections: readonly number[], amounts: readonly number[]): number[] {
  const count = amounts.length;
  const width = count + 1;
  const height = selections.length;
  const table = new Float64Array((height + 1) * width);
  const basic = Int32Array.from({ length: height }, (_, row) => count + row);
  const outside = Int32Array.from({ length: count }, (_, item) => item);
  selections.forEach((mask, row) => {
    for (let item = 0; item < count; item++) table[row * width + item] = (mask >> item) & 1;
    table[row * width + count] = 1;
  });
  const objective = height * width;
  amounts.forEach((amount, item) => {
    table[objective + item] = -amount;
  });
  for (;;) {
    let entering = -1;
    for (let at = 0; at < count; at++)
      if (table[objective + at]! < -ZERO && (entering < 0 || outside[at]! < outside[entering]!))
        entering = at;
    if (entering < 0) break;
    let leaving = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let row = 0; row < height; row++) {
      const rate = table[row * width + entering]!;
      if (rate <= ZERO) continue;
      const ratio = table[row * width + count]! / rate;
      if (ratio < least - ZERO || (ratio < least + ZERO && basic[row]! < basic[leaving]!)) {
        least = Math.min(least, ratio);
        leaving = row;
      }
    }
    if (leaving < 0) break;
    pivot(table, width, height, leaving, entering);
    [basic[leaving], outside[entering]] = [outside[entering]!, basic[leaving]!];
  }
  const values: number[] = amounts.map(() => 0);
  basic.forEach((variable, row) => {
    if (variable < count) values[variable] = table[row * width + count]!;
  });
  return values;
}

/** Exchanges a basic variable and one outside in the condensed tableau. */
function pivot(table: Float64Array, width: number, height: number, row: number, column: number): void {
  const start = row * width;
  const scale = 1 / table[start + column]!;
  for (let at = 0; at < width; at++) table[start + at]! *= at === column ? 0 : scale;
  table[start + column] = scale;
  for (let other = 0; other <= height; other++) {
    if (other === row) continue;
    const begin = other * width;
    const factor = table[begin + column]!;
    if (factor === 0) continue;
    for (let at = 0; at < width; at++) if (at !== column) table[begin + at]! -= factor * table[start + at]!;
    table[begin + column] = -factor * scale;
  }
}

/** The values times the least whole number that makes them nearly whole, rounded. */
function makeWhole(values: readonly number[]): number[] {
  let best = MOST_DENOMINATOR;
  for (let denominator = 1; denominator < MOST_DENOMINATOR && best === MOST_DENOMINATOR; denominator++)
    if (values.every((value) => Math.abs(value * denominator - Math.round(value * denominator)) < 1e-6))
      best = denominator;
  return values.map((value) => Math.max(0, Math.round(value * best)));
}
