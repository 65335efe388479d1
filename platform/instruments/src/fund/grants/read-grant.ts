/** A grant with everything its page shows, for one reader. */
import { type Actor, may } from "@voorsprong/access";
import {
  equalledDaysAssumption,
  interestCountingAssumption,
  interestRatesAssumption,
} from "@voorsprong/legal-time";
import { evidenceOf, planAgainstActual } from "@voorsprong/settlement";
import type { Queryable } from "@voorsprong/store";
import { changedAgreement, differences } from "./agreement/change.js";
import type { Agreement } from "./agreement/document.js";
import { type GrantContext, today } from "./context.js";
import { metMilestones, milestoneStandings } from "./milestones.js";
import { moneyOfGrant } from "./money.js";
import { ordersByAdvance } from "./payments/orders.js";
import { advanceStandings } from "./payments/payable.js";
import { grantScope } from "./scopes.js";
import { recoveryView } from "./settlement/recovery.js";
import { type AgreementRecord, agreementVersions, requireGrant } from "./store/grants.js";
import { type PaymentRecord, paymentsOf } from "./store/payments.js";
import {
  type ChangeRecord,
  latestReport,
  listChanges,
  listReports,
  listSuspensions,
  milestoneMarks,
} from "./store/progress.js";
import { latestRequest, listProposals, listRecoveries } from "./store/settlement.js";
import type { GrantView } from "./views/grant.js";
import type { ChangeView, MovementView, PaymentView } from "./views/parts.js";
import type { GrantProposalView } from "./views/settlement.js";

/** @throws Refusal when there is no such grant */
export async function grantView(
  context: GrantContext,
  actor: Actor,
  applicationId: string,
): Promise<GrantView> {
  const { database } = context;
  const day = today(context);
  const grant = await requireGrant(database, applicationId);
  const versions = await agreementVersions(database, applicationId);
  const { agreement } = versions.at(-1)!;
  const marks = await milestoneMarks(database, applicationId);
  const payments = await paymentsOf(database, applicationId);
  const reports = await listReports(database, applicationId);
  const standings = milestoneStandings(agreement, marks, reports);
  const suspensions = await listSuspensions(database, applicationId);
  const suspended = suspensions.some(({ liftedAt }) => liftedAt === null);
  const request = await latestRequest(database, applicationId);
  const recoveries = await listRecoveries(database, applicationId);
  const scope = await grantScope(database, applicationId);
  const iso = (moment: Date) => moment.toISOString();
  return {
    applicationId,
    dossier: grant.dossier,
    title: grant.title,
    fundId: grant.fundId,
    callId: grant.callId,
    roundId: grant.roundId,
    organisation: grant.organisation,
    state: grant.state,
    example: grant.example,
    grantedOn: grant.grantedOn,
    settledOn: grant.settledOn,
    money: await moneyOfGrant(database, applicationId),
    movements: await movementsOf(database, applicationId),
    agreement,
    versions: versions.map((version, at) => versionView(version, versions[at - 1])),
    milestones: agreement.milestones.map((milestone) => ({
      ...milestone,
      met: standings.get(milestone.id)?.met ?? null,
      note: standings.get(milestone.id)?.note ?? null,
    })),
    advances: advanceStandings(agreement, {
      grant,
      suspended,
      met: metMilestones(standings),
      orders: ordersByAdvance(payments),
      today: day,
    }),
    payments: payments.map((payment) => paymentView(payment, actor)),
    reports: reports.map(({ submittedAt, ...report }) => ({ ...report, submittedAt: iso(submittedAt) })),
    deviations: planAgainstActual(
      agreement.costs,
      latestReport(reports)?.costs ?? [],
      agreement.toleranceBasisPoints,
    ),
    changes: (await listChanges(database, applicationId)).map((change) => changeView(change, versions)),
    suspensions: suspensions.map(({ suspendedAt, liftedAt, ...suspension }) => ({
      ...suspension,
      suspendedAt: iso(suspendedAt),
      liftedAt: liftedAt && iso(liftedAt),
    })),
    suspended,
    evidence: [...evidenceOf(agreement.regime)],
    settlementRequest: request && { ...request, requestedAt: iso(request.requestedAt) },
    proposals: (await listProposals(database, applicationId)).map(
      ({ proposedBy, proposedAt, decidedAt, ...proposal }) =>
        ({
          ...proposal,
          proposedAt: iso(proposedAt),
          decidedAt: decidedAt && iso(decidedAt),
          own: proposedBy === actor.personId,
        }) as GrantProposalView,
    ),
    recoveries: recoveries.map((recovery) => recoveryView(recovery, day)),
    may: (["apply", "manage", "approve", "pay"] as const).filter((action) =>
      may(actor, `grant.${action}`, scope ?? undefined),
    ),
    assumptions: assumptionsOf(agreement, recoveries.length > 0),
  };
}

/** An order as a reader sees it. */
export function paymentView(
  { proposedAt, proposedBy, fundId: _, ...payment }: PaymentRecord,
  actor: Actor,
): PaymentView {
  return { ...payment, proposedAt: proposedAt.toISOString(), own: proposedBy === actor.personId };
}

function movementsOf(from: Queryable, applicationId: string): Promise<MovementView[]> {
  return from.query<MovementView>(
    `SELECT ledger_seq AS seq, kind, cents, on_day AS "onDay" FROM grant_money WHERE application_id = $1
     ORDER BY ledger_seq`,
    [applicationId],
  );
}

function versionView(
  { version, agreement, hash, reason, madeAt }: AgreementRecord,
  before?: AgreementRecord,
) {
  return {
    version,
    hash,
    reason,
    madeAt: madeAt.toISOString(),
    differences: before === undefined ? [] : differences(before.agreement, agreement),
  };
}

function changeView(change: ChangeRecord, versions: readonly AgreementRecord[]): ChangeView {
  const { proposal, proposedAt, decidedAt, ...rest } = change;
  const from = versions.find(({ version }) => version === change.fromVersion)!.agreement;
  return {
    ...rest,
    proposedAt: proposedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    differences: differences(from, changedAgreement(from, proposal)),
  };
}

function assumptionsOf(agreement: Agreement, recovers: boolean) {
  const legal = recovers ? [interestRatesAssumption, interestCountingAssumption] : [];
  return [...agreement.assumptions, equalledDaysAssumption, ...legal].map(({ text }) => text);
}
