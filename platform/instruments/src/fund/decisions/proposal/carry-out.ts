/** Carries out an approved proposal: registers its round and has the engine decide it. Safe to begin again at any point. */
import { canonicalText, hashRound } from "@voorsprong/allocation";
import { Refusal } from "../../../kernel/refusal.js";
import { getCall } from "../../calls/read-calls.js";
import { requestDecision } from "../../rounds/decide-round.js";
import { committed, newDraw } from "../../rounds/draw.js";
import { roundId } from "../../rounds/round-id.js";
import { registerRound } from "../../rounds/store/index.js";
import type { DecisionContext } from "../context.js";
import type { CallProposal } from "../model.js";
import { concludeReserve } from "../reserve/conclude.js";
import {
  approvedProposals,
  type ProposalRecord,
  proposalDocument,
  setProposalRound,
} from "../store/proposals.js";

/** Seconds that the engine searches for the decision on a call. */
const searchSeconds = 300;

/** Carries out an approved proposal, from wherever it stands. */
export async function carryOut(context: DecisionContext, proposal: ProposalRecord): Promise<void> {
  const { database } = context.store;
  const document = await proposalDocument(database, proposal.id);
  if (document.kind === "reserve") {
    await concludeReserve(context, proposal.id);
    return;
  }
  const id = proposal.roundId ?? (await register(context, proposal, document));
  if (proposal.roundId === null) await setProposalRound(database, proposal.id, id);
  await requestDecision(context, id, { timeLimitSeconds: searchSeconds });
}

/** Takes up what was approved and not finished when the process ended. */
export async function resumeApproved(context: DecisionContext): Promise<void> {
  for (const proposal of await approvedProposals(context.store.database))
    await carryOut(context, proposal).catch((error: unknown) => {
      // Somebody has to look at it in the pages; other proposals go on.
      if (!(error instanceof Refusal)) throw error;
    });
}

/** Registers the round of a proposal; the same proposal gives the same round. */
async function register(
  context: DecisionContext,
  proposal: ProposalRecord,
  { call: callId, rule, round: proposed, supersedes }: CallProposal,
): Promise<string> {
  const call = await getCall(context.store.database, callId, context.now());
  if (call === null) throw new Error(`call ${callId} of proposal ${proposal.number} is gone`);
  // A re-decision keeps the lots of the first one: nobody gets another draw by objecting.
  const draw = supersedes === null ? newDraw(rule, false) : null;
  const waiting = draw === null ? null : committed(proposed, draw.wish);
  const round = waiting?.round ?? proposed;
  const roundHash = hashRound(round);
  const { id } = await registerRound(context.store, {
    id: roundId(round.round, { roundHash, rule, fundId: proposal.fundId }),
    fundId: proposal.fundId,
    title: supersedes === null ? call.title.nl : `${call.title.nl}, opnieuw na bezwaar`,
    rule,
    trial: false,
    example: call.example,
    registeredBy: proposal.proposedBy,
    round,
    document: canonicalText(round),
    roundHash,
    draw: draw === null || waiting === null ? null : { secret: draw.secret, sourceHash: waiting.sourceHash },
    supersedes,
  });
  return id;
}
