/** What a re-decision changes, and what it means for grants that were awarded before. Pure. */
import type { Localised } from "../../../kernel/views.js";
import { type AmountsByBudget, addAmounts, type Outcome, sumOf } from "../model.js";

/**
 * What becomes of one application.
 *
 * - `granted`: the objector gets what the re-decision gives;
 * - `raised`: the objector keeps the grant and gets more;
 * - `kept`: the re-decision would give less, but a grant that was awarded stays;
 * - `unchanged-final`: the re-decision would give more, but there was no objection: that decision stands.
 */
export type Effect = "granted" | "raised" | "kept" | "unchanged-final";

/** One application of which the re-decision differs from the first. */
export interface Change {
  readonly applicationId: string;
  /** Cents. */
  readonly from: number;
  readonly to: number;
  readonly effect: Effect;
  readonly reason: Localised;
}

/** The difference between a decision and the one that takes its place. */
export interface Difference {
  readonly changes: readonly Change[];
  /** What the objector is awarded on top of what there was, by budget, in cents. */
  readonly needed: AmountsByBudget;
  /** What is left of the ceilings after all awards that stand, by budget. */
  readonly rest: AmountsByBudget;
  /** What the rest does not cover, by budget; empty when all is covered. */
  readonly shortfall: AmountsByBudget;
}

/** What a difference is worked out from. */
export interface DifferenceInput {
  readonly objector: string;
  /** What stands now, by application. */
  readonly first: ReadonlyMap<string, Outcome>;
  /** What the engine gives on the corrected round. */
  readonly second: readonly Outcome[];
  /** The ceilings, by budget. */
  readonly ceilings: AmountsByBudget;
}

const reasons: Readonly<Record<Effect, Localised>> = {
  granted: {
    nl: "Het bezwaar is gegrond: met de verbeterde gegevens is er volgens dezelfde regel wel geld voor deze aanvraag.",
    en: "The objection succeeds: with the corrected facts the same rule does give money to this application.",
  },
  raised: {
    nl: "Het bezwaar is gegrond: met de verbeterde gegevens is het bedrag hoger.",
    en: "The objection succeeds: with the corrected facts the amount is higher.",
  },
  kept: {
    nl: "Met de verbeterde gegevens zou deze aanvraag minder krijgen. Wat verleend is, blijft verleend.",
    en: "With the corrected facts this application would get less. What was granted stays granted.",
  },
  "unchanged-final": {
    nl: "Met de verbeterde gegevens zou deze aanvraag meer krijgen. Hiertegen liep geen bezwaar: dat besluit blijft zoals het is.",
    en: "With the corrected facts this application would get more. Nobody objected to that decision: it stays as it is.",
  },
};

const none: Outcome = {
  applicationId: "",
  kind: "refused",
  ground: null,
  article: null,
  reason: null,
  awarded: 0,
  amounts: {},
  reserve: null,
};

/**
 * Compares what stands with what the engine gives again. Policy: no grant is lost by somebody else's objection, and only
 * the objector gains by it (see `assumptions`). The money for it comes out of what is left of the ceilings; what that
 * does not cover is stated.
 */
export function differenceOf({ objector, first, second, ceilings }: DifferenceInput): Difference {
  const changes: Change[] = [];
  let needed: AmountsByBudget = {};
  for (const outcome of second) {
    const before = first.get(outcome.applicationId) ?? none;
    if (outcome.awarded === before.awarded) continue;
    const effect = effectOf(outcome.applicationId === objector, before.awarded, outcome.awarded);
    if (effect === "granted" || effect === "raised") needed = addAmounts(outcome.amounts, before.amounts, -1);
    changes.push({
      applicationId: outcome.applicationId,
      from: before.awarded,
      to: outcome.awarded,
      effect,
      reason: reasons[effect],
    });
  }
  let rest = ceilings;
  for (const { amounts } of first.values()) rest = addAmounts(rest, amounts, -1);
  const shortfall = Object.fromEntries(
    Object.entries(needed)
      .map(([budget, cents]) => [budget, cents - Math.max(0, rest[budget] ?? 0)] as const)
      .filter(([, cents]) => cents > 0),
  );
  return { changes, needed, rest, shortfall };
}

function effectOf(isObjector: boolean, from: number, to: number): Effect {
  if (to < from) return "kept";
  if (!isObjector) return "unchanged-final";
  return from === 0 ? "granted" : "raised";
}

/**
 * What stands for the objector after a re-decision: what it gives, also where that is another ground or place on the
 * reserve list; but a grant that was awarded is never lowered by it.
 */
export function standing(first: Outcome | undefined, second: Outcome): Outcome {
  return first !== undefined && sumOf(second.amounts) < sumOf(first.amounts) ? first : second;
}
