/** Previous and next page of a list; the page number lives in the query string. */
import type { ReactNode } from "react";
import { useFormat } from "../i18n/format.js";
import { useShellTexts } from "../i18n/shell.js";
import { PageLink } from "./PageLink.js";

/**
 * A page of a list with links to the pages around it; no links when all fits on one page. A page beyond the last is not
 * an empty list: it says so and leads to the last.
 * @param path of the list, without language
 * @param search the rest of the state in the query string
 * @param children the items of this page
 */
export function Pagination(props: {
  path: string;
  search?: Record<string, unknown>;
  page: number;
  pageSize: number;
  total: number;
  children: ReactNode;
}) {
  const t = useShellTexts();
  const f = useFormat();
  const { path, page, pageSize, total } = props;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const to = (target: number) => ({ ...props.search, ...(target > 1 && { page: target }) });
  if (page > pages) {
    return (
      <p>
        {t.pages.beyond(f.number(page))}{" "}
        <PageLink path={path} search={to(pages)} resetScroll={false}>
          {t.pages.last(f.number(pages))}
        </PageLink>
      </p>
    );
  }
  return (
    <>
      {props.children}
      {pages > 1 && (
        <nav aria-label={t.pages.label} className="row screen-only">
          {page > 1 && (
            <PageLink path={path} search={to(page - 1)} resetScroll={false}>
              {t.pages.previous}
            </PageLink>
          )}
          <span>
            {t.pages.position(f.number(page), f.number(pages))}{" "}
            <span className="soft small">
              (
              {t.pages.total(
                f.number((page - 1) * pageSize + 1),
                f.number(Math.min(total, page * pageSize)),
                f.number(total),
              )}
              )
            </span>
          </span>
          {page < pages && (
            <PageLink path={path} search={to(page + 1)} resetScroll={false}>
              {t.pages.next}
            </PageLink>
          )}
        </nav>
      )}
    </>
  );
}
