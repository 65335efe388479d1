/** Per application that a walk left unfunded what was in its way; docs/formats/decision.md, section Explanation. */
import type { Explanation } from "../model/decision.js";
import type { Problem } from "../problem/problem.js";
import { neededPoints } from "./needed.js";
import type { WalkingRule } from "./order.js";
import type { Walk } from "./walk.js";

/**
 * The rows in the way at the turn of each unfunded application, and under `ranking` the exact points with which it
 * would have been awarded. Under the other two a higher score helps nobody.
 */
export function explainWalk(problem: Problem, rule: WalkingRule, walk: Walk): readonly Explanation[] {
  const needed = rule === "ranking" ? neededPoints(problem, walk) : null;
  return walk.order
    .flatMap(({ application }, place) => (walk.awarded[place]! < 0 ? [{ application, place }] : []))
    .sort((a, b) => a.application - b.application)
    .map(({ application, place }) => {
      const atMost = needed?.[place] ?? null;
      return {
        application: problem.round.applications[application]!.id,
        needed: { atLeast: atMost ?? 0, atMost },
        blockedBy: (walk.blocked.get(place) ?? []).map((row) => problem.rows[row]!.id),
      };
    });
}
