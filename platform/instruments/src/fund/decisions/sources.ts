/** What other rooms of the fund tell about an application, as deciding uses it. */
import type { Queryable } from "@voorsprong/store";
import { frozenDocument, frozenScores, frozenSet } from "../reviews/store/frozen.js";
import { aidOf } from "./aid-sources.js";
import type { DecisionSources } from "./context.js";
import type { LetterScores, ScoreArithmetic } from "./letters/facts.js";

interface ReviewRow {
  readonly applicationId: string;
  readonly alias: string;
  readonly scores: Readonly<Record<string, number>>;
  readonly reasons: Readonly<Record<string, string>>;
}

/** The reviews that were submitted, by application; reviewers are known by their random alias only. */
async function submittedReviews(from: Queryable, callId: string): Promise<ReadonlyMap<string, ReviewRow[]>> {
  const rows = await from.query<ReviewRow>(
    `SELECT v.application_id AS "applicationId", r.alias, v.scores, v.reasons
     FROM reviews v JOIN reviewers r ON r.call_id = v.call_id AND r.person_id = v.person_id
     WHERE v.call_id = $1 AND v.state = 'submitted' ORDER BY v.application_id, r.alias`,
    [callId],
  );
  const byApplication = new Map<string, ReviewRow[]>();
  for (const row of rows) {
    const list = byApplication.get(row.applicationId);
    if (list === undefined) byApplication.set(row.applicationId, [row]);
    else list.push(row);
  }
  return byApplication;
}

/** Reviews per criterion, as a letter shows them. */
function criteriaOf(reviews: readonly ReviewRow[]): LetterScores["criteria"] {
  const ids = [...new Set(reviews.flatMap(({ scores }) => Object.keys(scores)))];
  return ids.map((criterion) => ({
    criterion,
    reviews: reviews.map(({ alias, scores, reasons }) => ({
      reviewer: alias,
      points: scores[criterion] ?? null,
      reason: reasons[criterion] ?? "",
    })),
  }));
}

/** The part of the document of frozen scores (voorsprong-scores/1) that letters show. */
interface ScoresPart {
  readonly normalisation: Pick<ScoreArithmetic, "method" | "minimumReviews">;
  readonly applications: readonly ({ readonly id: string } & Pick<
    ScoreArithmetic,
    "source" | "raw" | "normalised" | "reviews"
  >)[];
}

/** How each score came about, by application, from the document of frozen scores. */
function arithmeticOf(document: string): ReadonlyMap<string, ScoreArithmetic> {
  const { normalisation, applications } = JSON.parse(document) as ScoresPart;
  const { method, minimumReviews } = normalisation;
  return new Map(
    applications.map(({ id, source, raw, normalised, reviews }) => [
      id,
      { source, method, minimumReviews, raw, normalised, reviews },
    ]),
  );
}

/** Frozen scores with the reviews behind them, and the arithmetic of state aid. */
export const decisionSources: DecisionSources = {
  async frozenScores(from, callId) {
    const set = await frozenSet(from, callId);
    const rows = set === null ? null : await frozenScores(from, callId);
    const frozen = await frozenDocument(from, callId);
    if (set === null || rows === null || frozen === null) return null;
    const arithmetic = arithmeticOf(frozen.document);
    const reviews = await submittedReviews(from, callId);
    return {
      hash: set.hash,
      scores: new Map(
        rows.map(({ applicationId, score, passed, reasons }) => [
          applicationId,
          {
            score,
            passed,
            reasons,
            criteria: criteriaOf(reviews.get(applicationId) ?? []),
            arithmetic: arithmetic.get(applicationId)!,
          },
        ]),
      ),
    };
  },
  aid: aidOf,
};
