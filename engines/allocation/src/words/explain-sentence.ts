/** What a decision means for one application, in a sentence. */
import type { Decision, Explanation } from "../model/decision.js";
import type { Language } from "../model/language.js";
import { describeConflict, describeRow } from "./describe.js";
import { formatAmount, formatPoints, listNames } from "./phrases.js";

/** The part of a decision that a sentence needs: the application itself, its award or its explanation. */
export type Explained = Pick<Decision, "round" | "rule" | "outcome" | "explanations">;

/**
 * One sentence, two where the round could not be decided, for the director of the company that applied.
 *
 * @throws RangeError when the round has no such application
 */
export function explainSentence(decision: Explained, application: string, language: Language): string {
  const { round, outcome, rule } = decision;
  if (!round.applications.some(({ id }) => id === application))
    throw new RangeError(`the round has no application "${application}"`);
  if (outcome.status === "infeasible") return describeConflict(round, outcome.conflict, language);
  const award = outcome.awards.find((each) => each.application === application);
  if (award !== undefined) {
    const amount = Object.values(award.amounts).reduce((sum, value) => sum + value, 0);
    return funded(application, award.option, formatAmount(amount, round.unit, language), language);
  }
  const explanation = decision.explanations.find((each) => each.application === application);
  if (explanation === undefined) throw new RangeError(`the decision does not explain "${application}"`);
  return rule === "ranking"
    ? unfundedByRanking(decision, explanation, language)
    : unfundedByOptimum(decision, explanation, language);
}

function funded(application: string, option: string | null, amount: string, language: Language): string {
  if (language === "nl")
    return `Aanvraag ${application} krijgt ${amount}${option === null ? "" : ` (variant ‘${option}’)`}.`;
  return `Application ${application} receives ${amount}${option === null ? "" : ` (option ‘${option}’)`}.`;
}

function unfundedByRanking({ round }: Explained, explanation: Explanation, language: Language): string {
  const { application, needed, blockedBy = [] } = explanation;
  const rows = blockedBy.map((row) => describeRow(round, row, language)).join("; ");
  if (language === "nl") {
    const why =
      rows === ""
        ? "de lijst was al gesloten toen zij aan de beurt kwam"
        : `aan haar beurt stond in de weg: ${rows}`;
    const how =
      needed.atMost === null
        ? "geen hogere score had dat veranderd"
        : `met ${pointsOf(round.scoreScale, needed.atMost, language)} meer was zij wel gehonoreerd`;
    return `Aanvraag ${application} is niet gehonoreerd: ${why}; ${how}.`;
  }
  const why = rows === "" ? "the list had closed before its turn" : `in its way at its turn: ${rows}`;
  const how =
    needed.atMost === null
      ? "no higher score would have changed that"
      : `with ${pointsOf(round.scoreScale, needed.atMost, language)} more it would have been awarded`;
  return `Application ${application} is not awarded: ${why}; ${how}.`;
}

function unfundedByOptimum({ round }: Explained, explanation: Explanation, language: Language): string {
  const { application, needed, witness } = explanation;
  const least = pointsOf(round.scoreScale, needed.atLeast, language);
  const most = needed.atMost === null ? null : pointsOf(round.scoreScale, needed.atMost, language);
  const instead =
    witness === undefined || witness.remove.length === 0 ? "" : listNames(witness.remove, language);
  if (language === "nl") {
    const start = `Aanvraag ${application} is niet gehonoreerd`;
    const needs = needed.atLeast > 0 ? `: zij had daarvoor minstens ${least} meer nodig` : "";
    if (most === null) return `${start}${needs}; een uitkomst waarin zij meedoet, is niet gevonden.`;
    const place = instead === "" ? "" : ` in plaats van ${instead}`;
    return `${start}${needs}; met ${most} meer was een uitkomst met haar${place} even goed geweest.`;
  }
  const start = `Application ${application} is not awarded`;
  const needs = needed.atLeast > 0 ? `: it needed at least ${least} more` : "";
  if (most === null) return `${start}${needs}; no outcome that includes it was found.`;
  const place = instead === "" ? "" : ` instead of ${instead}`;
  return `${start}${needs}; with ${most} more, an outcome with it${place} would have been just as good.`;
}

function pointsOf(scoreScale: number, units: number, language: Language): string {
  const figure = formatPoints(units, scoreScale, language);
  const one = units === scoreScale;
  if (language === "nl") return `${figure} ${one ? "punt" : "punten"}`;
  return `${figure} ${one ? "point" : "points"}`;
}
