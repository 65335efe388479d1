/** Which applications need which. */
import type { Problem } from "./problem.js";

/** Per application (index) the applications it needs directly; those that need none are absent. */
export function needsOf(problem: Problem): ReadonlyMap<number, readonly number[]> {
  const index = new Map(problem.round.applications.map(({ id }, position) => [id, position]));
  const needs = new Map<number, number[]>();
  for (const constraint of problem.round.constraints) {
    if (constraint.kind !== "requires") continue;
    const from = index.get(constraint.application)!;
    const list = needs.get(from) ?? [];
    list.push(index.get(constraint.needs)!);
    needs.set(from, list);
  }
  return needs;
}
