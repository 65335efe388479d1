/** Settlement and withdrawal: proposed by the fund manager, decided by another person (four eyes). */
import { randomUUID } from "node:crypto";
import { paymentTerm } from "@voorsprong/legal-time";
import type { Transaction } from "@voorsprong/store";
import { Refusal } from "../../../kernel/refusal.js";
import { changedAgreement } from "../agreement/change.js";
import { newVersion } from "../agreement/changes.js";
import { changing, type GrantContext, requireOtherPerson, requireWords, today } from "../context.js";
import { bookMoney, moneyOfGrant } from "../money.js";
import { isUnderWay } from "../payments/orders.js";
import { currentAgreement, type GrantRecord, requireState, setState } from "../store/grants.js";
import { paymentsOf } from "../store/payments.js";
import { latestReport, listReports } from "../store/progress.js";
import { latestRequest, listProposals, type ProposalRecord } from "../store/settlement.js";
import type {
  NewSettlement,
  NewWithdrawal,
  SettlementOutcome,
  WithdrawalOutcome,
} from "../views/settlement.js";
import { settlementOutcome } from "./outcome.js";
import { requireEnded } from "./request.js";
import { withdrawalOutcome } from "./withdrawal.js";

/** What a settlement would come to; nothing is written. */
export function previewSettlement(
  context: GrantContext,
  applicationId: string,
  wanted: NewSettlement,
): Promise<SettlementOutcome> {
  return changing(context, applicationId, (tx, grant) => computeSettlement(tx, context, grant, wanted));
}

/** Proposes a settlement: on request, or of the authority's own accord (Awb 4:47). */
export function proposeSettlement(
  context: GrantContext,
  personId: string,
  applicationId: string,
  wanted: NewSettlement,
): Promise<void> {
  return changing(context, applicationId, async (tx, grant) => {
    const outcome = await computeSettlement(tx, context, grant, wanted);
    await keepProposal(tx, context, {
      personId,
      applicationId,
      kind: "settlement",
      content: wanted,
      outcome,
    });
    await setState(tx, applicationId, "settling");
  });
}

/** Proposes to withdraw a grant, or a part of it. */
export function proposeWithdrawal(
  context: GrantContext,
  personId: string,
  applicationId: string,
  wanted: NewWithdrawal,
): Promise<void> {
  return changing(context, applicationId, async (tx, grant) => {
    const outcome = withdrawalOutcome(grant, await moneyOfGrant(tx, applicationId), wanted);
    await keepProposal(tx, context, {
      personId,
      applicationId,
      kind: "withdrawal",
      content: wanted,
      outcome,
    });
  });
}

/** Approves a proposal, which carries it out, or sends it back. */
export function decideProposal(
  context: GrantContext,
  personId: string,
  applicationId: string,
  proposalId: string,
  { approve, words }: { readonly approve: boolean; readonly words: string },
): Promise<void> {
  return changing(context, applicationId, async (tx, grant) => {
    const proposal = (await listProposals(tx, applicationId)).find(({ id }) => id === proposalId);
    if (proposal === undefined) throw new Refusal("not-found", `There is no proposal ${proposalId}.`);
    if (proposal.state !== "proposed")
      throw new Refusal("conflict", `This proposal was decided already; it is ${proposal.state}.`);
    requireOtherPerson(proposal.proposedBy, personId);
    requireWords(words, !approve);
    const seq = approve ? await carryOut(tx, context, grant, personId, proposal) : null;
    await tx.query(
      `UPDATE grant_proposals SET state = $2, decided_by = $3, decided_at = $4, decision = $5, ledger_seq = $6
       WHERE id = $1`,
      [proposalId, approve ? "approved" : "sent-back", personId, context.now(), words || null, seq],
    );
  });
}

async function computeSettlement(
  tx: Transaction,
  context: GrantContext,
  grant: GrantRecord,
  wanted: NewSettlement,
) {
  const { applicationId } = grant;
  requireState(grant, ["running", "settling"], "settlement");
  const agreement = await currentAgreement(tx, applicationId);
  if (wanted.initiative === "recipient") requireEnded(agreement, today(context));
  const request = await latestRequest(tx, applicationId);
  if (wanted.initiative === "recipient" && request === null)
    throw new Refusal(
      "conflict",
      "The recipient has not asked for settlement; settle of your own accord (Awb 4:47).",
    );
  const report = request === null ? latestReport(await listReports(tx, applicationId)) : null;
  const { paid, recoveryOrdered } = await moneyOfGrant(tx, applicationId);
  const costs = request?.costs ?? report?.costs ?? [];
  return settlementOutcome({ agreement, costs, paidCents: paid - recoveryOrdered }, wanted);
}

async function keepProposal(
  tx: Transaction,
  { now }: GrantContext,
  made: {
    readonly personId: string;
    readonly applicationId: string;
    readonly kind: "settlement" | "withdrawal";
    readonly content: NewSettlement | NewWithdrawal;
    readonly outcome: SettlementOutcome | WithdrawalOutcome;
  },
): Promise<void> {
  const { personId, applicationId, kind, content, outcome } = made;
  const open = (await listProposals(tx, applicationId)).some(({ state }) => state === "proposed");
  if (open) throw new Refusal("conflict", "A proposal on this grant waits for a decision already.");
  await tx.query(
    `INSERT INTO grant_proposals (id, application_id, kind, content, outcome, state, proposed_by, proposed_at)
     VALUES ($1, $2, $3, $4::jsonb, $5::jsonb, 'proposed', $6, $7)`,
    [randomUUID(), applicationId, kind, JSON.stringify(content), JSON.stringify(outcome), personId, now()],
  );
}

/** Does what was proposed. @returns the ledger entry that records it */
async function carryOut(
  tx: Transaction,
  context: GrantContext,
  grant: GrantRecord,
  personId: string,
  proposal: ProposalRecord,
): Promise<number> {
  const underWay = (await paymentsOf(tx, grant.applicationId)).filter(isUnderWay);
  if (underWay.length > 0)
    throw new Refusal(
      "conflict",
      `Payment ${underWay[0]!.reference} is ${underWay[0]!.state}. Reject it, or wait until it is confirmed: what was paid decides the balance.`,
    );
  return proposal.kind === "settlement"
    ? carryOutSettlement(tx, context, grant, proposal)
    : carryOutWithdrawal(tx, context, grant, personId, proposal);
}

async function carryOutSettlement(
  tx: Transaction,
  context: GrantContext,
  grant: GrantRecord,
  proposal: Extract<ProposalRecord, { kind: "settlement" }>,
): Promise<number> {
  const { settledCents, balanceCents, paidCents } = await computeSettlement(
    tx,
    context,
    grant,
    proposal.content,
  );
  if (settledCents !== proposal.outcome.settledCents || paidCents !== proposal.outcome.paidCents)
    throw new Refusal(
      "conflict",
      "What this was computed from has changed since; send it back and propose again.",
    );
  const onDay = today(context);
  const { applicationId, fundId, example, publicName } = grant;
  const { seq } = await bookMoney(tx, context.ledger, {
    kind: "grant.settled",
    applicationId,
    fundId,
    example,
    cents: settledCents,
    onDay,
    organisation: publicName,
    details: { balanceCents },
  });
  await setState(tx, applicationId, "settled", onDay);
  await orderRecovery(tx, context, grant, proposal.id, -balanceCents);
  return seq;
}

async function carryOutWithdrawal(
  tx: Transaction,
  context: GrantContext,
  grant: GrantRecord,
  personId: string,
  { id, content }: Extract<ProposalRecord, { kind: "withdrawal" }>,
): Promise<number> {
  const { applicationId, fundId, example, publicName } = grant;
  const { ground, remainingCents, reason } = content;
  const outcome = withdrawalOutcome(grant, await moneyOfGrant(tx, applicationId), content);
  const onDay = today(context);
  const article = `Awb ${ground}`;
  let seq: number;
  if (grant.state === "settled") {
    const entry = await bookMoney(tx, context.ledger, {
      kind: "grant.settled",
      applicationId,
      fundId,
      example,
      cents: remainingCents - outcome.fromCents,
      onDay,
      organisation: publicName,
      details: { article },
    });
    seq = entry.seq;
  } else {
    const agreement = changedAgreement(await currentAgreement(tx, applicationId), {
      grantCents: remainingCents,
    });
    seq = await newVersion(tx, context, grant, { agreement, reason, personId, onDay, article });
    if (remainingCents === 0) await setState(tx, applicationId, "withdrawn");
  }
  await orderRecovery(tx, context, grant, id, outcome.recoverCents);
  return seq;
}

/** Orders what was paid too much back, to be paid within six weeks (Awb 4:57, 4:87). */
async function orderRecovery(
  tx: Transaction,
  context: GrantContext,
  grant: GrantRecord,
  proposalId: string,
  cents: number,
): Promise<void> {
  if (cents <= 0) return;
  const { applicationId, fundId, example, publicName } = grant;
  const onDay = today(context);
  const due = paymentTerm(onDay).ends;
  const { seq } = await bookMoney(tx, context.ledger, {
    kind: "recovery.ordered",
    applicationId,
    fundId,
    example,
    cents,
    onDay,
    organisation: publicName,
    details: { due },
  });
  await tx.query(
    `INSERT INTO recoveries (id, application_id, proposal_id, cents, ordered_on, due, ledger_seq)
     VALUES ($1, $2, $3, $4, $5::date, $6::date, $7)`,
    [randomUUID(), applicationId, proposalId, cents, onDay, due, seq],
  );
}
