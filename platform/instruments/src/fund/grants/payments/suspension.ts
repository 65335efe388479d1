/** Suspension of payment on serious grounds to expect a withdrawal or change (Awb 4:56). */
import { randomUUID } from "node:crypto";
import { Refusal } from "../../../kernel/refusal.js";
import { changing, type GrantContext } from "../context.js";
import { listSuspensions } from "../store/progress.js";

/** Suspends payment; orders that were not handed to the payer wait. */
export function suspendPayment(
  context: GrantContext,
  personId: string,
  applicationId: string,
  reason: string,
): Promise<void> {
  return changing(context, applicationId, async (tx) => {
    const open = (await listSuspensions(tx, applicationId)).some(({ liftedAt }) => liftedAt === null);
    if (open) throw new Refusal("conflict", "Payment is suspended already.");
    await tx.query(
      `INSERT INTO payment_suspensions (id, application_id, reason, suspended_by, suspended_at) VALUES ($1, $2, $3, $4, $5)`,
      [randomUUID(), applicationId, reason, personId, context.now()],
    );
  });
}

/** Lets payment go on. */
export function liftSuspension(
  context: GrantContext,
  personId: string,
  applicationId: string,
  words: string,
): Promise<void> {
  return changing(context, applicationId, async (tx) => {
    const open = (await listSuspensions(tx, applicationId)).find(({ liftedAt }) => liftedAt === null);
    if (open === undefined) throw new Refusal("conflict", "Payment is not suspended.");
    await tx.query(
      "UPDATE payment_suspensions SET lifted_by = $2, lifted_at = $3, lifting = $4 WHERE id = $1",
      [open.id, personId, context.now(), words],
    );
  });
}
