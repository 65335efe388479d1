/** Beginning, saving and taking away a draft. */

import { randomId } from "../../kernel/random-id.js";
import { Refusal } from "../../kernel/refusal.js";
import { getCall } from "../calls/read-calls.js";
import type { FundContext } from "../context.js";
import { APPLICATION_FORMAT, type ApplicationParts, withChanges } from "./document.js";
import { type Dossier, lockDossier } from "./read-one.js";
import {
  deleteDraft,
  insertDraft,
  knownOrganisations,
  organisationSnapshot,
  saveDocument,
} from "./store/drafts.js";

/**
 * Makes an empty draft for an organisation; gives its id.
 * @throws Refusal when the call is not open
 */
export async function startApplication(
  { store, now }: FundContext,
  { callId, organisationId }: { readonly callId: string; readonly organisationId: string },
  personId: string,
): Promise<string> {
  const at = now();
  return store.database.transaction(async (tx) => {
    const call = await getCall(tx, callId, at);
    if (call === null || call.state === "draft")
      throw new Refusal("not-found", `There is no call ${callId}.`);
    if (call.state !== "open")
      throw new Refusal("conflict", `The call ${callId} is not open: it runs from ${period(call)}.`);
    const found = await organisationSnapshot(tx, organisationId);
    if (found === null) throw new Refusal("not-found", `There is no organisation ${organisationId}.`);
    const { kvkConfirmed: _, ...lead } = found;
    const sizes = ["micro", "small", "medium", "large"] as const;
    const id = randomId("A");
    const document = {
      format: APPLICATION_FORMAT,
      call: callId,
      callVersion: call.version,
      lead: { ...lead, size: sizes.find((size) => size === lead.size) ?? null },
    } as const;
    await insertDraft(tx, id, { callId, fundId: call.fundId }, document, {
      personId,
      at,
    });
    return id;
  });
}

function period({ opens, closes }: { readonly opens: Date; readonly closes: Date }): string {
  return `${opens.toISOString()} to ${closes.toISOString()}`;
}

/** @throws Refusal when the application is not in the hands of the applicant */
export function requireWritable({ id, state }: Pick<Dossier, "id" | "state">): void {
  if (state !== "draft" && state !== "returned")
    throw new Refusal(
      "conflict",
      `The application ${id} is ${state}, so it cannot be changed. The fund can give it back to be completed.`,
    );
}

/** @throws Refusal when somebody else saved meanwhile; nothing is overwritten */
export function requireRevision(dossier: Pick<Dossier, "id" | "revision" | "changedAt">, seen: number): void {
  if (dossier.revision === seen) return;
  throw new Refusal(
    "conflict",
    `The application ${dossier.id} was saved meanwhile, at ${dossier.changedAt.toISOString()}: it is at revision ${dossier.revision} and you saw ${seen}. Read it again and put your changes on top.`,
  );
}

/**
 * Saves changes on top of the revision that was seen. A partner whose part changes has to confirm it again.
 * @throws Refusal when it was changed meanwhile, is not a draft, or names an organisation that does not exist
 */
export async function saveDraft(
  { store, now }: FundContext,
  id: string,
  { revision, changes }: { readonly revision: number; readonly changes: ApplicationParts },
  personId: string,
): Promise<{ readonly revision: number; readonly savedAt: Date }> {
  const at = now();
  return store.database.transaction(async (tx) => {
    const dossier = await lockDossier(tx, id, at);
    requireWritable(dossier);
    requireRevision(dossier, revision);
    const document = withChanges(dossier.document, changes);
    const named = (document.partners ?? []).flatMap(({ organisation }) => organisation ?? []);
    const known = await knownOrganisations(tx, named);
    const unknown = named.find((organisation) => !known.has(organisation));
    if (unknown !== undefined) throw new Refusal("unusable", `There is no organisation ${unknown}.`);
    return { revision: await saveDocument(tx, dossier, document, { personId, at }), savedAt: at };
  });
}

/** Takes a draft away that was never submitted. @throws Refusal when it was */
export async function discardDraft({ store, now }: FundContext, id: string): Promise<void> {
  await store.database.transaction(async (tx) => {
    const { version } = await lockDossier(tx, id, now());
    if (version > 0)
      throw new Refusal(
        "conflict",
        `The application ${id} was submitted: withdraw it instead of deleting it.`,
      );
    await deleteDraft(tx, id);
  });
}
