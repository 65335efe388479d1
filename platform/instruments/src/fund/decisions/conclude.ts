/** What follows from a published decision: outcomes, letters, grants; in its transaction. */
import type { Decision } from "@voorsprong/allocation";
import type { Transaction } from "@voorsprong/store";
import { getCall } from "../calls/read-calls.js";
import type { Published } from "../context.js";
import { awardGrants } from "../grants/award.js";
import type { DecisionContext } from "./context.js";
import { gatherFacts, letterCall } from "./letters/gather.js";
import { lettersEntry, sendLetters, writeLetters } from "./letters/send.js";
import type { CallProposal, Outcome } from "./model.js";
import { concludeObjection } from "./objections/conclude.js";
import { outcomesOf } from "./outcomes.js";
import { insertOutcomes } from "./store/outcomes.js";
import { closeProposal, type ProposalRecord, proposalDocument, proposalOfRound } from "./store/proposals.js";

/** Nothing follows from a round that nobody proposed: a trial, an example, a file that was sent. */
const nothing = async () => {};

/** The work that goes along with publishing; what it gives back runs after the ledger entry of the decision. */
export function conclude(context: DecisionContext) {
  return async (tx: Transaction, { roundId, decision }: Published): Promise<() => Promise<void>> => {
    const proposal = await proposalOfRound(tx, roundId);
    if (proposal === null || proposal.state !== "approved") return nothing;
    const document = (await proposalDocument(tx, proposal.id)) as CallProposal;
    return proposal.kind === "objection"
      ? concludeObjection(context, tx, { proposal, document, roundId, decision })
      : concludeCall(context, tx, { proposal, document, roundId, decision });
  };
}

/** An approved proposal and the engine's decision on its round. */
export interface Concluded {
  readonly proposal: ProposalRecord;
  readonly document: CallProposal;
  readonly roundId: string;
  readonly decision: Decision;
}

async function concludeCall(
  context: DecisionContext,
  tx: Transaction,
  { proposal, document, roundId, decision }: Concluded,
): Promise<() => Promise<void>> {
  const at = context.now();
  const outcomes = outcomesOf(document, decision);
  const { callId, id } = proposal;
  await insertOutcomes(tx, { callId, proposalId: id, at }, outcomes);
  const call = (await getCall(tx, callId, at))!;
  const facts = await gatherFacts(context, tx, {
    call,
    kind: "call",
    outcomes,
    round: { id: roundId, decision },
    at,
  });
  const letters = await sendLetters(
    context,
    tx,
    writeLetters(letterCall(context, call), facts, { proposalId: id, objectionId: null }),
  );
  await closeProposal(tx, id, at);
  return async () => {
    await context.store.ledger.append(tx, lettersEntry(id, callId, letters));
    await awardGrants(tx, { ledger: context.store.ledger, at }, awardsOf(outcomes, roundId, decision.hash));
  };
}

/** Awards as the room of grants takes them over. */
export function awardsOf(outcomes: readonly Outcome[], roundId: string | null, decisionHash: string | null) {
  return outcomes
    .filter(({ kind, awarded }) => kind === "awarded" && awarded > 0)
    .map(({ applicationId, awarded }) => ({ applicationId, grantCents: awarded, roundId, decisionHash }));
}
