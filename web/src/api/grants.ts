/** What pages of grants, payments and terms read; each function gives the options of one query. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type {
  FundMoneyView,
  GrantPage,
  GrantView,
  PaymentBatchView,
  PaymentPage,
  TaskList,
} from "@voorsprong/server/contract";
import { getJson, query } from "./client.js";

const id = encodeURIComponent;

/** How a page of grants is chosen. */
export interface GrantFilter {
  readonly page?: number;
  readonly fundId?: string;
  readonly state?: GrantView["state"];
  readonly search?: string;
}

/** One page of grants that the reader may see. */
export const grantsQuery = (filter: GrantFilter) =>
  queryOptions({
    queryKey: ["grants", filter],
    queryFn: ({ signal }) => getJson<GrantPage>(`/grants${query({ ...filter })}`, signal),
    placeholderData: keepPreviousData,
  });

/** One grant. */
export const grantQuery = (applicationId: string) =>
  queryOptions({
    queryKey: ["grant", applicationId],
    queryFn: ({ signal }) => getJson<GrantView>(`/grants/${id(applicationId)}`, signal),
  });

/** One page of payment orders. */
export const paymentsQuery = (filter: { page?: number; state?: string }) =>
  queryOptions({
    queryKey: ["payments", filter],
    queryFn: ({ signal }) => getJson<PaymentPage>(`/payments${query(filter)}`, signal),
    placeholderData: keepPreviousData,
  });

/** The files of a fund for the payer. */
export const batchesQuery = (fundId: string) =>
  queryOptions({
    queryKey: ["payment-batches", fundId],
    queryFn: ({ signal }) =>
      getJson<{ items: PaymentBatchView[] }>(`/funds/${id(fundId)}/payment-batches`, signal),
  });

/** The money of a fund with its movements. */
export const fundMoneyQuery = (fundId: string, page: number) =>
  queryOptions({
    queryKey: ["fund-money", fundId, page],
    queryFn: ({ signal }) => getJson<FundMoneyView>(`/funds/${id(fundId)}/money${query({ page })}`, signal),
    placeholderData: keepPreviousData,
  });

/** Running terms. @param whose `mine`, or `fund` for all of funds that the reader looks after */
export const tasksQuery = (whose: "mine" | "fund") =>
  queryOptions({
    queryKey: ["tasks", whose],
    queryFn: ({ signal }) => getJson<TaskList>(`/tasks?whose=${whose}`, signal),
  });
