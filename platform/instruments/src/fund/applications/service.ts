/** What can be asked of applications to calls. Methods throw `Refusal` for what does not exist or cannot be. */
import type { Actor, Scope } from "@voorsprong/access";
import type { PrintDocument } from "@voorsprong/documents";
import type { z } from "zod";
import type { FundContext } from "../context.js";
import { keepAttachment, readAttachment, removeAttachment } from "./attachments.js";
import type { ApplicationParts } from "./document.js";
import { applicationList } from "./list-applications.js";
import type { GrantApplicationsQuery } from "./params.js";
import { acceptInvitation, answerAsPartner, invitePartner } from "./partners.js";
import { applicationScope } from "./read-one.js";
import {
  type ReceiptOptions,
  receiptOf,
  receiptPdf,
  submittedText,
  versionDifferences,
} from "./read-receipt.js";
import { settleFlag } from "./resolve-flag.js";
import { discardDraft, saveDraft, startApplication } from "./start-application.js";
import { submitApplication } from "./submit-application.js";
import { aidOf, checksOf, viewApplication } from "./view-application.js";
import type {
  ApplicationAid,
  ApplicationChecksView,
  AttachmentView,
  DocumentDifferences,
  GrantApplicationPage,
  GrantApplicationView,
  SavedDraft,
} from "./views.js";
import { askCorrection, endUnusedCorrection, withdrawApplication } from "./withdraw-application.js";

/** Applications from the first word to the receipt. */
export interface ApplicationService {
  /** What an application belongs to, for who may do what with it; null when there is none for them. */
  scope(id: string, actor: Actor): Promise<Scope | null>;
  list(actor: Actor, query: z.output<typeof GrantApplicationsQuery>): Promise<GrantApplicationPage>;
  start(of: { callId: string; organisationId: string }, actor: Actor): Promise<GrantApplicationView>;
  view(id: string, actor: Actor): Promise<GrantApplicationView>;
  save(id: string, draft: { revision: number; changes: ApplicationParts }, actor: Actor): Promise<SavedDraft>;
  discard(id: string): Promise<void>;
  checks(id: string): Promise<ApplicationChecksView>;
  aid(id: string, actor: Actor): Promise<ApplicationAid>;
  submit(id: string, revision: number, actor: Actor): Promise<GrantApplicationView>;
  withdraw(id: string, actor: Actor): Promise<GrantApplicationView>;
  askCorrection(
    id: string,
    asked: { what: string; due: string },
    actor: Actor,
  ): Promise<GrantApplicationView>;
  endUnusedCorrection(id: string, actor: Actor): Promise<GrantApplicationView>;
  settleFlag(id: string, code: string, resolution: string, actor: Actor): Promise<GrantApplicationView>;
  /** The path of the page that takes the invitation up; shown once. */
  invite(id: string, partner: string): Promise<string>;
  accept(
    id: string,
    partner: string,
    taken: { secret: string; organisationId: string },
    actor: Actor,
  ): Promise<GrantApplicationView>;
  answer(
    id: string,
    partner: string,
    given: { answer: "confirmed" | "declined"; part: string },
    actor: Actor,
  ): Promise<void>;
  attach(
    id: string,
    file: { id: string; name: string; content: Uint8Array },
    actor: Actor,
  ): Promise<AttachmentView>;
  attachment(id: string, attachmentId: string): ReturnType<typeof readAttachment>;
  detach(id: string, attachmentId: string): Promise<void>;
  receipt(id: string, options: ReceiptOptions): Promise<PrintDocument>;
  receiptPdf(id: string, options: ReceiptOptions): Promise<Uint8Array>;
  /** A submitted version, byte for byte as it was hashed. */
  versionText(id: string, version: number): Promise<string>;
  differences(id: string, version: number): Promise<DocumentDifferences>;
}

/** Makes the service. */
export function applicationService(context: FundContext): ApplicationService {
  const view = (id: string, actor: Actor) => viewApplication(context, id, actor);
  return {
    scope: (id, actor) => applicationScope(context.store, id, actor),
    list: (actor, { as, ...query }) => applicationList(context, actor, as, query),
    start: async (of, actor) => view(await startApplication(context, of, actor.personId!), actor),
    view,
    async save(id, draft, actor) {
      const { revision, savedAt } = await saveDraft(context, id, draft, actor.personId!);
      return { revision, savedAt: savedAt.toISOString() };
    },
    discard: (id) => discardDraft(context, id),
    checks: (id) => checksOf(context, id),
    aid: (id, actor) => aidOf(context, id, actor),
    async submit(id, revision, actor) {
      await submitApplication(context, id, revision, actor.personId!);
      return view(id, actor);
    },
    async withdraw(id, actor) {
      await withdrawApplication(context, id);
      return view(id, actor);
    },
    async askCorrection(id, asked, actor) {
      await askCorrection(context, id, asked, actor.personId!);
      return view(id, actor);
    },
    async endUnusedCorrection(id, actor) {
      await endUnusedCorrection(context, id);
      return view(id, actor);
    },
    async settleFlag(id, code, resolution, actor) {
      await settleFlag(context, id, code, resolution, actor.personId!);
      return view(id, actor);
    },
    async invite(id, partner) {
      const secret = await invitePartner(context, id, partner);
      // After the sign of a fragment: no server log and no other site ever gets the secret.
      return `/applications/${id}/invitation/${partner}#${secret}`;
    },
    async accept(id, partner, taken, actor) {
      await acceptInvitation(context, id, partner, taken);
      return view(id, actor);
    },
    answer: (id, partner, given, actor) => answerAsPartner(context, id, partner, given, actor),
    async attach(id, file, actor) {
      const { uploadedAt, ...rest } = await keepAttachment(context, id, file, actor.personId!);
      return { ...rest, uploadedAt: uploadedAt.toISOString() };
    },
    attachment: (id, attachmentId) => readAttachment(context, id, attachmentId),
    detach: (id, attachmentId) => removeAttachment(context, id, attachmentId),
    receipt: (id, options) => receiptOf(context, id, options),
    receiptPdf: (id, options) => receiptPdf(context, id, options),
    versionText: (id, version) => submittedText(context, id, version),
    differences: (id, version) => versionDifferences(context, id, version),
  };
}
