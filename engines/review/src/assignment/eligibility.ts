import type { ApplicationToReview, AvailableReviewer, ConflictGround } from "./problem.js";

/** The best match: an expert (level 3) in every subject. */
export const MATCH_MAX = 12;

/**
 * How well a reviewer's expertise fits an application, 0 to 12: four times the mean level over its subjects, rounded
 * down. An application without subjects fits everyone alike (0).
 */
export function matchOf(
  application: Pick<ApplicationToReview, "subjects">,
  reviewer: Pick<AvailableReviewer, "expertise">,
): number {
  const { subjects } = application;
  if (subjects.length === 0) return 0;
  let sum = 0;
  for (const subject of subjects) sum += levelOf(reviewer.expertise, subject);
  return Math.floor((4 * sum) / subjects.length);
}

function levelOf(expertise: AvailableReviewer["expertise"], subject: string): number {
  return Object.hasOwn(expertise, subject) ? expertise[subject]! : 0;
}

/**
 * Why a reviewer may not see an application, or null. What the reviewer declared comes first; then the own organisation
 * leads it; then the own organisation takes part in it (Awb 2:4).
 */
export function conflictOf(
  application: Pick<ApplicationToReview, "lead" | "partners">,
  reviewer: Pick<AvailableReviewer, "organisations">,
  hasDeclared: boolean,
): ConflictGround | null {
  if (hasDeclared) return "declared";
  if (application.lead !== null && reviewer.organisations.includes(application.lead))
    return "own-organisation";
  return application.partners.some((id) => reviewer.organisations.includes(id))
    ? "partner-organisation"
    : null;
}
