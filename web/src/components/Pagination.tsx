/** Previous and next page of a list; the page number lives in the query string. */
import { useFormat } from "../i18n/format.js";
import { useShellTexts } from "../i18n/shell.js";
import { PageLink } from "./PageLink.js";

/**
 * Links to the pages around this one; nothing when all fits on one page.
 * @param path of the list, without language
 * @param search the rest of the state in the query string
 */
export function Pagination(props: {
  path: string;
  search?: Record<string, unknown>;
  page: number;
  pageSize: number;
  total: number;
}) {
  const t = useShellTexts();
  const f = useFormat();
  const { path, page, pageSize, total } = props;
  const pages = Math.ceil(total / pageSize);
  if (pages <= 1) return null;
  const to = (target: number) => ({ ...props.search, ...(target > 1 && { page: target }) });
  return (
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
  );
}
