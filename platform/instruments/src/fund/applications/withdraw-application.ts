/** Withdrawing, and the chance to complete. */
import { randomUUID } from "node:crypto";
import { amsterdamDay, isDay } from "@voorsprong/legal-time";
import { Refusal } from "../../kernel/refusal.js";
import type { FundContext } from "../context.js";
import { isDecided } from "./read-applications.js";
import { lockDossier } from "./read-one.js";
import { endCorrection, insertCorrection, listCorrections } from "./store/corrections.js";
import { correctionEnd } from "./submit-application.js";

/** Withdraws what was submitted. @throws Refusal when it is not with the fund, or was decided already */
export async function withdrawApplication({ store, now }: FundContext, id: string): Promise<void> {
  const at = now();
  await store.database.transaction(async (tx) => {
    const { state, version } = await lockDossier(tx, id, at);
    if (state !== "submitted" && state !== "returned")
      throw new Refusal("conflict", `The application ${id} is ${state}, so there is nothing to withdraw.`);
    if (await isDecided(tx, id))
      throw new Refusal(
        "conflict",
        `The application ${id} was decided. Ask the fund to withdraw the grant, or object to the decision.`,
      );
    await tx.query("UPDATE grant_applications SET state = 'withdrawn', changed_at = $2 WHERE id = $1", [
      id,
      at,
    ]);
    await endCorrection(tx, id, "withdrawn", at);
    await store.ledger.append(tx, { kind: "application.withdrawn", subject: id, body: { version } });
  });
}

/**
 * Gives the applicant the chance to complete (Awb 4:5); the decision term stands still meanwhile (Awb 4:15).
 * @throws Refusal when it is not with the fund, or the last day is no day after today
 */
export async function askCorrection(
  { store, now }: FundContext,
  id: string,
  { what, due }: { readonly what: string; readonly due: string },
  personId: string,
): Promise<void> {
  const at = now();
  if (!isDay(due) || due <= amsterdamDay(at))
    throw new Refusal("unusable", `The last day "${due}" must be a day after today.`);
  await store.database.transaction(async (tx) => {
    const { state } = await lockDossier(tx, id, at);
    if (state !== "submitted")
      throw new Refusal(
        "conflict",
        `The application ${id} is ${state}; only what was submitted can be given back.`,
      );
    if (await isDecided(tx, id))
      throw new Refusal("conflict", `The application ${id} was decided; there is nothing left to complete.`);
    await insertCorrection(tx, { id: randomUUID(), applicationId: id, what, due, personId, at });
  });
}

/**
 * Ends a chance that was not used: the application stands as it was last submitted.
 * @throws Refusal when none runs, or it still may be used
 */
export async function endUnusedCorrection({ store, now }: FundContext, id: string): Promise<void> {
  const at = now();
  await store.database.transaction(async (tx) => {
    await lockDossier(tx, id, at);
    const running = (await listCorrections(tx, id)).find(({ endedAt }) => endedAt === null);
    if (running === undefined) throw new Refusal("conflict", `No chance to complete ${id} is running.`);
    if (at < correctionEnd(running.due))
      throw new Refusal("conflict", `The applicant may still complete ${id} up to ${running.due}.`);
    await endCorrection(tx, id, "expired", at);
    await tx.query("UPDATE grant_applications SET state = 'submitted' WHERE id = $1", [id]);
  });
}
