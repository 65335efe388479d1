/** The root of the exact search as it is published. */
import type { ScaledVector } from "../exact/index.js";
import type { Multipliers } from "../model/decision.js";
import type { Problem } from "../problem/problem.js";
import { boundOf, groupingOf, publishMultipliers } from "./bound.js";
import { rootMultipliers, zeroMultipliers } from "./multipliers.js";

/** What is known without any search: the bound of no multipliers. */
export function zeroRoot(problem: Problem): Multipliers {
  const grouping = groupingOf(problem);
  const zero = zeroMultipliers(problem);
  return publishMultipliers(problem, grouping, zero, boundOf(problem, grouping, zero).total);
}

/** The root's multipliers over the published denominator; zero where they bound no better, so where no limit binds. */
export function publishedRoot(problem: Problem, root: ScaledVector): Multipliers {
  const grouping = groupingOf(problem);
  const totalOf = (multipliers: ReturnType<typeof zeroMultipliers>) =>
    boundOf(problem, grouping, multipliers).total;
  const found = rootMultipliers(problem, grouping, root);
  const zero = zeroMultipliers(problem);
  const [atFound, atZero] = [totalOf(found), totalOf(zero)];
  return atZero <= atFound
    ? publishMultipliers(problem, grouping, zero, atZero)
    : publishMultipliers(problem, grouping, found, atFound);
}
