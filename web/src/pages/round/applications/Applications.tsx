import { useQuery } from "@tanstack/react-query";
import { API } from "../../../api/client.js";
import { applicationsQuery } from "../../../api/queries.js";
import { Loaded } from "../../../components/Loading.js";
import { Section } from "../../../components/Page.js";
import { Pagination } from "../../../components/Pagination.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { useRoundSearch } from "../RoundLink.js";
import { type RoundContext, useRoundFormat } from "../units.js";
import { ApplicationDetail } from "./ApplicationDetail.js";
import { ApplicationFilters } from "./ApplicationFilters.js";
import { ApplicationsTable } from "./ApplicationsTable.js";

/** Rows on one page of the table. */
const PAGE_SIZE = 25;

/** All applications: to search, filter and sort, each with its explanation. */
export function Applications(context: RoundContext) {
  const { round } = context;
  const t = useRoundTexts();
  const { count } = useRoundFormat(round);
  const [search] = useRoundSearch();
  const { page: _page, ...rest } = search;
  const query = useQuery(
    applicationsQuery(round.id, {
      page: search.page ?? 1,
      pageSize: PAGE_SIZE,
      sort: search.sort ?? "-score",
      ...(search.search !== undefined && { search: search.search }),
      ...(search.tag !== undefined && { tag: search.tag }),
      ...(search.outcome !== undefined && round.state === "decided" && { outcome: search.outcome }),
    }),
  );
  return (
    <Section title={t.applications.heading}>
      {search.application === undefined ? null : (
        <ApplicationDetail {...context} applicationId={search.application} />
      )}
      <ApplicationFilters
        {...context}
        hasReceived={query.data?.items.some(({ received }) => received !== null) ?? false}
      />
      <Loaded query={query}>
        {(page) => (
          <>
            <p role="status">{t.applications.found(count(page.total))}</p>
            <Pagination
              path={`/rounds/${round.id}`}
              search={rest}
              page={page.page}
              pageSize={page.pageSize}
              total={page.total}
            >
              <ApplicationsTable {...context} rows={page.items} />
            </Pagination>
            <p className="screen-only">
              <a
                href={`${API}/rounds/${encodeURIComponent(round.id)}/applications.csv`}
                download={`${round.id}-applications.csv`}
              >
                {t.applications.csv}
              </a>
            </p>
          </>
        )}
      </Loaded>
    </Section>
  );
}
