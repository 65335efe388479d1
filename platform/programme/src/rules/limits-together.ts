/**
 * Limits hold together when the whole budget of a call can be awarded within them. Then shares of what is awarded and
 * of the budget are the same, and the arithmetic is exact. Limits on one budget are held against each other, and so
 * are those on all budgets of a call.
 */
import type { FundFile } from "../assemble.js";
import type { Problem } from "../problem.js";
import type { Tag } from "../vocabulary.js";
import {
  at,
  boundOf,
  budgetOf,
  centsOf,
  type FoundLimit,
  percentOf,
  type Side,
  unitsOf,
  written,
} from "./bounds.js";
import { euros, type Part, problemAt, quoted } from "./parts.js";

/** Money that limits are held against: all budgets of a call, or one of them. */
export interface Scope {
  /** For a message: "the call `x`" or "the budget `y`"; null when no amount is known, then shares only count. */
  readonly name: string | null;
  /** Cents. */
  readonly budget: bigint;
  readonly limits: readonly FoundLimit[];
}

/** The scopes of a fund. Without a call that can be read, shares are still held against each other. */
export function scopesOf(fund: Part<FundFile>, limits: readonly FoundLimit[]): Scope[] {
  const amounts = new Map((fund.value.budgets ?? []).map((each) => [each?.id, each?.amount]));
  const calls = (fund.value.calls ?? []).flatMap((call): Scope[] => {
    const ids = call?.budgets ?? [];
    const each = ids.map((id) => (id === undefined ? undefined : amounts.get(id)));
    if (ids.length === 0 || each.includes(undefined)) return [];
    const budget = (each as number[]).reduce((total, amount) => total + BigInt(amount), 0n);
    const only = ids.length === 1 ? ids[0] : undefined;
    const whole = limits.filter(
      (found) => budgetOf(found.value) === undefined || budgetOf(found.value) === only,
    );
    return [{ name: `the call \`${call?.id ?? ""}\``, budget, limits: whole }];
  });
  // A call with one budget already holds the limits of that budget against each other.
  const alone = new Set(
    (fund.value.calls ?? []).flatMap((call) => (call?.budgets?.length === 1 ? call.budgets : [])),
  );
  const lines = [...amounts].flatMap(([id, amount]): Scope[] => {
    if (id === undefined || amount === undefined || alone.has(id)) return [];
    const own = limits.filter((found) => budgetOf(found.value) === id);
    return own.length === 0 ? [] : [{ name: `the budget \`${id}\``, budget: BigInt(amount), limits: own }];
  });
  if (calls.length > 0) return [...calls, ...lines];
  const shares = limits.filter(({ value }) => value.kind === "share" && budgetOf(value) === undefined);
  return [...lines, { name: null, budget: 1n, limits: shares }];
}

/** The limit with the highest floor, or the lowest cap, on one value; the first of equals. */
function strictest(
  limits: readonly FoundLimit[],
  side: Side,
  budget: bigint,
): { found: FoundLimit; bound: bigint } | null {
  let best: { found: FoundLimit; bound: bigint } | null = null;
  for (const found of limits) {
    const bound = boundOf(found.value, side, budget);
    if (bound === null) continue;
    if (best === null || (side === "min" ? bound > best.bound : bound < best.bound)) best = { found, bound };
  }
  return best;
}

/** A sum of bounds: in percent when all of them are shares, else in euros of the scope. */
function sumInWords(found: readonly FoundLimit[], sum: bigint, { name, budget }: Scope): [string, string] {
  if (name === null || found.every(({ value }) => value.kind === "share"))
    return [percentOf(sum, budget), "100%"];
  return [euros(centsOf(sum)), `the ${euros(budget)} of ${name}`];
}

/** All limits on one tag, held against one amount of money. */
export function together(
  scope: Scope,
  tag: Tag,
  values: readonly string[] | null,
  oneValueEach: boolean,
): Problem[] {
  const { budget } = scope;
  const limits = scope.limits.filter(({ value }) => value.tag === tag && value.value !== undefined);
  const problems: Problem[] = [];
  const floors: { found: FoundLimit; bound: bigint }[] = [];
  const caps: { found: FoundLimit; bound: bigint }[] = [];
  for (const value of new Set(limits.map((found) => found.value.value as string))) {
    if (values !== null && !values.includes(value)) continue;
    const own = limits.filter((found) => found.value.value === value);
    const floor = strictest(own, "min", budget);
    const cap = strictest(own, "max", budget);
    if (floor !== null) floors.push(floor);
    if (cap !== null) caps.push(cap);
    if (floor !== null && floor.bound > unitsOf(budget)) {
      const message = `the least for \`${value}\` is more than the ${euros(budget)} of ${scope.name ?? "the fund"}`;
      problems.push(problemAt(at(floor.found, "min"), message, `at most ${euros(budget)}`));
    } else if (floor !== null && cap !== null && floor.bound > cap.bound && floor.found !== cap.found) {
      const { line } = cap.found.document.at(at(cap.found, "max").path);
      const shares = floor.found.value.kind === "share" && cap.found.value.kind === "share";
      const when = shares || scope.name === null ? "" : ` when ${scope.name} awards its ${euros(budget)}`;
      const other = `another limit allows (${written(cap.found.value, "max")}, line ${line})`;
      const message = `the least for \`${value}\` (${written(floor.found.value, "min")}) is more than ${other}${when}`;
      problems.push(
        problemAt(at(floor.found, "min"), message, "floors and caps on one value that hold together"),
      );
    }
  }
  if (problems.length > 0) return problems;

  const least = floors.reduce((total, { bound }) => total + bound, 0n);
  if (oneValueEach && least > unitsOf(budget)) {
    const found = floors.map((floor) => floor.found);
    const [sum, most] = sumInWords(found, least, scope);
    const message = `the floors of the ${tag}s ${quoted(found.map((each) => each.value.value ?? ""))} come to ${sum}`;
    problems.push(problemAt(at(found.at(-1)!, "min"), message, `floors of at most ${most} together`));
  }
  const most = caps.reduce((total, { bound }) => total + bound, 0n);
  if (values !== null && caps.length > 0 && caps.length === values.length && most < unitsOf(budget)) {
    const found = caps.map((cap) => cap.found);
    const [sum, all] = sumInWords(found, most, scope);
    const message = `every ${tag} has a cap and the caps come to ${sum}: the rest can never be awarded`;
    problems.push(
      problemAt(
        at(found.at(-1)!, "max"),
        message,
        `caps of at least ${all} together, or a ${tag} without one`,
      ),
    );
  }
  return problems;
}
