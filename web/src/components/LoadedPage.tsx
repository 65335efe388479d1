/** A page that is made of one query: it waits, shows the page, or says why there is none. */
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ApiProblem } from "../api/client.js";
import { useShellTexts } from "../i18n/shell.js";
import { NotFound } from "../shell/NotFound.js";
import { SignInFirst } from "../shell/SignInFirst.js";
import { Loading } from "./Loading.js";
import { Page } from "./Page.js";
import { ProblemAlert } from "./ProblemAlert.js";

/** The page of a query's data; what does not exist gives the same page as an address that leads nowhere. */
export function LoadedPage<T>({
  query,
  children,
}: {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
}) {
  const t = useShellTexts();
  if (query.data !== undefined) return children(query.data);
  if (!query.isError) return <Loading />;
  if (query.error instanceof ApiProblem && query.error.problem.status === 404) return <NotFound />;
  if (query.error instanceof ApiProblem && query.error.problem.status === 401) return <SignInFirst />;
  return (
    <Page title={t.problem.heading}>
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
    </Page>
  );
}
