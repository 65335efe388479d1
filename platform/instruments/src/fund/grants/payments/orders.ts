/** Payment orders: proposed by one person of finance, approved by another (four eyes). */
import { randomUUID } from "node:crypto";
import type { Transaction } from "@voorsprong/store";
import { Refusal } from "../../../kernel/refusal.js";
import { changing, type GrantContext, requireOtherPerson, requireWords, today } from "../context.js";
import { metMilestones, milestoneStandings } from "../milestones.js";
import { moneyOfGrant } from "../money.js";
import { currentAgreement, type GrantRecord, requireState } from "../store/grants.js";
import { type PaymentRecord, paymentsOf } from "../store/payments.js";
import { isSuspended, listReports, milestoneMarks } from "../store/progress.js";
import type { NewPayment } from "../views/grant.js";
import { advanceStandings } from "./payable.js";

/** Orders that are on their way: neither paid nor rejected. */
export const isUnderWay = ({ state }: Pick<PaymentRecord, "state">) =>
  state !== "paid" && state !== "rejected";

/**
 * Proposes to pay an advance that is due, or the balance after settlement.
 * @throws Refusal when it is not due, is ordered already, or would bring payments above the grant
 */
export function proposePayment(
  context: GrantContext,
  personId: string,
  applicationId: string,
  wanted: NewPayment,
): Promise<void> {
  return changing(context, applicationId, async (tx, grant) => {
    await refuseSuspended(tx, grant);
    const orders = await paymentsOf(tx, applicationId);
    const cents =
      wanted.purpose === "advance"
        ? await advanceDue(tx, context, grant, orders, wanted.advance)
        : await balanceDue(tx, grant, orders);
    await tx.query(
      `INSERT INTO payment_orders (id, application_id, fund_id, purpose, advance, cents, reference, state, proposed_by,
         proposed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, 'proposed', $8, $9)`,
      [
        randomUUID(),
        applicationId,
        grant.fundId,
        wanted.purpose,
        wanted.purpose === "advance" ? wanted.advance : null,
        cents,
        `${grant.dossier}-${String(orders.length + 1).padStart(2, "0")}`,
        personId,
        context.now(),
      ],
    );
  });
}

async function advanceDue(
  tx: Transaction,
  context: GrantContext,
  grant: GrantRecord,
  orders: readonly PaymentRecord[],
  advanceId: string,
): Promise<number> {
  const { applicationId } = grant;
  const agreement = await currentAgreement(tx, applicationId);
  const marks = await milestoneMarks(tx, applicationId);
  const standings = milestoneStandings(agreement, marks, await listReports(tx, applicationId));
  const advance = advanceStandings(agreement, {
    grant,
    suspended: false,
    met: metMilestones(standings),
    orders: ordersByAdvance(orders),
    today: today(context),
  }).find(({ id }) => id === advanceId);
  if (advance === undefined)
    throw new Refusal("unusable", `The agreement of ${grant.dossier} has no advance ${advanceId}.`);
  if (advance.state !== "due")
    throw new Refusal(
      "conflict",
      `Advance ${advanceId} of ${grant.dossier} is ${advance.state}; only one that is due can be proposed. It falls due on ${advance.due}.`,
    );
  const { paid } = await moneyOfGrant(tx, applicationId);
  const committed = paid + orders.filter(isUnderWay).reduce((sum, order) => sum + order.cents, 0);
  if (committed + advance.cents > grant.granted)
    throw new Refusal("conflict", `With this advance more would be paid than the grant of ${grant.dossier}.`);
  if (advance.cents === 0)
    throw new Refusal("conflict", `Advance ${advanceId} is zero: there is nothing to pay.`);
  return advance.cents;
}

async function balanceDue(
  tx: Transaction,
  grant: GrantRecord,
  orders: readonly PaymentRecord[],
): Promise<number> {
  requireState(grant, ["settled"], "paying the balance");
  const { settled, paid, recoveryOrdered } = await moneyOfGrant(tx, grant.applicationId);
  const underWay = orders.filter(isUnderWay).reduce((sum, { cents }) => sum + cents, 0);
  const balance = (settled ?? 0) - paid + recoveryOrdered - underWay;
  if (balance <= 0) throw new Refusal("conflict", `Nothing more is to be paid on ${grant.dossier}.`);
  return balance;
}

/** State of the order per advance; an order that was rejected counts no longer. */
export function ordersByAdvance(orders: readonly PaymentRecord[]) {
  const found = new Map<string, "proposed" | "approved" | "ordered" | "paid">();
  for (const { advance, state } of orders)
    if (advance !== null && state !== "rejected") found.set(advance, state);
  return found;
}

/** @throws Refusal while payment is suspended */
async function refuseSuspended(tx: Transaction, { applicationId, dossier }: GrantRecord): Promise<void> {
  if (await isSuspended(tx, applicationId))
    throw new Refusal(
      "conflict",
      `Payment of ${dossier} is suspended (Awb 4:56); lift the suspension first.`,
    );
}

/** Approves or rejects an order. @throws Refusal when it is one's own, or not waiting for this */
export function judgePayment(
  context: GrantContext,
  personId: string,
  applicationId: string,
  paymentId: string,
  { approve, words }: { readonly approve: boolean; readonly words: string },
): Promise<void> {
  return changing(context, applicationId, async (tx, grant) => {
    const order = (await paymentsOf(tx, applicationId)).find(({ id }) => id === paymentId);
    if (order === undefined) throw new Refusal("not-found", `There is no payment ${paymentId}.`);
    if (order.state !== "proposed")
      throw new Refusal("conflict", `Payment ${order.reference} was judged already; it is ${order.state}.`);
    requireOtherPerson(order.proposedBy, personId);
    requireWords(words, !approve);
    if (approve) await refuseSuspended(tx, grant);
    await tx.query(
      "UPDATE payment_orders SET state = $2, judged_by = $3, judged_at = $4, judgement = $5 WHERE id = $1",
      [paymentId, approve ? "approved" : "rejected", personId, context.now(), words || null],
    );
  });
}
