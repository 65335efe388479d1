/** Plays the decision on an example call, and what the applicants object to it. */
import { applicant, officer } from "./cast.js";
import { daysBefore, type ExamplePhase, examplePeriod } from "./example-call.js";
import type { Stage } from "./play-applications.js";

/** Days from the closing to the decision. */
export const daysToDecision = 24;

/** Has the decision proposed by one person and approved by another; the engine decides, letters and grants follow. */
export async function playDecision(stage: Stage, phase: ExamplePhase, callId: string): Promise<void> {
  const { cast, made } = stage;
  const { closes } = examplePeriod(phase, made);
  const proposed = stage.at(daysBefore(closes, 2 - daysToDecision));
  const { number } = await proposed.decisions.propose(officer(cast, "manager"), callId, {
    note: "Scores en voorwaarden zijn nagekeken.",
    exclusions: [],
  });
  const decided = stage.at(daysBefore(closes, -daysToDecision));
  await decided.work();
  await decided.decisions.approve(officer(cast, "decider"), callId, number);
}

/** Files an objection to the decision on one application; gives its id. */
export async function playObjection(
  stage: Stage,
  phase: ExamplePhase,
  applicationId: string,
): Promise<string> {
  const { cast, made } = stage;
  const { closes } = examplePeriod(phase, made);
  const { decisions } = stage.at(daysBefore(closes, -daysToDecision - 15));
  const { id } = await decisions.object(applicant(cast, "company"), applicationId, {
    grounds:
      "De beoordelaars gingen uit van de oude planning. De aangevulde planning zat bij onze aanvraag en is niet meegewogen.",
    excuse: null,
  });
  return id;
}

/** Has an objection heard and found right: the score is corrected and the round decided again. */
export async function playFoundedObjection(
  stage: Stage,
  phase: ExamplePhase,
  applicationId: string,
): Promise<void> {
  const { cast, made } = stage;
  const { closes } = examplePeriod(phase, made);
  const after = (days: number) => stage.at(daysBefore(closes, -daysToDecision - days));
  const objection = await playObjection(stage, phase, applicationId);
  const manager = officer(cast, "manager");
  await after(30).decisions.note(manager, objection, {
    kind: "hearing-held",
    note: "De aanvrager heeft de planning toegelicht.",
    day: null,
  });
  await after(40).decisions.prepare(manager, objection, {
    outcome: "founded",
    reason: {
      nl: "De aangevulde planning was op tijd ontvangen en is ten onrechte niet meegewogen.",
      en: "The completed planning was received in time and was wrongly left out.",
    },
    corrections: [
      {
        what: "admit",
        reason: {
          nl: "Met de aangevulde planning haalt de aanvraag de drempel voor kwaliteit.",
          en: "With the completed planning the application reaches the threshold for quality.",
        },
      },
      {
        what: "score",
        to: 6_200,
        reason: {
          nl: "De commissie gaf een hogere score voor kwaliteit nadat zij de aangevulde planning had gelezen.",
          en: "The committee gave a higher score for quality after it had read the completed planning.",
        },
      },
    ],
  });
  const decided = after(45);
  await decided.work();
  await decided.decisions.decideObjection(officer(cast, "secondDecider"), objection);
}
