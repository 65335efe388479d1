/** One person proposes; another approves, or sends it back. */
import type { Transaction } from "@voorsprong/store";
import { Refusal } from "../../../kernel/refusal.js";
import type { CallRecord } from "../../calls/record.js";
import { requestedBy } from "../../rounds/requested.js";
import type { DecisionContext } from "../context.js";
import type { CallProposal, Exclusion } from "../model.js";
import {
  answerProposal,
  findProposal,
  insertProposal,
  latestDecided,
  lockProposal,
  type ProposalRecord,
  type ProposalSummary,
  proposalDocument,
} from "../store/proposals.js";
import { carryOut } from "./carry-out.js";
import { type Obstacle, prepareProposal } from "./prepare.js";
import { readProposalInput } from "./read-input.js";

/** What would be proposed now, or what stands in the way. */
export interface ProposalPreview {
  readonly call: CallRecord;
  readonly obstacles: readonly Obstacle[];
  readonly proposal: CallProposal | null;
  readonly summary: ProposalSummary | null;
}

/** Counts and amounts of a proposal on a call. */
export function summaryOf({ round, refused }: Pick<CallProposal, "round" | "refused">): ProposalSummary {
  const byGround: Record<string, number> = {};
  for (const { ground } of refused) byGround[ground] = (byGround[ground] ?? 0) + 1;
  return {
    inRound: round.applications.length,
    refused: byGround,
    requested: round.applications.reduce((sum, each) => sum + requestedBy(each).total, 0),
    budget: round.budgets.reduce((sum, { amount }) => sum + amount, 0),
  };
}

/** Works out what would be proposed now, without keeping anything. */
export async function previewProposal(
  context: DecisionContext,
  callId: string,
  exclusions: readonly Exclusion[] = [],
): Promise<ProposalPreview> {
  const { call, input } = await readProposalInput(context, callId, exclusions);
  const prepared = prepareProposal(input);
  if (prepared.obstacles.length > 0)
    return { call, obstacles: prepared.obstacles, proposal: null, summary: null };
  const { proposal } = prepared as { readonly proposal: CallProposal };
  return { call, obstacles: [], proposal, summary: summaryOf(proposal) };
}

/**
 * Proposes the decision on a call.
 * @throws Refusal when something stands in the way, or the call is decided or has an open proposal
 */
export async function proposeDecision(
  context: DecisionContext,
  callId: string,
  { note, exclusions }: { readonly note: string; readonly exclusions: readonly Exclusion[] },
  personId: string,
): Promise<ProposalRecord> {
  const { call, obstacles, proposal, summary } = await previewProposal(context, callId, exclusions);
  if (proposal === null || summary === null)
    throw new Refusal(
      "unusable",
      `The decision on ${callId} cannot be proposed yet: ${obstacles.length} obstacle(s).`,
      obstacles.slice(0, 1000).map(({ applicationId, text }) => ({
        in: "body",
        location: {},
        code: "obstacle",
        detail: applicationId === null ? text.en : `${applicationId}: ${text.en}`,
      })),
    );
  return context.store.database.transaction(async (tx) => {
    const decided = await latestDecided(tx, callId);
    if (decided !== null)
      throw new Refusal(
        "conflict",
        `Call ${callId} is decided by proposal ${decided.number}. What was decided changes by objection only.`,
      );
    return insertProposal(tx, context.now(), {
      fundId: call.fundId,
      document: proposal,
      summary,
      note,
      proposedBy: personId,
    });
  });
}

/** @throws Refusal when the call has no proposal of this number */
export async function requireProposal(
  { store }: Pick<DecisionContext, "store">,
  callId: string,
  number: number,
): Promise<ProposalRecord> {
  const found = await findProposal(store.database, callId, number);
  if (found === null) throw new Refusal("not-found", `Call ${callId} has no proposal ${number}.`);
  return found;
}

/**
 * Approves a proposal: exactly what was hashed is carried out. It is carried out once, however often this is asked and
 * whatever stops in between.
 *
 * @throws Refusal when the same person proposed it, it is not open, or something changed since
 */
export async function approveProposal(
  context: DecisionContext,
  callId: string,
  number: number,
  personId: string,
): Promise<ProposalRecord> {
  const { id } = await requireProposal(context, callId, number);
  const approved = await context.store.database.transaction(async (tx) => {
    const proposal = await lockProposal(tx, id);
    refuseOwn(proposal, personId);
    if (proposal.state === "approved") return proposal;
    if (proposal.state !== "proposed")
      throw new Refusal("conflict", `Proposal ${number} of call ${callId} is ${proposal.state}.`);
    const document = await proposalDocument(tx, id);
    if (document.kind !== "reserve") await refuseStale(tx, document);
    await answerProposal(tx, id, { by: personId, at: context.now(), reason: null });
    return { ...proposal, state: "approved" as const, answeredBy: personId, answeredAt: context.now() };
  });
  await carryOut(context, approved);
  return requireProposal(context, callId, number);
}

/**
 * Sends a proposal back with a reason. One that was approved can still be sent back as long as nothing was published:
 * for instance when the limits cannot hold together.
 */
export async function returnProposal(
  context: DecisionContext,
  callId: string,
  number: number,
  reason: string,
  personId: string,
): Promise<ProposalRecord> {
  const { id } = await requireProposal(context, callId, number);
  await context.store.database.transaction(async (tx) => {
    const proposal = await lockProposal(tx, id);
    refuseOwn(proposal, personId);
    if (proposal.state !== "proposed" && proposal.state !== "approved")
      throw new Refusal("conflict", `Proposal ${number} of call ${callId} is ${proposal.state}.`);
    if (proposal.roundId !== null) {
      const [job] = await tx.query(
        "SELECT 1 FROM jobs WHERE subject = $1 AND kind = 'fund.decide' AND state IN ('queued', 'running')",
        [proposal.roundId],
      );
      if (job !== undefined)
        throw new Refusal(
          "conflict",
          "The engine is deciding this round. Wait until it is done, or stop it.",
        );
    }
    await answerProposal(tx, id, { by: personId, at: context.now(), reason });
  });
  return requireProposal(context, callId, number);
}

function refuseOwn({ proposedBy }: ProposalRecord, personId: string): void {
  if (proposedBy === personId)
    throw new Refusal(
      "forbidden",
      "You proposed this yourself. Approving it, or sending it back, takes another person with the role decider.",
    );
}

/** Refuses a proposal of which the ground has shifted: an application was withdrawn or changed since. */
async function refuseStale(tx: Transaction, document: CallProposal): Promise<void> {
  if (document.kind !== "call") return;
  const ids = [
    ...document.round.applications.map(({ id }) => id),
    ...document.refused.map(({ applicationId }) => applicationId),
  ];
  const rows = await tx.query<{ id: string }>(
    "SELECT id FROM grant_applications WHERE call_id = $1 AND state IN ('submitted', 'returned')",
    [document.call],
  );
  const now = new Set(rows.map(({ id }) => id));
  const gone = ids.filter((id) => !now.has(id));
  const added = rows.length - (ids.length - gone.length);
  if (gone.length > 0 || added > 0)
    throw new Refusal(
      "conflict",
      `Since this was proposed ${gone.length} application(s) were withdrawn and ${added} came in. Send it back and propose again.`,
    );
}
