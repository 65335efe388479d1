/** What the pages of lists and archives read. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type {
  ArchiveFilePage,
  ArchiveList,
  ImportPage,
  ImportRowPage,
  ImportView,
  RegisterReportList,
} from "@voorsprong/server/contract";
import { getJson, query } from "./client.js";

const id = encodeURIComponent;

/** How often the state of an import at work is asked for, in milliseconds. */
const POLL = 700;

/** Imports, newest first. */
export const importsQuery = () =>
  queryOptions({
    queryKey: ["imports"],
    queryFn: ({ signal }) => getJson<ImportPage>("/exchange/imports?pageSize=20", signal),
  });

/** One import; while it is at work it is asked for again. */
export const importQuery = (importId: string) =>
  queryOptions({
    queryKey: ["import", importId],
    queryFn: ({ signal }) => getJson<ImportView>(`/exchange/imports/${id(importId)}`, signal),
    refetchInterval: ({ state }) =>
      state.data?.state === "reading" || state.data?.state === "confirming" ? POLL : false,
  });

/** One page of the preview. */
export const importRowsQuery = (importId: string, filter: { page: number; outcome?: string | undefined }) =>
  queryOptions({
    queryKey: ["import-rows", importId, filter],
    queryFn: ({ signal }) =>
      getJson<ImportRowPage>(
        `/exchange/imports/${id(importId)}/rows${query({ ...filter, pageSize: 50 })}`,
        signal,
      ),
    placeholderData: keepPreviousData,
  });

/** Archives that are kept. */
export const archivesQuery = () =>
  queryOptions({
    queryKey: ["archives"],
    queryFn: ({ signal }) => getJson<ArchiveList>("/exchange/archives", signal),
  });

/** One page of the files of an archive. */
export const archiveFilesQuery = (hash: string, page: number) =>
  queryOptions({
    queryKey: ["archive-files", hash, page],
    queryFn: ({ signal }) =>
      getJson<ArchiveFilePage>(
        `/exchange/archives/${id(hash)}/files${query({ page, pageSize: 50 })}`,
        signal,
      ),
    placeholderData: keepPreviousData,
  });

/** What visitors reported about the register. */
export const reportsQuery = () =>
  queryOptions({
    queryKey: ["register-reports"],
    queryFn: ({ signal }) => getJson<RegisterReportList>("/register/reports", signal),
  });
