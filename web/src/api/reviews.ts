/** What the pages on reviewing read and send. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type {
  AssignmentPage,
  DeliberationView,
  OtherReviews,
  OwnReviewPage,
  OwnReviewView,
  PanelPage,
  PanelView,
  ProposalView,
  ReviewerList,
  ReviewFileView,
  ReviewProgress,
} from "@voorsprong/server/contract";
import { API, getJson, query } from "./client.js";

const id = encodeURIComponent;

/** Which of the own reviews. */
export interface OwnFilter {
  readonly page?: number;
  readonly pageSize?: number;
  readonly state?: string;
}

/** The reviews of who is signed in. */
export const ownReviewsQuery = (filter: OwnFilter) =>
  queryOptions({
    queryKey: ["reviews", filter],
    queryFn: ({ signal }) => getJson<OwnReviewPage>(`/reviews${query({ ...filter })}`, signal),
    placeholderData: keepPreviousData,
  });

/** One own review, without the file. */
export const ownReviewQuery = (applicationId: string) =>
  queryOptions({
    queryKey: ["review", applicationId],
    queryFn: ({ signal }) => getJson<OwnReviewView>(`/reviews/${id(applicationId)}`, signal),
    // What is being typed is newer than what the server has.
    refetchOnWindowFocus: false,
  });

/** The file of an application as its reviewer may read it. */
export const reviewFileQuery = (applicationId: string) =>
  queryOptions({
    queryKey: ["review", applicationId, "file"],
    queryFn: ({ signal }) => getJson<ReviewFileView>(`/reviews/${id(applicationId)}/file`, signal),
  });

/** Where an attachment of an application can be opened by its reviewer. */
export const reviewAttachmentHref = (applicationId: string, attachmentId: string): string =>
  `${API}/reviews/${id(applicationId)}/attachments/${id(attachmentId)}`;

/** What others wrote. */
export const otherReviewsQuery = (applicationId: string) =>
  queryOptions({
    queryKey: ["review", applicationId, "others"],
    queryFn: ({ signal }) => getJson<OtherReviews>(`/reviews/${id(applicationId)}/others`, signal),
  });

const ofCall = <T>(callId: string, part: string, search = "") =>
  queryOptions({
    queryKey: ["call-review", callId, part, search],
    queryFn: ({ signal }) => getJson<T>(`/calls/${id(callId)}/${part}${search}`, signal),
    placeholderData: keepPreviousData,
  });

/** How far the review of a call is. */
export const reviewProgressQuery = (callId: string) => ofCall<ReviewProgress>(callId, "review-progress");

/** The reviewers of a call. */
export const reviewersQuery = (callId: string) => ofCall<ReviewerList>(callId, "reviewers");

/** The proposal of a call; 404 without one. */
export const proposalQuery = (callId: string) => ofCall<ProposalView>(callId, "assignment-proposal");

/** Which applications of a call. */
export interface AssignmentFilter {
  readonly page?: number;
  readonly pageSize?: number;
  readonly filter?: string;
  readonly search?: string;
}

/** Applications with their reviewers. */
export const assignmentsQuery = (callId: string, filter: AssignmentFilter) =>
  ofCall<AssignmentPage>(callId, "assignments", query({ ...filter }));

/** The panel of a call in figures. */
export const panelQuery = (callId: string) => ofCall<PanelView>(callId, "panel");

/** Which applications of a panel, in which order. */
export interface PanelFilter extends AssignmentFilter {
  readonly sort?: string;
}

/** Applications of a panel. */
export const panelApplicationsQuery = (callId: string, filter: PanelFilter) =>
  ofCall<PanelPage>(callId, "panel/applications", query({ ...filter }));

/** One application before the panel. */
export const deliberationQuery = (applicationId: string) =>
  queryOptions({
    queryKey: ["deliberation", applicationId],
    queryFn: ({ signal }) =>
      getJson<DeliberationView>(`/applications/${id(applicationId)}/consensus`, signal),
  });
