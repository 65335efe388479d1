/** What can be asked of grants after the decision. Methods throw `Refusal` for what does not exist or cannot be. */
import type { Actor, Scope } from "@voorsprong/access";
import type { Store } from "@voorsprong/store";
import type { z } from "zod";
import { Refusal } from "../../kernel/refusal.js";
import { decideChange, proposeChange, withdrawChange } from "./agreement/changes.js";
import type { Agreement } from "./agreement/document.js";
import type { GrantContext } from "./context.js";
import { type FundMoneyQuery, fundMoney } from "./fund-money.js";
import { type GrantQuery, listGrants } from "./list-grants.js";
import { orderPayments } from "./payments/batches.js";
import { confirmPayments } from "./payments/confirmation.js";
import { judgePayment, proposePayment } from "./payments/orders.js";
import { liftSuspension, suspendPayment } from "./payments/suspension.js";
import { grantView, paymentView } from "./read-grant.js";
import { judgeReport, markMilestone, submitReport } from "./reports/reports.js";
import { grantScope } from "./scopes.js";
import {
  decideProposal,
  previewSettlement,
  proposeSettlement,
  proposeWithdrawal,
} from "./settlement/proposals.js";
import { planInstalments, receiveRecovery } from "./settlement/recovery.js";
import { requestSettlement } from "./settlement/request.js";
import { agreementVersions, requireGrant } from "./store/grants.js";
import { getBatch, listBatches, listPayments, type PaymentQuery } from "./store/payments.js";
import type {
  FundMoneyView,
  GrantPage,
  GrantView,
  NewChange,
  NewPayment,
  NewReport,
  PaymentBatchView,
  PaymentPage,
} from "./views/grant.js";
import type {
  NewInstalments,
  NewReceipt,
  NewSettlement,
  NewSettlementRequest,
  NewWithdrawal,
  SettlementOutcome,
} from "./views/settlement.js";

type Judgement = { readonly accept: boolean; readonly words: string };
type Approval = { readonly approve: boolean; readonly words: string };

/** Every change gives the grant as it then is, for whoever made it. */
export interface GrantService {
  scope(applicationId: string): Promise<Scope | null>;
  list(actor: Actor, query: GrantQuery): Promise<GrantPage>;
  get(actor: Actor, applicationId: string): Promise<GrantView>;
  /** A version of the agreement, byte for byte as it was hashed. */
  agreement(applicationId: string, version: number): Promise<Agreement>;
  fundMoney(fundId: string, query: FundMoneyQuery): Promise<FundMoneyView>;

  report(actor: Actor, applicationId: string, report: NewReport): Promise<GrantView>;
  judgeReport(actor: Actor, applicationId: string, number: number, judgement: Judgement): Promise<GrantView>;
  mark(
    actor: Actor,
    applicationId: string,
    milestone: string,
    mark: { met: boolean; note: string },
  ): Promise<GrantView>;
  change(actor: Actor, applicationId: string, change: NewChange): Promise<GrantView>;
  decideChange(
    actor: Actor,
    applicationId: string,
    changeId: string,
    decision: Judgement,
  ): Promise<GrantView>;
  withdrawChange(actor: Actor, applicationId: string, changeId: string): Promise<GrantView>;
  suspend(actor: Actor, applicationId: string, words: string): Promise<GrantView>;
  lift(actor: Actor, applicationId: string, words: string): Promise<GrantView>;

  pay(actor: Actor, applicationId: string, wanted: NewPayment): Promise<GrantView>;
  judgePayment(
    actor: Actor,
    applicationId: string,
    paymentId: string,
    judgement: Approval,
  ): Promise<GrantView>;
  /** Payments of the funds that the actor may read. @param funds null: all */
  payments(actor: Actor, funds: readonly string[] | null, query: PaymentQuery): Promise<PaymentPage>;
  order(actor: Actor, fundId: string): Promise<PaymentBatchView>;
  batches(fundId: string): Promise<PaymentBatchView[]>;
  batchFile(batchId: string): Promise<{ readonly name: string; readonly file: string }>;
  batchScope(batchId: string): Promise<Scope | null>;
  /** @returns how many payments became paid now */
  confirm(fundId: string, file: Buffer): Promise<number>;

  requestSettlement(actor: Actor, applicationId: string, request: NewSettlementRequest): Promise<GrantView>;
  previewSettlement(applicationId: string, wanted: NewSettlement): Promise<SettlementOutcome>;
  proposeSettlement(actor: Actor, applicationId: string, wanted: NewSettlement): Promise<GrantView>;
  proposeWithdrawal(actor: Actor, applicationId: string, wanted: NewWithdrawal): Promise<GrantView>;
  decideProposal(
    actor: Actor,
    applicationId: string,
    proposalId: string,
    approval: Approval,
  ): Promise<GrantView>;
  receive(
    actor: Actor,
    applicationId: string,
    recoveryId: string,
    receipt: z.output<typeof NewReceipt>,
  ): Promise<GrantView>;
  planInstalments(
    actor: Actor,
    applicationId: string,
    recoveryId: string,
    plan: z.output<typeof NewInstalments>,
  ): Promise<GrantView>;
}

/** Makes the service. */
export function grantService(store: Store): GrantService {
  const context: GrantContext = store;
  const { database } = store;

  /** Makes a change in the name of a person, and gives the grant after it. */
  const then = async (
    actor: Actor,
    applicationId: string,
    change: (personId: string) => Promise<void>,
  ): Promise<GrantView> => {
    if (actor.personId === null) throw new Refusal("signed-out", "Sign in first.");
    await change(actor.personId);
    return grantView(context, actor, applicationId);
  };
  const batchView = ({
    madeAt,
    ...batch
  }: Awaited<ReturnType<typeof listBatches>>[number]): PaymentBatchView => ({
    id: batch.id,
    fundId: batch.fundId,
    number: batch.number,
    orders: batch.orders,
    cents: batch.cents,
    paid: batch.paid,
    sha256: batch.sha256,
    madeAt: madeAt.toISOString(),
  });
  const requireBatch = async (batchId: string) => {
    const batch = await getBatch(database, batchId);
    if (batch === null) throw new Refusal("not-found", `There is no payment batch ${batchId}.`);
    return batch;
  };

  return {
    scope: (id) => grantScope(database, id),
    list: (actor, query) => listGrants(database, actor, query),
    get: (actor, id) => grantView(context, actor, id),
    async agreement(id, version) {
      await requireGrant(database, id);
      const found = (await agreementVersions(database, id)).find((each) => each.version === version);
      if (found === undefined)
        throw new Refusal("not-found", `There is no version ${version} of this agreement.`);
      return found.agreement;
    },
    fundMoney: (fundId, query) => fundMoney(database, fundId, query),

    report: (actor, id, report) => then(actor, id, (me) => submitReport(context, me, id, report)),
    judgeReport: (actor, id, number, given) =>
      then(actor, id, (me) => judgeReport(context, me, id, number, given)),
    mark: (actor, id, milestone, mark) =>
      then(actor, id, (me) => markMilestone(context, me, id, milestone, mark)),
    change: (actor, id, change) => then(actor, id, (me) => proposeChange(context, me, id, change)),
    decideChange: (actor, id, change, given) =>
      then(actor, id, (me) => decideChange(context, me, id, change, given)),
    withdrawChange: (actor, id, change) => then(actor, id, (me) => withdrawChange(context, me, id, change)),
    suspend: (actor, id, words) => then(actor, id, (me) => suspendPayment(context, me, id, words)),
    lift: (actor, id, words) => then(actor, id, (me) => liftSuspension(context, me, id, words)),

    pay: (actor, id, wanted) => then(actor, id, (me) => proposePayment(context, me, id, wanted)),
    judgePayment: (actor, id, payment, given) =>
      then(actor, id, (me) => judgePayment(context, me, id, payment, given)),
    async payments(actor, funds, query) {
      const page = await listPayments(database, funds, query);
      return { ...page, items: page.items.map((payment) => paymentView(payment, actor)) };
    },
    async order(actor, fundId) {
      if (actor.personId === null) throw new Refusal("signed-out", "Sign in first.");
      return batchView(await requireBatch(await orderPayments(context, actor.personId, fundId)));
    },
    batches: async (fundId) => (await listBatches(database, fundId)).map(batchView),
    async batchFile(batchId) {
      const { fundId, number, file } = await requireBatch(batchId);
      return { name: `payments-${fundId}-${number}.csv`, file };
    },
    async batchScope(batchId) {
      const batch = await getBatch(database, batchId);
      return batch && { fundId: batch.fundId };
    },
    confirm: (fundId, file) => confirmPayments(context, fundId, file),

    requestSettlement: (actor, id, request) =>
      then(actor, id, (me) => requestSettlement(context, me, id, request)),
    previewSettlement: (id, wanted) => previewSettlement(context, id, wanted),
    proposeSettlement: (actor, id, wanted) =>
      then(actor, id, (me) => proposeSettlement(context, me, id, wanted)),
    proposeWithdrawal: (actor, id, wanted) =>
      then(actor, id, (me) => proposeWithdrawal(context, me, id, wanted)),
    decideProposal: (actor, id, proposal, given) =>
      then(actor, id, (me) => decideProposal(context, me, id, proposal, given)),
    receive: (actor, id, recovery, receipt) =>
      then(actor, id, (me) => receiveRecovery(context, me, id, recovery, receipt)),
    planInstalments: (actor, id, recovery, plan) =>
      then(actor, id, (me) => planInstalments(context, me, id, recovery, plan)),
  };
}
