/** What follows when the round is decided again after an objection. */
import type { Transaction } from "@voorsprong/store";
import { awardGrants } from "../../grants/award.js";
import type { Concluded } from "../conclude.js";
import type { DecisionContext } from "../context.js";
import { outcomesOf } from "../outcomes.js";
import { findObjection, objectionDecisionOfProposal } from "../store/objections.js";
import { currentOutcomes, insertOutcomes } from "../store/outcomes.js";
import { closeProposal } from "../store/proposals.js";
import { closeObjection } from "./close.js";
import { differenceOf, standing } from "./difference.js";

/** Compares the two decisions, keeps what changes for the objector, and closes the objection. */
export async function concludeObjection(
  context: DecisionContext,
  tx: Transaction,
  { proposal, document, roundId, decision }: Concluded,
): Promise<() => Promise<void>> {
  const at = context.now();
  const prepared = await objectionDecisionOfProposal(tx, proposal.id);
  if (prepared === null) throw new Error(`proposal ${proposal.number} belongs to no objection`);
  const objection = (await findObjection(tx, prepared.objectionId, { lock: true }))!;
  const { applicationId, callId } = objection;
  const first = await currentOutcomes(tx, callId);
  const second = outcomesOf(document, decision);
  const difference = differenceOf({
    objector: applicationId,
    first,
    second,
    ceilings: Object.fromEntries(decision.round.budgets.map(({ id, amount }) => [id, amount])),
  });
  const before = first.get(applicationId);
  const now = standing(before, second.find((each) => each.applicationId === applicationId)!);
  await insertOutcomes(tx, { callId, proposalId: proposal.id, at }, [now]);
  const finish = await closeObjection(context, tx, {
    objection,
    decision: prepared,
    redecision: { roundId, document: decision, difference, from: before?.awarded ?? 0, to: now.awarded },
  });
  await closeProposal(tx, proposal.id, at);
  return async () => {
    await finish();
    if (now.awarded > 0 && (before?.awarded ?? 0) === 0)
      await awardGrants(tx, { ledger: context.store.ledger, at }, [
        { applicationId, grantCents: now.awarded, roundId, decisionHash: decision.hash },
      ]);
  };
}
