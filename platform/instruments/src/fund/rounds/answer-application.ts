/** What a decision and its explanations say about one application, in words. */
import {
  costSentence,
  type Decision,
  type ExplanationDocument,
  inTheWaySentence,
  type Language,
  pointsSentence,
  standingSentence,
} from "@voorsprong/allocation";
import type { Localised } from "../../kernel/views.js";
import type { LocalisedTitles } from "./limits.js";
import type { ApplicationExplanation } from "./views.js";

/** The answers, without what the store knows of jobs. */
export type ApplicationAnswers = Omit<ApplicationExplanation, "jobId" | "exact">;

/**
 * Everything that is known of an application.
 *
 * @param explanations the explanation of the whole decision and of the application itself, where they are there
 */
export function answerApplication(
  decision: Decision,
  explanations: readonly ExplanationDocument[],
  applicationId: string,
  titles: LocalisedTitles,
): ApplicationAnswers {
  const standing = explanations.find((each) => each.standing !== undefined)?.standing;
  const [first] = explanations;
  const known = first && { ...first, scenarios: explanations.flatMap(({ scenarios }) => scenarios) };
  const funded =
    decision.outcome.status === "decided" &&
    decision.outcome.awards.some(({ application }) => application === applicationId);
  const always = (text: (language: Language) => string): Localised => ({ nl: text("nl"), en: text("en") });
  const either = (text: (language: Language) => string | null): Localised | null => {
    const [nl, en] = [text("nl"), text("en")];
    return nl === null || en === null ? null : { nl, en };
  };
  const lists = ["all", "some", "none", "unsettled"] as const;
  return {
    applicationId,
    standing: lists.find((list) => standing?.[list].includes(applicationId)) ?? null,
    standingText: either((language) => standingSentence(standing, applicationId, funded, language)),
    inTheWay: funded
      ? null
      : always((language) => inTheWaySentence(decision, applicationId, language, titles[language])),
    points: either((language) => pointsSentence(decision, known ?? null, applicationId, language)),
    cost: either((language) =>
      known === undefined ? null : costSentence(decision, known, applicationId, language, titles[language]),
    ),
  };
}
