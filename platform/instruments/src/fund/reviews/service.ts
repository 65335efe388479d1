/** What can be asked about reviews. Methods throw `Refusal` for what does not exist or cannot be. */
import type { Scope } from "@voorsprong/access";
import type { z } from "zod";
import type { FundContext } from "../context.js";
import { excludeReviewer, type FoundConflict } from "./close-conflicts.js";
import { type Declaration, declare, noReview, reviewAttachment } from "./open-file.js";
import { type Agreed, agree, freeze, open } from "./panel/deliberate.js";
import { panelLoader } from "./panel/load.js";
import { deliberationView, type PanelQuery, panelPage, panelView } from "./panel/read.js";
import type { AssignmentsQuery, OwnReviewsQuery } from "./params.js";
import { adaptProposal, confirm, discardProposal, type HandChange, propose, reassign } from "./propose.js";
import { assignmentPage, proposalView, reviewerList, reviewProgress } from "./read-manage.js";
import { otherReviews, ownReviewPage, ownReviewView, reviewFileView } from "./read-own.js";
import { remind } from "./reminders.js";
import { removeReviewer, setReviewer } from "./reviewers.js";
import { callScope, reviewScope } from "./scopes.js";
import type { KeptAttachment } from "./store/attachments.js";
import { frozenDocument } from "./store/frozen.js";
import type { ReviewerTerms } from "./store/reviewers.js";
import type { ReviewContent } from "./store/reviews.js";
import type * as views from "./views/index.js";
import { saveOwn, submitOwn } from "./write-review.js";

/** Reviewing, from assigning to frozen scores. `by` and `personId` are persons who are signed in. */
export interface ReviewService {
  /** What a call belongs to; null when there is none. */
  callScope(callId: string): Promise<Scope | null>;
  /** What an application belongs to, with the persons who may review it; null when there is none. */
  reviewScope(applicationId: string): Promise<Scope | null>;
  reviewers(callId: string): Promise<views.ReviewerList>;
  setReviewer(
    callId: string,
    personId: string,
    terms: ReviewerTerms,
    by: string,
  ): Promise<views.ReviewerList>;
  removeReviewer(callId: string, personId: string): Promise<void>;
  progress(callId: string): Promise<views.ReviewProgress>;
  propose(callId: string, by: string): Promise<views.ProposalView>;
  proposal(callId: string): Promise<views.ProposalView>;
  adaptProposal(
    callId: string,
    revision: number,
    change: HandChange,
    by: string,
  ): Promise<views.ProposalView>;
  discardProposal(callId: string): Promise<void>;
  confirm(callId: string, revision: number, by: string): Promise<number>;
  assignments(callId: string, query: z.output<typeof AssignmentsQuery>): Promise<views.AssignmentPage>;
  reassign(callId: string, change: HandChange, by: string): Promise<void>;
  /** Records a conflict that the fund found; a submitted review then no longer counts. */
  exclude(callId: string, conflict: FoundConflict, by: string): Promise<void>;
  remind(callId: string, personIds: readonly string[] | null, by: string): Promise<number>;
  mine(personId: string, query: z.output<typeof OwnReviewsQuery>): Promise<views.OwnReviewPage>;
  own(applicationId: string, personId: string): Promise<views.OwnReviewView>;
  declare(applicationId: string, personId: string, declaration: Declaration): Promise<void>;
  file(applicationId: string, personId: string): Promise<views.ReviewFileView>;
  attachment(applicationId: string, attachmentId: string, personId: string): Promise<KeptAttachment>;
  save(applicationId: string, personId: string, revision: number, content: ReviewContent): Promise<number>;
  submit(applicationId: string, personId: string, revision: number): Promise<views.OwnReviewView>;
  others(applicationId: string, personId: string): Promise<views.OtherReviews>;
  panel(callId: string): Promise<views.PanelView>;
  panelApplications(callId: string, query: PanelQuery): Promise<views.PanelPage>;
  openPanel(
    callId: string,
    wanted: { range: number; reason: string | null },
    by: string,
  ): Promise<views.PanelView>;
  freeze(callId: string, reason: string | null, by: string): Promise<views.PanelView>;
  frozenDocument(callId: string): Promise<{ document: string; hash: string } | null>;
  deliberation(applicationId: string, missing: string): Promise<views.DeliberationView>;
  agree(applicationId: string, agreed: Agreed, by: string, missing: string): Promise<views.DeliberationView>;
  /** What is said of an application that somebody has nothing to review of. */
  noReview(applicationId: string): string;
}

/** Makes the service. */
export function reviewService(context: FundContext): ReviewService {
  const { database } = context.store;
  const load = panelLoader();
  return {
    callScope: (callId) => callScope(database, callId),
    reviewScope: (applicationId) => reviewScope(database, applicationId),
    reviewers: (callId) => reviewerList(context, callId),
    async setReviewer(callId, personId, terms, by) {
      await setReviewer(context, callId, personId, terms, by);
      return reviewerList(context, callId);
    },
    removeReviewer: (callId, personId) => removeReviewer(context, callId, personId),
    progress: (callId) => reviewProgress(context, callId),
    async propose(callId, by) {
      await propose(context, callId, by);
      return proposalView(context, callId);
    },
    proposal: (callId) => proposalView(context, callId),
    async adaptProposal(callId, revision, change, by) {
      await adaptProposal(context, callId, revision, change, by);
      return proposalView(context, callId);
    },
    discardProposal: (callId) => discardProposal(context, callId),
    confirm: (callId, revision, by) => confirm(context, callId, revision, by),
    assignments: (callId, query) => assignmentPage(context, callId, query),
    reassign: (callId, change, by) => reassign(context, callId, change, by),
    exclude: (callId, conflict, by) => excludeReviewer(context, callId, conflict, by),
    remind: (callId, personIds, by) => remind(context, callId, personIds, by),
    mine: (personId, query) => ownReviewPage(context, personId, query),
    own: (applicationId, personId) => ownReviewView(context, applicationId, personId),
    declare: (applicationId, personId, declaration) => declare(context, applicationId, personId, declaration),
    file: (applicationId, personId) => reviewFileView(context, applicationId, personId),
    attachment: (applicationId, attachmentId, personId) =>
      reviewAttachment(context, applicationId, attachmentId, personId),
    save: (applicationId, personId, revision, content) =>
      saveOwn(context, applicationId, personId, revision, content),
    async submit(applicationId, personId, revision) {
      await submitOwn(context, applicationId, personId, revision);
      return ownReviewView(context, applicationId, personId);
    },
    others: (applicationId, personId) => otherReviews(context, applicationId, personId),
    panel: (callId) => panelView(context, load, callId),
    panelApplications: (callId, query) => panelPage(context, load, callId, query),
    async openPanel(callId, { range, reason }, by) {
      await open(context, callId, { rule: { range }, reason, by });
      return panelView(context, load, callId);
    },
    async freeze(callId, reason, by) {
      await freeze(context, callId, { reason, by });
      return panelView(context, load, callId);
    },
    frozenDocument: (callId) => frozenDocument(database, callId),
    deliberation: (applicationId, missing) => deliberationView(context, load, applicationId, missing),
    async agree(applicationId, agreed, by, missing) {
      await agree(context, applicationId, agreed, by);
      return deliberationView(context, load, applicationId, missing);
    },
    noReview,
  };
}
