/** Carries out an approved offer: outcome, letter and grant, once and in one transaction. */
import { advisoryLock } from "@voorsprong/store";
import { getCall } from "../../calls/read-calls.js";
import { awardGrants } from "../../grants/award.js";
import type { DecisionContext } from "../context.js";
import { gatherFacts, letterCall } from "../letters/gather.js";
import { lettersEntry, sendLetters, writeLetters } from "../letters/send.js";
import { type Outcome, sumOf } from "../model.js";
import { insertOutcomes } from "../store/outcomes.js";
import { closeProposal, lockProposal } from "../store/proposals.js";
import { reserveDocument } from "./offer.js";

/** Carries out an offer; one that is carried out already stays as it is. */
export async function concludeReserve(context: DecisionContext, proposalId: string): Promise<void> {
  const { database, ledger } = context.store;
  await database.transaction(async (tx) => {
    const proposal = await lockProposal(tx, proposalId);
    if (proposal.state !== "approved") return;
    const { callId } = proposal;
    await advisoryLock(tx, `fund.reserve/${callId}`);
    const { applicationId, amounts, returned } = await reserveDocument(tx, proposalId);
    const at = context.now();
    const outcome: Outcome = {
      applicationId,
      kind: "awarded",
      ground: null,
      article: null,
      reason: null,
      awarded: sumOf(amounts),
      amounts,
      reserve: null,
    };
    await insertOutcomes(tx, { callId, proposalId, at }, [outcome]);
    for (const each of returned)
      await tx.query(
        `INSERT INTO reserve_returns (proposal_id, application_id, amounts, reason) VALUES ($1, $2, $3::jsonb, $4)`,
        [proposalId, each.applicationId, JSON.stringify(each.amounts), each.reason],
      );
    const call = (await getCall(tx, callId, at))!;
    const facts = await gatherFacts(context, tx, {
      call,
      kind: "reserve",
      outcomes: [outcome],
      round: null,
      at,
    });
    const letters = await sendLetters(
      context,
      tx,
      writeLetters(letterCall(context, call), facts, { proposalId, objectionId: null }),
    );
    await closeProposal(tx, proposalId, at);
    await ledger.append(tx, lettersEntry(proposalId, callId, letters));
    await awardGrants(tx, { ledger, at }, [
      { applicationId, grantCents: outcome.awarded, roundId: null, decisionHash: null },
    ]);
  });
}
