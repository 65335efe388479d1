/** Waiting for data, and what is shown when it does not come. */
import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { useShellTexts } from "../i18n/shell.js";
import "./Loading.css";
import { ProblemAlert } from "./ProblemAlert.js";

/** A quiet sign that something is on its way; it appears only when that takes longer than a blink. */
export function Loading() {
  const t = useShellTexts();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 250);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="loading" role="status" data-loading>
      {slow && t.loading}
    </p>
  );
}

/** Shows what a query brought, or that it is under way, or why it failed. */
export function Loaded<T>({
  query,
  children,
}: {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading />;
}
