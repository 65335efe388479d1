/** Corrections that an objection brings to the facts a round was decided on. Pure. */
import { parseRound, type Round } from "@voorsprong/allocation";
import type { Localised } from "../../../kernel/views.js";
import type { AmountsByBudget, CallProposal } from "../model.js";

/**
 * One correction of the objector's own application, with its reason.
 *
 * - `score`: another score, in hundredths of a point;
 * - `amounts`: other amounts, in cents by budget;
 * - `admit`: the application belonged in the round after all; with the score and amounts it then has.
 */
export type Correction =
  | { readonly what: "score"; readonly from: number; readonly to: number; readonly reason: Localised }
  | {
      readonly what: "amounts";
      readonly from: AmountsByBudget;
      readonly to: AmountsByBudget;
      readonly reason: Localised;
    }
  | { readonly what: "admit"; readonly application: unknown; readonly reason: Localised };

/** The first round, exactly as it was decided, with its draw. */
export interface Base {
  readonly roundId: string;
  readonly round: Round;
  readonly document: CallProposal;
}

/**
 * The round with the corrections and nothing else changed: the same rule, the same limits, the same lots.
 *
 * @throws RangeError when a correction does not fit the round, or changes nothing
 */
export function correctedProposal(
  { roundId, round, document }: Base,
  applicationId: string,
  corrections: readonly Correction[],
): CallProposal {
  let applications: unknown[] = [...round.applications];
  let refused = document.refused;
  for (const correction of corrections) {
    if (correction.what === "admit") {
      if (round.applications.some(({ id }) => id === applicationId))
        throw new RangeError("this application was in the round already");
      applications.push(correction.application);
      refused = refused.filter((each) => each.applicationId !== applicationId);
      continue;
    }
    const change = correction.what === "score" ? { score: correction.to } : { amounts: correction.to };
    if (!applications.some((each) => (each as { id: string }).id === applicationId))
      throw new RangeError("this application was not in the round; admit it first");
    applications = applications.map((each) =>
      (each as { id: string }).id === applicationId ? { ...(each as object), ...change } : each,
    );
  }
  const corrected = parseRound({ ...round, applications });
  if (JSON.stringify(corrected) === JSON.stringify(round))
    throw new RangeError("the corrections change nothing about the round");
  return { ...document, kind: "objection", round: corrected, refused, supersedes: roundId };
}
