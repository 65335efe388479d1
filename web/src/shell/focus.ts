/** Moves focus to the heading of a page that was navigated to, so that keyboard and screen reader start there. */
import { useRouterState } from "@tanstack/react-router";
import { type RefObject, useEffect, useRef } from "react";
import { withoutLanguage } from "../i18n/language.js";

/** The path of the page that was shown last; null until the first page stands. */
let shown: string | null = null;

/**
 * The ref for a page's heading. The first page of a visit keeps the browser's own focus, and so does a change of
 * language or of the query string, which stay on the same page.
 */
export function useHeadingFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  // The address changes before the old page is gone; only when it is resolved does it belong to this page.
  const path = useRouterState({
    select: ({ resolvedLocation }) => resolvedLocation && withoutLanguage(resolvedLocation.pathname),
  });
  useEffect(() => {
    if (path === undefined) return;
    if (shown !== null && shown !== path) heading.current?.focus();
    shown = path;
  }, [path]);
  return heading;
}
