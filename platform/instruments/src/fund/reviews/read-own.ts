/** What a reviewer sees of the own assignments. */
import type { Question } from "@voorsprong/call-form";
import { amsterdamDay } from "@voorsprong/legal-time";
import type { Localised } from "../../kernel/views.js";
import { dossierOf } from "../applications/record.js";
import { type FundContext, requireFund } from "../context.js";
import { categoriesOf } from "./categories.js";
import { requireReview, reviewFile } from "./open-file.js";
import { panelState } from "./read-manage.js";
import { type OwnQuery, ownCounts, ownReviews } from "./store/lists.js";
import type { ReviewedCall } from "./terms.js";
import type { OtherReviews, OwnReviewPage, OwnReviewView, ReviewFileView } from "./views/index.js";
import { othersOf } from "./write-review.js";

/** A reviewer's assignments, what is due first comes first, with the messages of the fund. */
export async function ownReviewPage(
  { store, now }: FundContext,
  personId: string,
  { callId, ...query }: Omit<OwnQuery, "callId"> & { readonly callId?: string | undefined },
): Promise<OwnReviewPage> {
  const today = amsterdamDay(now());
  const { items, ...page } = await ownReviews(store.database, personId, today, {
    ...query,
    callId: callId ?? null,
  });
  const messages = await store.database.query<{ title: Localised; text: Localised; at: Date }>(
    `SELECT title, text, made_at AS at FROM outbox WHERE person_id = $1 AND kind LIKE 'review.%'
     ORDER BY made_at DESC LIMIT 3`,
    [personId],
  );
  return {
    items: items.map(({ number, submittedAt, ...row }) => ({
      ...row,
      dossier: dossierOf({ callId: row.callId, number })!,
      submittedAt: submittedAt?.toISOString() ?? null,
    })),
    counts: await ownCounts(store.database, personId, today),
    messages: messages.map(({ at, ...message }) => ({ ...message, at: at.toISOString() })),
    ...page,
  };
}

/** The criteria of a call as reviewers see them. */
export function criteriaView({ definition }: ReviewedCall): OwnReviewView["criteria"] {
  return definition.criteria.map(({ id, title, description, weight, max, threshold, anchors }) => ({
    id,
    title,
    description: description ?? null,
    weight,
    max,
    threshold: threshold ?? null,
    anchors: anchors.map(({ points, text }) => ({ points, text })),
  }));
}

/** A reviewer's own review, without the file. @throws Refusal when there is none */
export async function ownReviewView(
  context: FundContext,
  applicationId: string,
  personId: string,
): Promise<OwnReviewView> {
  const { review, call, dossier, title } = await requireReview(context, applicationId, personId);
  const { database } = context.store;
  const { blind } = call.definition.review;
  return {
    applicationId,
    dossier,
    callId: review.callId,
    callTitle: call.record.title,
    title,
    blind,
    parties: blind ? null : await partyNames(context, applicationId),
    state: review.state,
    due: review.due,
    late: review.state !== "submitted" && review.due < amsterdamDay(context.now()),
    criteria: criteriaView(call),
    threshold: call.threshold,
    scores: { ...review.scores },
    reasons: { ...review.reasons },
    classes: { ...review.classes },
    categories: [...categoriesOf(call)],
    revision: review.revision,
    changedAt: review.changedAt?.toISOString() ?? null,
    submittedAt: review.submittedAt?.toISOString() ?? null,
    applicationVersion: review.applicationVersion,
    total: review.total,
    panel: await panelState(database, review.callId),
  };
}

/** Names of the organisations that apply, the lead first. */
async function partyNames({ store }: FundContext, applicationId: string): Promise<string[]> {
  const rows = await store.database.query<{ name: string }>(
    `SELECT name FROM (
       SELECT o.name, 0 AS place FROM grant_applications a JOIN organisations o ON o.id = a.organisation_id WHERE a.id = $1
       UNION ALL
       SELECT o.name, 1 FROM grant_application_partners p JOIN organisations o ON o.id = p.organisation_id
       WHERE p.application_id = $1 AND p.state <> 'declined') parties
     ORDER BY place, name`,
    [applicationId],
  );
  return rows.map(({ name }) => name);
}

/** The file with the questions that belong to its answers. @throws Refusal without a declaration */
export async function reviewFileView(
  context: FundContext,
  applicationId: string,
  personId: string,
): Promise<ReviewFileView> {
  const { questions, content, ...file } = await reviewFile(context, applicationId, personId);
  const { call } = await requireReview(context, applicationId, personId);
  const shown = new Set(questions.map(({ question }) => question));
  const theme = content.project?.theme;
  return {
    ...file,
    theme: requireFund(context, call.record.fundId).themes.find(({ id }) => id === theme)?.title ?? null,
    content: { ...content } as Record<string, unknown>,
    sections: call.definition.form.sections
      .map(({ id, title, questions: all }) => ({
        id,
        title,
        questions: all
          .filter((question) => shown.has(question.id))
          .map((question) => seen(question, file.blind)),
      }))
      .filter((section) => section.questions.length > 0),
  };
}

/** A question as its answer is shown; columns that a blind reviewer does not get are left out. */
function seen(question: Question, blind: boolean): Record<string, unknown> {
  const { columns } = question;
  if (!blind || columns === undefined) return { ...question };
  return { ...question, columns: columns.filter(({ identifying, personal }) => !identifying && !personal) };
}

/** What others wrote. @throws Refusal before the own review is submitted and the panel is open */
export async function otherReviews(
  context: FundContext,
  applicationId: string,
  personId: string,
): Promise<OtherReviews> {
  const others = await othersOf(context, applicationId, personId);
  return {
    items: others.map(({ alias, scores, reasons, classes, total }) => ({
      alias,
      scores: { ...scores },
      reasons: { ...reasons },
      classes: { ...classes },
      total: total!,
    })),
  };
}
