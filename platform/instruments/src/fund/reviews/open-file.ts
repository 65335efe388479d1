/** A reviewer and the file of an application: closed until a declaration, never open with a conflict. */
import type { ApplicationContent, BlindApplication } from "@voorsprong/call-form";
import { blindAttachments, blindOf, visibleQuestions } from "@voorsprong/call-form";
import { Refusal } from "../../kernel/refusal.js";
import { getSubmitted } from "../applications/read-applications.js";
import { dossierOf } from "../applications/record.js";
import type { FundContext } from "../context.js";
import { assignMissing } from "./assign-one.js";
import { attachmentOf, type KeptAttachment } from "./store/attachments.js";
import { recordConflict } from "./store/conflicts.js";
import { record } from "./store/events.js";
import { declareFree, getReview, type ReviewRecord } from "./store/reviews.js";
import { type ReviewedCall, requireCall } from "./terms.js";

/** What is said of an application that somebody has nothing to review of, whatever the cause. */
export const noReview = (applicationId: string): string =>
  `There is no application ${applicationId} for you to review.`;

/** A review with its call. */
export interface OwnReview {
  readonly review: ReviewRecord;
  readonly call: ReviewedCall;
  readonly dossier: string;
  readonly title: string;
}

/** @throws Refusal when this person has no review of it, or one that ended by a conflict or by hand */
export async function requireReview(
  { store, now }: FundContext,
  applicationId: string,
  personId: string,
): Promise<OwnReview> {
  const review = await getReview(store.database, applicationId, personId);
  if (review === null || review.state === "conflict" || review.state === "released")
    throw new Refusal("not-found", noReview(applicationId));
  const call = await requireCall(store.database, review.callId, now());
  const [row] = await store.database.query<{ number: number; title: string }>(
    "SELECT number, title FROM grant_applications WHERE id = $1",
    [applicationId],
  );
  return {
    review,
    call,
    title: row!.title,
    dossier: dossierOf({ callId: review.callId, number: row!.number })!,
  };
}

/** What a reviewer declares about an application. */
export interface Declaration {
  readonly conflict: boolean;
  /** In the reviewer's words; only with a conflict. */
  readonly explanation: string | null;
}

/**
 * Declares a conflict of interest or its absence, before the file opens (Awb 2:4 and 3:9). Without a conflict the file
 * opens. With one it never does for this person, and the application goes to somebody else at once where somebody is free.
 *
 * @throws Refusal when the review was submitted
 */
export async function declare(
  context: FundContext,
  applicationId: string,
  personId: string,
  { conflict, explanation }: Declaration,
): Promise<void> {
  const { store, now } = context;
  const { review, call } = await requireReview(context, applicationId, personId);
  const callId = review.callId;
  if (review.state === "submitted")
    throw new Refusal(
      "conflict",
      "You submitted this review already. Tell the fund about the conflict; it decides whether the review counts.",
    );
  await store.database.transaction(async (tx) => {
    if (!conflict) {
      await declareFree(tx, now(), applicationId, personId);
      await record(tx, now(), [
        { callId, applicationId, personId, kind: "declared-free", reason: null, byPerson: personId },
      ]);
      return;
    }
    await recordConflict(tx, now(), { applicationId, personId, ground: "declared", explanation });
    await record(tx, now(), [
      {
        callId,
        applicationId,
        personId,
        kind: "conflict",
        reason: null,
        ground: "declared",
        byPerson: personId,
      },
    ]);
    await assignMissing(tx, now(), call, applicationId, personId);
  });
}

/** What a reviewer reads. */
export interface ReviewFile {
  readonly applicationId: string;
  readonly dossier: string;
  readonly title: string;
  readonly version: number;
  readonly blind: boolean;
  /** Without salt and contact; in a blind call without everything that tells who applies. */
  readonly content: BlindApplication | ApplicationContent;
  /** The questions that were asked and may be seen, with their answers in `content`. */
  readonly questions: readonly { readonly section: string; readonly question: string }[];
}

/**
 * The file of an application as its reviewer may read it.
 *
 * @throws Refusal without a declaration, saying what to do
 */
export async function reviewFile(
  context: FundContext,
  applicationId: string,
  personId: string,
): Promise<ReviewFile> {
  const own = await requireDeclared(context, applicationId, personId);
  const { application, version } = await submittedContent(context, applicationId);
  const { definition } = own.call;
  const { blind } = definition.review;
  const shown = visibleQuestions(definition, application).filter(
    ({ question }) => !blind || (question.identifying !== true && question.personal !== true),
  );
  return {
    applicationId,
    dossier: own.dossier,
    title: own.title,
    version,
    blind,
    content: blind ? blindOf(definition, application) : open(application),
    questions: shown.map(({ section, question }) => ({ section, question: question.id })),
  };
}

/**
 * An attachment of an application, as its reviewer may open it: in a blind call under a neutral name, and not when it
 * tells who applies.
 *
 * @throws Refusal when there is none, or without a declaration
 */
export async function reviewAttachment(
  context: FundContext,
  applicationId: string,
  attachmentId: string,
  personId: string,
): Promise<KeptAttachment> {
  const own = await requireDeclared(context, applicationId, personId);
  const { application } = await submittedContent(context, applicationId);
  const { definition } = own.call;
  const missing = () => new Refusal("not-found", `There is no attachment ${attachmentId} for you to read.`);
  const isBlind = definition.review.blind;
  if (isBlind && !blindAttachments(definition, application).includes(attachmentId)) throw missing();
  const name = nameIn(
    isBlind ? (blindOf(definition, application) as ApplicationContent) : application,
    attachmentId,
  );
  const kept = name === null ? null : await attachmentOf(context.store.database, applicationId, attachmentId);
  if (kept === null || name === null) throw missing();
  return { ...kept, name };
}

/** @throws Refusal that says to declare first */
export async function requireDeclared(
  context: FundContext,
  applicationId: string,
  personId: string,
): Promise<OwnReview> {
  const own = await requireReview(context, applicationId, personId);
  if (own.review.state === "assigned")
    throw new Refusal(
      "forbidden",
      "The file is closed until you declare whether you have a conflict of interest with this application.",
    );
  return own;
}

async function submittedContent({ store }: FundContext, applicationId: string) {
  const submitted = await getSubmitted(store.database, applicationId);
  if (submitted?.document == null)
    throw new Refusal("not-found", `The content of ${applicationId} is no longer kept.`);
  return {
    version: submitted.version,
    application: JSON.parse(submitted.document) as ApplicationContent,
  };
}

/** An application for reviewers of a call that is not blind: the parts that reviewing needs. */
function open(application: ApplicationContent): ApplicationContent {
  const { title, summary, lead, project, answers, workPackages, partners, costs, funding, requested } =
    application;
  const parts = { title, summary, lead, project, answers, workPackages, partners, costs, funding, requested };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
}

/** The name under which an attachment stands in the answers, or null when none is it. */
function nameIn(application: ApplicationContent, attachmentId: string): string | null {
  for (const answer of Object.values(application.answers ?? {}))
    for (const file of [answer].flat())
      if (typeof file === "object" && file !== null && "sha256" in file && file.id === attachmentId)
        return String(file.name);
  return null;
}
