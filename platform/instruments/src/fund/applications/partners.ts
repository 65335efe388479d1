/** Inviting partners, and their answers. */
import { createHash, randomBytes } from "node:crypto";
import type { Actor } from "@voorsprong/access";
import { Refusal } from "../../kernel/refusal.js";
import type { FundContext } from "../context.js";
import { partHash } from "./partner-part.js";
import { lockDossier, noApplication } from "./read-one.js";
import { requireWritable } from "./start-application.js";
import { keepAnswer, keepInvitation, listPartners, takeInvitation } from "./store/partners.js";

const hashOfSecret = (secret: string) => createHash("sha256").update(secret).digest("hex");

/**
 * Makes an invitation link for a partner; an older link stops working. Only the hash of its secret is kept.
 * @returns the secret, which is shown once
 */
export async function invitePartner(
  { store, now }: FundContext,
  id: string,
  partner: string,
): Promise<string> {
  const secret = randomBytes(24).toString("base64url");
  await store.database.transaction(async (tx) => {
    requireWritable(await lockDossier(tx, id, now()));
    if (!(await keepInvitation(tx, id, partner, hashOfSecret(secret))))
      throw new Refusal("not-found", `The application ${id} has no partner ${partner}.`);
  });
  return secret;
}

/**
 * Takes an invitation up for an organisation: from then on its members see their part.
 * @throws Refusal in the words of an application that does not exist when the link is not good
 */
export async function acceptInvitation(
  { store, now }: FundContext,
  id: string,
  partner: string,
  { secret, organisationId }: { readonly secret: string; readonly organisationId: string },
): Promise<void> {
  await store.database.transaction(async (tx) => {
    const taken = await takeInvitation(tx, id, partner, hashOfSecret(secret), organisationId);
    if (!taken) throw new Refusal("not-found", noApplication(id));
    requireWritable(await lockDossier(tx, id, now()));
  });
}

/**
 * A partner confirms or declines its part as it is now.
 * @param part the hash of the part that was read
 * @throws Refusal when the part is not one's own, or was changed after it was read
 */
export async function answerAsPartner(
  { store, now }: FundContext,
  id: string,
  partner: string,
  { answer, part }: { readonly answer: "confirmed" | "declined"; readonly part: string },
  actor: Actor,
): Promise<void> {
  const at = now();
  await store.database.transaction(async (tx) => {
    const dossier = await lockDossier(tx, id, at);
    const row = (await listPartners(tx, id)).find((each) => each.partner === partner);
    const own = actor.organisations.some((each) => each.id === row?.organisationId);
    if (row === undefined || !own) throw new Refusal("not-found", noApplication(id));
    requireWritable(dossier);
    const now = partHash(dossier.document, partner);
    if (now !== part)
      throw new Refusal("conflict", `Your part of ${id} was changed meanwhile: read it again first.`);
    await keepAnswer(tx, id, partner, {
      state: answer,
      partHash: now,
      personId: actor.personId!,
      at,
    });
  });
}
