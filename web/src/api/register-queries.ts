/** What the pages of the register read. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type {
  AwardPage,
  AwardView,
  GberList,
  OpenDataAbout,
  RegisterCalls,
  RegisterDecisions,
  RegisterFigures,
} from "@voorsprong/server/contract";
import { getJson, query } from "./client.js";

/** Which awards; absent is no limit. */
export interface AwardFilter {
  readonly example?: "true" | undefined;
  readonly search?: string | undefined;
  readonly fundId?: string | undefined;
  readonly region?: string | undefined;
  readonly theme?: string | undefined;
  readonly size?: string | undefined;
  readonly state?: string | undefined;
  readonly year?: number | undefined;
}

/** One page of awards. */
export const awardsQuery = (filter: AwardFilter & { page?: number; pageSize?: number; sort?: string }) =>
  queryOptions({
    queryKey: ["register-awards", filter],
    queryFn: ({ signal }) => getJson<AwardPage>(`/register/awards${query({ ...filter })}`, signal),
    placeholderData: keepPreviousData,
  });

/** Sums of a selection of awards. */
export const registerFiguresQuery = (filter: AwardFilter) =>
  queryOptions({
    queryKey: ["register-figures", filter],
    queryFn: ({ signal }) => getJson<RegisterFigures>(`/register/figures${query({ ...filter })}`, signal),
    placeholderData: keepPreviousData,
  });

/** One award. */
export const awardQuery = (awardId: string) =>
  queryOptions({
    queryKey: ["register-award", awardId],
    queryFn: ({ signal }) => getJson<AwardView>(`/register/awards/${encodeURIComponent(awardId)}`, signal),
  });

/** Published calls. */
export const registerCallsQuery = () =>
  queryOptions({
    queryKey: ["register-calls"],
    queryFn: ({ signal }) => getJson<RegisterCalls>("/register/calls", signal),
  });

/** One page of published decisions. */
export const registerDecisionsQuery = (page: number) =>
  queryOptions({
    queryKey: ["register-decisions", page],
    queryFn: ({ signal }) =>
      getJson<RegisterDecisions>(`/register/decisions${query({ page, pageSize: 25 })}`, signal),
    placeholderData: keepPreviousData,
  });

/** What is said about the open data. */
export const openDataQuery = (filter: Pick<AwardFilter, "example">) =>
  queryOptions({
    queryKey: ["open-data", filter],
    queryFn: ({ signal }) => getJson<OpenDataAbout>(`/open-data${query({ ...filter })}`, signal),
  });

/** The list of GBER article 9. */
export const gberQuery = (filter: Pick<AwardFilter, "example">) =>
  queryOptions({
    queryKey: ["gber", filter],
    queryFn: ({ signal }) => getJson<GberList>(`/open-data/gber-9${query({ ...filter })}`, signal),
  });
