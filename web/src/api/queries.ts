/** What pages read. Each function gives the options of one query, so that a key is written once. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type {
  AccordView,
  ApplicationExplanation,
  ApplicationPage,
  ApplicationView,
  CallList,
  CallVersionList,
  CallView,
  ClauseView,
  DecisionSummary,
  ExplanationSummary,
  FundList,
  FundView,
  JobView,
  LedgerPage,
  RoundPage,
  RoundView,
  SessionView,
} from "@voorsprong/server/contract";
import { getJson, query } from "./client.js";

const id = encodeURIComponent;

/** Who is here. */
export const sessionQuery = () =>
  queryOptions({
    queryKey: ["session"],
    queryFn: ({ signal }) => getJson<SessionView>("/session", signal),
  });

/** The accord with how each clause stands. */
export const accordQuery = () =>
  queryOptions({ queryKey: ["accord"], queryFn: ({ signal }) => getJson<AccordView>("/accord", signal) });

/** One clause. */
export const clauseQuery = (clauseId: string) =>
  queryOptions({
    queryKey: ["clause", clauseId],
    queryFn: ({ signal }) => getJson<ClauseView>(`/clauses/${id(clauseId)}`, signal),
  });

/** All funds. */
export const fundsQuery = () =>
  queryOptions({ queryKey: ["funds"], queryFn: ({ signal }) => getJson<FundList>("/funds", signal) });

/** One fund with its rounds. */
export const fundQuery = (fundId: string) =>
  queryOptions({
    queryKey: ["fund", fundId],
    queryFn: ({ signal }) => getJson<FundView>(`/funds/${id(fundId)}`, signal),
  });

/** Calls; drafts too, for who may see them. */
export const callsQuery = (filter: { fundId?: string } = {}) =>
  queryOptions({
    queryKey: ["calls", filter],
    queryFn: ({ signal }) => getJson<CallList>(`/calls${query(filter)}`, signal),
  });

/** One call. */
export const callQuery = (callId: string) =>
  queryOptions({
    queryKey: ["call", callId],
    queryFn: ({ signal }) => getJson<CallView>(`/calls/${id(callId)}`, signal),
  });

/** The published versions of a call. */
export const callVersionsQuery = (callId: string) =>
  queryOptions({
    queryKey: ["call-versions", callId],
    queryFn: ({ signal }) => getJson<CallVersionList>(`/calls/${id(callId)}/versions`, signal),
  });

/** One page of rounds, newest first. */
export const roundsQuery = (filter: { fundId?: string; page?: number; pageSize?: number }) =>
  queryOptions({
    queryKey: ["rounds", filter],
    queryFn: ({ signal }) => getJson<RoundPage>(`/rounds${query(filter)}`, signal),
    placeholderData: keepPreviousData,
  });

/** One round. */
export const roundQuery = (roundId: string) =>
  queryOptions({
    queryKey: ["round", roundId],
    queryFn: ({ signal }) => getJson<RoundView>(`/rounds/${id(roundId)}`, signal),
  });

/** How a page of applications is chosen. */
export interface ApplicationFilter {
  readonly page?: number;
  readonly pageSize?: number;
  readonly sort?: string;
  readonly search?: string;
  readonly tag?: readonly string[];
  readonly outcome?: "funded" | "unfunded" | "changed";
}

/** One page of applications. */
export const applicationsQuery = (roundId: string, filter: ApplicationFilter) =>
  queryOptions({
    queryKey: ["applications", roundId, filter],
    queryFn: ({ signal }) =>
      getJson<ApplicationPage>(`/rounds/${id(roundId)}/applications${query({ ...filter })}`, signal),
    placeholderData: keepPreviousData,
  });

/** One application with its explanation. */
export const applicationQuery = (roundId: string, applicationId: string) =>
  queryOptions({
    queryKey: ["application", roundId, applicationId],
    queryFn: ({ signal }) =>
      getJson<ApplicationView>(`/rounds/${id(roundId)}/applications/${id(applicationId)}`, signal),
  });

/** A decision in figures and words. */
export const decisionSummaryQuery = (roundId: string) =>
  queryOptions({
    queryKey: ["decision-summary", roundId],
    queryFn: ({ signal }) => getJson<DecisionSummary>(`/rounds/${id(roundId)}/decision-summary`, signal),
  });

/** An explanation in figures and words. It never changes once it is there. */
export const explanationSummaryQuery = (roundId: string) =>
  queryOptions({
    queryKey: ["explanation-summary", roundId],
    queryFn: ({ signal }) =>
      getJson<ExplanationSummary>(`/rounds/${id(roundId)}/explanation-summary`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What is known of one application under `optimal`. */
export const applicationExplanationQuery = (roundId: string, applicationId: string) =>
  queryOptions({
    queryKey: ["application-explanation", roundId, applicationId],
    queryFn: ({ signal }) =>
      getJson<ApplicationExplanation>(
        `/rounds/${id(roundId)}/applications/${id(applicationId)}/explanation-summary`,
        signal,
      ),
  });

/** How a job stands. */
export const jobQuery = (jobId: string) =>
  queryOptions({
    queryKey: ["job", jobId],
    queryFn: ({ signal }) => getJson<JobView>(`/jobs/${id(jobId)}`, signal),
  });

/** One page of the ledger. */
export const ledgerQuery = (filter: { page?: number; pageSize?: number; subject?: string }) =>
  queryOptions({
    queryKey: ["ledger", filter],
    queryFn: ({ signal }) => getJson<LedgerPage>(`/ledger${query(filter)}`, signal),
    placeholderData: keepPreviousData,
  });
