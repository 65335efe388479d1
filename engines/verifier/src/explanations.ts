/** Why each unfunded application was not funded (docs/formats/decision.md, "Explanation"). */
import { type Bound, floorBound } from "./bound.js";
import type { Compiled, Selection } from "./compile.js";
import type { Recomputed } from "./outcome.js";
import { at, refuse, type Text } from "./refusal.js";
import type { Rules, WalkRule } from "./rules.js";
import { swapped } from "./swap.js";
import type { Explanation } from "./types.js";
import { ExtraPoints } from "./walk.js";
import { applicationCount, limits, number } from "./words.js";

/** Every unfunded application is explained, once, in order. Returns their indices, one per explanation. */
function checkExplained(
  compiled: Compiled,
  awarded: Selection,
  explanations: readonly Explanation[],
): number[] {
  const unfunded = awarded.flatMap((choice, i) => (choice === undefined ? [i] : []));
  for (const [k, i] of unfunded.entries()) {
    const { id } = compiled.round.applications[i]!;
    if (explanations[k]?.application !== id)
      refuse(
        `/explanations/${k}`,
        `Hier hoort de uitleg voor "${id}".`,
        `This should be the explanation for "${id}".`,
      );
  }
  if (explanations.length > unfunded.length)
    refuse(
      `/explanations/${unfunded.length}`,
      "Deze uitleg hoort nergens bij.",
      "This explanation belongs to nothing.",
    );
  return unfunded;
}

/** Under `optimal`: `atLeast` follows from the bound, and `atMost` from a swap that is itself a valid outcome. */
export function checkIntervals(
  compiled: Compiled,
  outcome: Recomputed,
  root: Bound | undefined,
  explanations: readonly Explanation[],
): Text {
  const unfunded = checkExplained(compiled, outcome.awarded, explanations);
  const objective = BigInt(outcome.objective);
  let swaps = 0;
  for (const [k, explanation] of explanations.entries()) {
    const where = `/explanations/${k}`;
    const { needed, witness } = explanation;
    if (explanation.blockedBy !== undefined)
      refuse(at(where, "blockedBy"), "Dit hoort bij de ranglijst.", "This belongs to the ranking.");
    let atLeast = 0n;
    if (root !== undefined) {
      const bound = root.forced(unfunded[k]!);
      if (bound !== undefined && floorBound(bound) < objective) atLeast = objective - floorBound(bound);
    }
    if (BigInt(needed.atLeast) !== atLeast)
      refuse(`${where}/needed/atLeast`, `Dit is ${atLeast}.`, `This is ${atLeast}.`);
    let atMost: number | null = null;
    if (witness !== undefined) {
      const { application } = explanation;
      const add = [[application, witness.option] as const, ...witness.add];
      const place = at(where, "witness");
      const swap = swapped(compiled, outcome, { remove: witness.remove, add }, witness.add, place);
      atMost = Math.max(0, outcome.objective - swap);
      swaps++;
    }
    if (needed.atMost !== atMost)
      refuse(`${where}/needed/atMost`, `Dit is ${atMost ?? "onbekend"}.`, `This is ${atMost ?? "unknown"}.`);
  }
  const all = applicationCount(explanations.length);
  return {
    nl: `Voor ${all.nl} klopt hoeveel punten zij misten; ${number.nl(swaps)} keer met een ruil die dat laat zien.`,
    en: `For ${all.en} the points they missed are right; ${number.en(swaps)} times shown by a swap.`,
  };
}

/**
 * Under a rule that walks down a list: the rows in the way follow from the walk, and under `ranking` so do the exact
 * points that would help. Under the others a score helps nobody.
 */
export function checkWalked(
  compiled: Compiled,
  rules: Rules,
  rule: WalkRule,
  explanations: readonly Explanation[],
): Text {
  const walked = rules.walk(rule)!;
  const unfunded = checkExplained(compiled, walked.awarded, explanations);
  const extra = rule === "ranking" ? new ExtraPoints(compiled, walked, rules.line) : undefined;
  for (const [k, explanation] of explanations.entries()) {
    const where = `/explanations/${k}`;
    const i = unfunded[k]!;
    const { needed, blockedBy } = explanation;
    if (explanation.witness !== undefined)
      refuse(at(where, "witness"), "Dit hoort bij het optimum.", "This belongs to the optimum.");
    const points = extra?.of(i) ?? null;
    if (needed.atMost !== points)
      refuse(
        `${where}/needed/atMost`,
        `Dit is ${points ?? "onmogelijk"}.`,
        `This is ${points ?? "impossible"}.`,
      );
    if (needed.atLeast !== (points ?? 0))
      refuse(`${where}/needed/atLeast`, `Dit is ${points ?? 0}.`, `This is ${points ?? 0}.`);
    const rows = walked.blockedBy[i]!;
    if (
      blockedBy === undefined ||
      blockedBy.length !== rows.length ||
      rows.some((id, r) => blockedBy[r] !== id)
    ) {
      const words = limits(
        compiled.round,
        rows.map((id) => ({ id })),
      );
      refuse(
        at(where, "blockedBy"),
        `In de weg stond: ${words.nl || "niets"}.`,
        `In its way was: ${words.en || "nothing"}.`,
      );
    }
  }
  const { nl, en } = applicationCount(explanations.length);
  if (rule === "ranking")
    return {
      nl: `Voor ${nl} klopt precies hoeveel punten zij misten en welke grens in de weg stond.`,
      en: `For ${en} the exact points they missed and the limit in the way are right.`,
    };
  return {
    nl: `Voor ${nl} klopt welke grens in de weg stond; punten helpen hier niet.`,
    en: `For ${en} the limit in the way is right; points do not help here.`,
  };
}
