/** Requests to change an agreement: asked by the recipient, decided by the fund. */
import { randomUUID } from "node:crypto";
import type { Transaction } from "@voorsprong/store";
import { Refusal } from "../../../kernel/refusal.js";
import { changing, type GrantContext, today } from "../context.js";
import { bookMoney, moneyOfGrant } from "../money.js";
import {
  addAgreement,
  agreementText,
  currentAgreement,
  type GrantRecord,
  requireState,
} from "../store/grants.js";
import { type ChangeRecord, listChanges } from "../store/progress.js";
import type { NewChange } from "../views/grant.js";
import { changedAgreement } from "./change.js";
import type { Agreement } from "./document.js";

/** Asks for a change; one at a time. */
export function proposeChange(
  context: GrantContext,
  personId: string,
  applicationId: string,
  { reason, ...proposal }: NewChange,
): Promise<void> {
  return changing(context, applicationId, async (tx, grant) => {
    requireState(grant, ["running"], "asking a change");
    changedAgreement(await currentAgreement(tx, applicationId), proposal);
    if ((await openChange(tx, applicationId)) !== null)
      throw new Refusal(
        "conflict",
        "There is a request to change already; withdraw it, or wait for its decision.",
      );
    await tx.query(
      `INSERT INTO grant_changes (id, application_id, from_version, proposal, reason, state, proposed_by, proposed_at)
       VALUES ($1, $2, $3, $4::jsonb, $5, 'proposed', $6, $7)`,
      [
        randomUUID(),
        applicationId,
        grant.agreementVersion,
        JSON.stringify(proposal),
        reason,
        personId,
        context.now(),
      ],
    );
  });
}

/** Takes a request back. */
export function withdrawChange(
  context: GrantContext,
  personId: string,
  applicationId: string,
  changeId: string,
): Promise<void> {
  return changing(context, applicationId, async (tx) => {
    await requireOpen(tx, applicationId, changeId);
    await close(tx, context, { changeId, personId, state: "withdrawn", words: null });
  });
}

/** Accepts a request, which makes a new version, or refuses it. */
export function decideChange(
  context: GrantContext,
  personId: string,
  applicationId: string,
  changeId: string,
  { accept, words }: { readonly accept: boolean; readonly words: string },
): Promise<void> {
  return changing(context, applicationId, async (tx, grant) => {
    const change = await requireOpen(tx, applicationId, changeId);
    if (accept) {
      requireState(grant, ["running"], "changing the agreement");
      if (change.fromVersion !== grant.agreementVersion)
        throw new Refusal(
          "conflict",
          "The agreement has changed since this was asked; ask for a new request.",
        );
      const agreement = changedAgreement(await currentAgreement(tx, applicationId), change.proposal);
      await refuseBelowPaid(tx, grant, agreement);
      await newVersion(tx, context, grant, { agreement, reason: words, personId, onDay: today(context) });
    }
    await close(tx, context, { changeId, personId, state: accept ? "accepted" : "refused", words });
  });
}

/** Keeps a new version, with what it does to the grant in the ledger. */
export async function newVersion(
  tx: Transaction,
  { ledger }: GrantContext,
  grant: GrantRecord,
  made: {
    readonly agreement: Agreement;
    readonly reason: string;
    readonly personId: string;
    readonly onDay: string;
    /** The article it rests on, for the ledger; absent for a change that was asked. */
    readonly article?: string;
  },
): Promise<number> {
  const { applicationId, fundId, example, publicName, granted } = grant;
  const entry = await bookMoney(tx, ledger, {
    kind: "grant.changed",
    applicationId,
    fundId,
    example,
    cents: made.agreement.grantCents - granted,
    onDay: made.onDay,
    organisation: publicName,
    details: {
      agreementHash: agreementText(made.agreement).hash,
      version: grant.agreementVersion + 1,
      ...(made.article === undefined ? {} : { article: made.article }),
    },
  });
  await addAgreement(tx, grant, {
    agreement: made.agreement,
    reason: made.reason,
    madeBy: made.personId,
    entry,
  });
  return entry.seq;
}

async function refuseBelowPaid(tx: Transaction, grant: GrantRecord, agreement: Agreement): Promise<void> {
  const { paid } = await moneyOfGrant(tx, grant.applicationId);
  const [underWay] = await tx.query<{ cents: number }>(
    `SELECT coalesce(sum(cents), 0)::bigint AS cents FROM payment_orders
     WHERE application_id = $1 AND state IN ('proposed', 'approved', 'ordered')`,
    [grant.applicationId],
  );
  if (agreement.grantCents < paid + underWay!.cents)
    throw new Refusal(
      "conflict",
      `More than ${agreement.grantCents} cents of ${grant.dossier} was paid or is on its way. Lower the grant by a withdrawal (Awb 4:48), which also recovers.`,
    );
}

async function openChange(tx: Transaction, applicationId: string): Promise<ChangeRecord | null> {
  return (await listChanges(tx, applicationId)).find(({ state }) => state === "proposed") ?? null;
}

async function requireOpen(tx: Transaction, applicationId: string, changeId: string): Promise<ChangeRecord> {
  const change = (await listChanges(tx, applicationId)).find(({ id }) => id === changeId);
  if (change === undefined) throw new Refusal("not-found", `There is no request to change ${changeId}.`);
  if (change.state !== "proposed")
    throw new Refusal("conflict", `This request was closed already; it is ${change.state}.`);
  return change;
}

async function close(
  tx: Transaction,
  { now }: GrantContext,
  closed: {
    changeId: string;
    personId: string;
    state: "accepted" | "refused" | "withdrawn";
    words: string | null;
  },
): Promise<void> {
  await tx.query(
    "UPDATE grant_changes SET state = $2, decided_by = $3, decided_at = $4, decision = $5 WHERE id = $1",
    [closed.changeId, closed.state, closed.personId, now(), closed.words],
  );
}
