/** Published decisions as pages show them. */
import type { Queryable } from "@voorsprong/store";
import { Refusal } from "../../kernel/refusal.js";
import { type KeptDocument, requireRound } from "./read-rounds.js";
import { explainJob, getDecision, getDecisionDocument } from "./store/index.js";
import type { DecisionFigures } from "./summarise-decision.js";
import type { DecisionSummary } from "./views.js";

/** A decision in figures. @throws Refusal when the round does not exist or is not decided */
export async function decisionSummary(from: Queryable, roundId: string): Promise<DecisionSummary> {
  const decision = await getDecision(from, roundId);
  if (decision === null) throw await undecided(from, roundId);
  const { at, ledgerSeq, seconds } = decision;
  const figures = decision.summary as unknown as DecisionFigures;
  // Figures that were kept before a decision compared with every rule hold one comparison at most, and no ties.
  const comparisons = figures.comparisons ?? (figures.other === null ? [] : [figures.other]);
  const { ties = null } = figures;
  const explanationJobId = await explainJob(from, { roundId, applicationId: null });
  return { ...figures, comparisons, ties, roundId, at, ledgerSeq, seconds, explanationJobId };
}

/** The decision as it was published. @throws Refusal when the round does not exist or is not decided */
export async function decisionDocument(from: Queryable, roundId: string): Promise<KeptDocument> {
  const [decision, text] = [await getDecision(from, roundId), await getDecisionDocument(from, roundId)];
  if (decision === null || text === null) throw await undecided(from, roundId);
  return { text, hash: decision.hash };
}

async function undecided(from: Queryable, roundId: string): Promise<Refusal> {
  await requireRound(from, roundId);
  return new Refusal("not-found", `Round ${roundId} is not decided yet.`);
}
