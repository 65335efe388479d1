/** One application with the explanation of its outcome in words. */
import { type Decision, explainSentence } from "@voorsprong/allocation";
import type { Queryable } from "@voorsprong/store";
import { Refusal } from "../../kernel/refusal.js";
import { inBoth } from "./limits.js";
import { requireRound, termsOf } from "./read-rounds.js";
import { type ApplicationRecord, getApplication, getDecision, type RoundRecord } from "./store/index.js";
import type { DecisionFigures } from "./summarise-decision.js";
import type { ApplicationView } from "./views.js";

/** @throws Refusal when the round or the application does not exist */
export async function applicationView(
  from: Queryable,
  roundId: string,
  applicationId: string,
): Promise<ApplicationView> {
  const round = await requireRound(from, roundId);
  const record = await getApplication(from, roundId, applicationId);
  if (record === null)
    throw new Refusal("not-found", `Round ${roundId} has no application ${applicationId}.`);
  const decision = await getDecision(from, roundId);
  const { explanation: _, ...row } = record;
  if (decision === null) return { ...row, explanation: null };
  const about = decisionAbout(round, record, decision.summary as unknown as DecisionFigures);
  return { ...row, explanation: inBoth((language) => explainSentence(about, applicationId, language)) };
}

/**
 * The part of a decision that concerns one application, from what the store keeps of it: a document on thousands of
 * applications need not be read for one sentence.
 */
function decisionAbout(
  round: RoundRecord,
  record: ApplicationRecord,
  { rule, outcome }: DecisionFigures,
): Pick<Decision, "round" | "rule" | "outcome" | "explanations"> {
  const { id, tags, funded, option, part, score, awarded, explanation } = record;
  const award = {
    application: id,
    option,
    score: score ?? 0,
    amounts: { total: awarded ?? 0 },
    ...(part === null ? {} : { part }),
  };
  return {
    round: { ...termsOf(round), applications: [{ id, tags }] },
    rule,
    outcome:
      outcome.status === "infeasible"
        ? { status: "infeasible", conflict: outcome.conflict.map(({ row }) => row) }
        : {
            status: "decided",
            awards: funded ? [award] : [],
            objective: outcome.objective ?? 0,
            spent: { total: outcome.spent, budgets: outcome.spentByBudget },
            limits: outcome.limits,
            breaches: outcome.breaches.map(({ row }) => row),
          },
    explanations: explanation === null ? [] : [explanation],
  };
}
