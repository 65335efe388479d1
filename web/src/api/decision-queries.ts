/** What the pages on deciding, letters and objections read. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type {
  ApplicationDecision,
  DecisionProposalList,
  JobView,
  LetterPage,
  LetterView,
  ObjectionList,
  ObjectionView,
  ProposalContent,
  ReserveListView,
} from "@voorsprong/server/contract";
import { getJson, query } from "./client.js";

const id = encodeURIComponent;

/** How often work in progress is looked at, in milliseconds. */
const whileWorking = 1_000;

/** Proposals of a call; looked at again while one is being carried out. */
export const proposalsQuery = (callId: string) =>
  queryOptions({
    queryKey: ["proposals", callId],
    queryFn: ({ signal }) => getJson<DecisionProposalList>(`/calls/${id(callId)}/proposals`, signal),
    refetchInterval: ({ state }) => (state.data?.items[0]?.state === "approved" ? whileWorking : false),
  });

/** What would be proposed now. */
export const previewQuery = (callId: string) =>
  queryOptions({
    queryKey: ["proposal-preview", callId],
    queryFn: ({ signal }) => getJson<ProposalContent>(`/calls/${id(callId)}/proposal-preview`, signal),
    retry: false,
  });

/** What a proposal says. It never changes. */
export const proposalQuery = (callId: string, number: number) =>
  queryOptions({
    queryKey: ["proposal", callId, number],
    queryFn: ({ signal }) => getJson<ProposalContent>(`/calls/${id(callId)}/proposals/${number}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** How a job stands; looked at until it ends. */
export const workQuery = (jobId: string | null) =>
  queryOptions({
    queryKey: ["work", jobId],
    queryFn: ({ signal }) => getJson<JobView>(`/jobs/${id(jobId ?? "")}`, signal),
    enabled: jobId !== null,
    refetchInterval: ({ state }) =>
      state.data === undefined || ["queued", "running"].includes(state.data.state) ? whileWorking : false,
  });

/** The reserve list of a call. */
export const reserveQuery = (callId: string) =>
  queryOptions({
    queryKey: ["reserve-list", callId],
    queryFn: ({ signal }) => getJson<ReserveListView>(`/calls/${id(callId)}/reserve-list`, signal),
  });

/** Letters of a call, in pages. */
export const lettersQuery = (callId: string, page: number) =>
  queryOptions({
    queryKey: ["letters", callId, page],
    queryFn: ({ signal }) =>
      getJson<LetterPage>(`/calls/${id(callId)}/letters${query({ page, pageSize: 50 })}`, signal),
    placeholderData: keepPreviousData,
  });

/** What was decided about an application. */
export const applicationDecisionQuery = (applicationId: string) =>
  queryOptions({
    queryKey: ["application-decision", applicationId],
    queryFn: ({ signal }) =>
      getJson<ApplicationDecision>(`/applications/${id(applicationId)}/decision`, signal),
  });

/** A letter. It never changes. */
export const letterQuery = (letterId: string, language: string) =>
  queryOptions({
    queryKey: ["letter", letterId, language],
    queryFn: ({ signal }) => getJson<LetterView>(`/letters/${id(letterId)}${query({ language })}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Objections that the reader may see. */
export const objectionsQuery = (callId?: string) =>
  queryOptions({
    queryKey: ["objections", callId ?? null],
    queryFn: ({ signal }) => getJson<ObjectionList>(`/objections${query({ callId })}`, signal),
  });

/** One objection; looked at again while the round is decided again. */
export const objectionQuery = (objectionId: string) =>
  queryOptions({
    queryKey: ["objection", objectionId],
    queryFn: ({ signal }) => getJson<ObjectionView>(`/objections/${id(objectionId)}`, signal),
    refetchInterval: ({ state }) =>
      state.data?.state === "prepared" && state.data.decision?.taken === true ? whileWorking : false,
  });
