/** Recovery: what came back, with statutory interest on what is late, and payment in parts. */
import {
  addDays,
  addMonths,
  type Debt,
  debtStatement,
  knownInterestRates,
  leastInterestCents,
  recoveryLimit,
} from "@voorsprong/legal-time";
import { equalParts } from "@voorsprong/settlement";
import type { z } from "zod";
import { Refusal } from "../../../kernel/refusal.js";
import { changing, type GrantContext, today } from "../context.js";
import { bookMoney } from "../money.js";
import { listRecoveries, type RecoveryRecord } from "../store/settlement.js";
import type { NewInstalments, NewReceipt, RecoveryView } from "../views/settlement.js";

/** How a recovery stands on a day: interest from the day after the term of payment (Awb 4:97, 4:98). */
export function recoveryDebt({ cents, due, receipts }: RecoveryRecord, day: string): Debt {
  return debtStatement({
    cents,
    from: addDays(due, 1),
    until: day,
    rates: knownInterestRates,
    payments: receipts.map(({ receivedOn, cents: paid }) => ({ day: receivedOn, cents: paid })),
    leastInterest: leastInterestCents,
  });
}

/** A recovery as its page shows it today. */
export function recoveryView(recovery: RecoveryRecord, day: string): RecoveryView {
  const { principalCents, interestCents, steps } = recoveryDebt(recovery, day);
  return {
    ...recovery,
    receipts: [...recovery.receipts],
    instalments: [...recovery.instalments],
    principalCents,
    interestCents,
    lines: steps.map(({ text, article, cents = null }) => ({ text, article, cents })),
    limit: recoveryLimit(recovery.orderedOn).ends,
  };
}

/**
 * Enters what was received.
 * @throws Refusal when it is more than what was owed on that day, or its day has not come
 */
export function receiveRecovery(
  context: GrantContext,
  personId: string,
  applicationId: string,
  recoveryId: string,
  { cents, receivedOn }: z.output<typeof NewReceipt>,
): Promise<void> {
  return changing(context, applicationId, async (tx, grant) => {
    const recovery = (await listRecoveries(tx, applicationId)).find(({ id }) => id === recoveryId);
    if (recovery === undefined) throw new Refusal("not-found", `There is no recovery ${recoveryId}.`);
    if (receivedOn > today(context) || receivedOn < recovery.orderedOn)
      throw new Refusal(
        "unusable",
        `The day of receipt lies between the order (${recovery.orderedOn}) and today, not on ${receivedOn}.`,
      );
    const { principalCents, interestCents } = recoveryDebt(recovery, receivedOn);
    const owed = principalCents + interestCents;
    if (cents > owed)
      throw new Refusal(
        "unusable",
        `On ${receivedOn} ${owed} cents were owed; ${cents} cents is more than that.`,
      );
    const { fundId, example, publicName } = grant;
    const { seq, at } = await bookMoney(tx, context.ledger, {
      kind: "recovery.received",
      applicationId,
      fundId,
      example,
      cents,
      onDay: receivedOn,
      organisation: publicName,
    });
    await tx.query(
      `INSERT INTO recovery_receipts (ledger_seq, recovery_id, cents, received_on, entered_by, entered_at)
       VALUES ($1, $2, $3, $4::date, $5, $6::timestamptz)`,
      [seq, recoveryId, cents, receivedOn, personId, at],
    );
  });
}

/** Lets the rest of the debt be paid in equal monthly parts (Awb 4:94); interest runs on (Awb 4:101). */
export function planInstalments(
  context: GrantContext,
  personId: string,
  applicationId: string,
  recoveryId: string,
  { count, first, reason }: z.output<typeof NewInstalments>,
): Promise<void> {
  return changing(context, applicationId, async (tx) => {
    const recovery = (await listRecoveries(tx, applicationId)).find(({ id }) => id === recoveryId);
    if (recovery === undefined) throw new Refusal("not-found", `There is no recovery ${recoveryId}.`);
    const day = today(context);
    if (first < day) throw new Refusal("unusable", `The first part falls due on ${first}, which has passed.`);
    const { principalCents } = recoveryDebt(recovery, day);
    if (principalCents === 0) throw new Refusal("conflict", "Nothing is owed any more.");
    const instalments = equalParts(principalCents, count).map((cents, at) => ({
      day: addMonths(first, at),
      cents,
    }));
    await tx.query(
      `INSERT INTO recovery_plans (recovery_id, instalments, reason, made_by, made_at)
       VALUES ($1, $2::jsonb, $3, $4, $5)`,
      [recoveryId, JSON.stringify(instalments), reason, personId, context.now()],
    );
  });
}
