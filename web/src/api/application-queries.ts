/** What pages read of calls and applications, and the changes they send. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type {
  ApplicationAid,
  ApplicationChecksView,
  DocumentDifferences,
  GrantApplicationPage,
  GrantApplicationView,
} from "@voorsprong/server/contract";
import { getJson, query, sendJson } from "./client.js";

const id = encodeURIComponent;

/** The path of an application below the base path. */
export const applicationPath = (applicationId: string) => `/applications/${id(applicationId)}`;

/** One application as the reader may see it. */
export const grantApplicationQuery = (applicationId: string) =>
  queryOptions({
    queryKey: ["grant-application", applicationId],
    queryFn: ({ signal }) => getJson<GrantApplicationView>(applicationPath(applicationId), signal),
    // A draft that is being edited has its own way of staying up to date.
    refetchOnWindowFocus: false,
  });

/** How a page of applications is chosen. */
export interface GrantApplicationFilter {
  readonly as: "applicant" | "officer";
  readonly callId?: string;
  readonly state?: string;
  readonly theme?: string;
  readonly region?: string;
  readonly size?: string;
  readonly search?: string;
  readonly flagged?: string;
  readonly sort?: string;
  readonly page?: number;
  readonly pageSize?: number;
}

/** One page of applications. */
export const grantApplicationsQuery = (filter: GrantApplicationFilter) =>
  queryOptions({
    queryKey: ["grant-applications", filter],
    queryFn: ({ signal }) => getJson<GrantApplicationPage>(`/applications${query({ ...filter })}`, signal),
    placeholderData: keepPreviousData,
  });

/** What is missing in a draft at a revision. */
export const applicationChecksQuery = (applicationId: string, revision: number, partners: string) =>
  queryOptions({
    queryKey: ["application-checks", applicationId, revision, partners],
    queryFn: () => sendJson<ApplicationChecksView>("POST", `${applicationPath(applicationId)}/checks`),
    placeholderData: keepPreviousData,
  });

/** The grant of what was submitted. */
export const applicationAidQuery = (applicationId: string, version: number) =>
  queryOptions({
    queryKey: ["application-aid", applicationId, version],
    queryFn: ({ signal }) => getJson<ApplicationAid>(`${applicationPath(applicationId)}/aid`, signal),
  });

/** What changed in a version. */
export const versionDifferencesQuery = (applicationId: string, version: number) =>
  queryOptions({
    queryKey: ["version-differences", applicationId, version],
    queryFn: ({ signal }) =>
      getJson<DocumentDifferences>(
        `${applicationPath(applicationId)}/versions/${version}/differences`,
        signal,
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
