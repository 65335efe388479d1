/**
 * A round as the rows of an integer program, for peers that read MPS. Written from docs/formats/decision.md, so that
 * a peer gets the announced problem and not what our own engine made of it.
 */

/** Greatest common divisor of non-negative integers (BigInt). */
function gcd(a, b) {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

const absolute = (value) => (value < 0n ? -value : value);

function fraction(decimal) {
  const [whole, decimals = ""] = decimal.split(".");
  return { p: BigInt(whole + decimals), q: 10n ** BigInt(decimals.length) };
}

/** One row `sum of coefficients[j] * x[j] <= bound`, divided by the greatest common divisor of its coefficients. */
function row(name, coefficients, bound) {
  const kept = [...coefficients].filter(([, value]) => value !== 0n);
  const divisor = kept.reduce((common, [, value]) => gcd(common, absolute(value)), 0n) || 1n;
  // Rounding the right side down keeps exactly the same 0/1 points: the left side is a multiple of the divisor.
  const floor = bound >= 0n ? bound / divisor : -((-bound + divisor - 1n) / divisor);
  return { name, coefficients: kept.map(([j, value]) => [j, value / divisor]), bound: floor };
}

/**
 * All rows of a canonical round without options.
 *
 * @throws Error for options, which the benchmark classes do not have
 */
export function rowsOf(round) {
  const { applications, budgets, constraints } = round;
  if (applications.some((application) => application.options))
    throw new Error("no options in the benchmark classes");
  const index = new Map(applications.map((application, j) => [application.id, j]));
  const amount = (application, budget) =>
    budget === undefined
      ? Object.values(application.amounts).reduce((sum, value) => sum + BigInt(value), 0n)
      : BigInt(application.amounts[budget] ?? 0);
  const has = (application, { tag, value }) => application.tags[tag]?.includes(value) ?? false;
  const sum = (measure) => applications.map((application, j) => [j, measure(application)]);
  const rows = budgets.map((budget) =>
    row(
      `budget/${budget.id}`,
      sum((application) => amount(application, budget.id)),
      BigInt(budget.amount),
    ),
  );
  const negated = (coefficients) => coefficients.map(([j, value]) => [j, -value]);
  constraints.forEach((constraint, k) => {
    const { kind, min, max, budget } = constraint;
    const name = (side) => `limit/${k}/${side}`;
    const inGroup = (application) => (has(application, constraint) ? amount(application, budget) : 0n);
    if (kind === "share") {
      const total = budgets
        .filter(({ id }) => budget === undefined || id === budget)
        .reduce((all, { amount: money }) => all + BigInt(money), 0n);
      for (const [side, decimal] of [
        ["min", min],
        ["max", max],
      ]) {
        if (decimal === undefined) continue;
        const { p, q } = fraction(decimal);
        const awarded = constraint.of === "awarded";
        const upper = sum(
          (application) => q * inGroup(application) - (awarded ? p * amount(application, budget) : 0n),
        );
        const bound = awarded ? 0n : p * total;
        rows.push(side === "max" ? row(name(side), upper, bound) : row(name(side), negated(upper), -bound));
      }
    } else if (kind === "amount" || kind === "count") {
      const measured = sum((application) =>
        kind === "amount" ? inGroup(application) : has(application, constraint) ? 1n : 0n,
      );
      if (min !== undefined) rows.push(row(name("min"), negated(measured), -BigInt(min)));
      if (max !== undefined) rows.push(row(name("max"), measured, BigInt(max)));
    } else if (kind === "at-most-one") {
      rows.push(
        row(
          `exclusive/${k}`,
          constraint.applications.map((id) => [index.get(id), 1n]),
          1n,
        ),
      );
    } else {
      const pair = [
        [index.get(constraint.application), 1n],
        [index.get(constraint.needs), -1n],
      ];
      rows.push(row(`requires/${k}`, pair, 0n));
    }
  });
  return rows;
}
