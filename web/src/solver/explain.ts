/** Works out, for one application, the score and the cost it needed; pure, the worker runs it. */
import {
  costSentence,
  type Decision,
  type ExplainProgress,
  explain,
  type Language,
  pointsAnswer,
  pointsSentence,
  type Titles,
} from "@voorsprong/allocation";
import type { Localised } from "@voorsprong/server/contract";

/** What the worker is asked. */
export interface ExplainRequest {
  /** The decision as it was published. */
  readonly decision: string;
  readonly applicationId: string;
  /** Names for the limits, per language. */
  readonly titles: Readonly<Record<Language, Titles>>;
}

/** How far the worker is. */
export type ExplainSteps = Pick<ExplainProgress, "done" | "of">;

/** What it found, in words and for the score in figures; null where nothing is known. */
export interface ExplainAnswer {
  /** The extra points that it needed, in score units; null where no score was enough. */
  readonly needed: { readonly atLeast: number; readonly atMost: number | null } | null;
  readonly points: Localised | null;
  readonly cost: Localised | null;
}

/** Works it out, with its proofs. @throws RangeError when the round has no such application */
export async function explainOne(
  { decision: text, applicationId, titles }: ExplainRequest,
  onProgress: (steps: ExplainSteps) => void,
): Promise<ExplainAnswer> {
  const decision = JSON.parse(text) as Decision;
  const document = await explain(decision, {
    applications: [applicationId],
    standing: false,
    prices: false,
    onProgress: ({ done, of }) => onProgress({ done, of }),
  });
  const inBoth = (say: (language: Language) => string | null): Localised | null => {
    const [nl, en] = [say("nl"), say("en")];
    return nl === null || en === null ? null : { nl, en };
  };
  const answer = pointsAnswer(decision, document, applicationId);
  return {
    needed: answer === null || answer.impossible ? null : { atLeast: answer.atLeast, atMost: answer.atMost },
    points: inBoth((language) => pointsSentence(decision, document, applicationId, language)),
    cost: inBoth((language) => costSentence(decision, document, applicationId, language, titles[language])),
  };
}
