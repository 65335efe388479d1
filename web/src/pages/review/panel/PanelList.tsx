/** The applications of a panel in order: raw and counted score with their places, spread, and what to discuss. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { PanelRowView } from "@voorsprong/server/contract";
import { panelApplicationsQuery } from "../../../api/reviews.js";
import { Badge } from "../../../components/Badge.js";
import { Field, Select } from "../../../components/Field.js";
import { Loaded } from "../../../components/Loading.js";
import { Section } from "../../../components/Page.js";
import { PageLink } from "../../../components/PageLink.js";
import { Pagination } from "../../../components/Pagination.js";
import { SearchField, useSearchTyped } from "../../../components/SearchField.js";
import { Table } from "../../../components/Table.js";
import { useFormat } from "../../../i18n/format.js";
import { useReviewTexts } from "../../../i18n/review.js";
import { useLocalised } from "../../../i18n/texts.js";
import { PANEL_FILTERS, PANEL_SORTS, type PanelSearch } from "../search.js";
import { Strip } from "./Strip.js";

const PAGE_SIZE = 25;

/** The list with its filters. */
export function PanelList({ callId }: { callId: string }) {
  const { panel } = useReviewTexts();
  const t = panel.list;
  const state = useSearch({ from: "/$lang/calls/$callId/panel" });
  const navigate = useNavigate({ from: "/$lang/calls/$callId/panel" });
  const query = useQuery(panelApplicationsQuery(callId, { ...state, pageSize: PAGE_SIZE }));
  const { page: _, ...kept } = state;
  const go = (next: PanelSearch) => void navigate({ search: next, replace: true, resetScroll: false });
  const search = useSearchTyped(state.search, (wanted) => {
    const { search: __, ...others } = kept;
    go(wanted === undefined ? others : { ...others, search: wanted });
  });
  return (
    <Section title={t.title}>
      <form className="row screen-only" onSubmit={search.find}>
        <SearchField label={t.search} {...search} />
        <Field label={t.filter}>
          {(control) => (
            <Select
              control={control}
              value={state.filter ?? "all"}
              onChange={(value) => {
                const { filter: __, ...others } = kept;
                go(value === "all" ? others : { ...others, filter: value as "discuss" });
              }}
              options={PANEL_FILTERS.map((value) => ({ value, label: t.filters[value] }))}
            />
          )}
        </Field>
        <Field label={t.sort}>
          {(control) => (
            <Select
              control={control}
              value={state.sort ?? "rank"}
              onChange={(value) => {
                const { sort: __, ...others } = kept;
                go(value === "rank" ? others : { ...others, sort: value as "rawRank" });
              }}
              options={PANEL_SORTS.map((value) => ({ value, label: t.sorts[value] }))}
            />
          )}
        </Field>
      </form>
      <Loaded query={query}>
        {(found) => (
          <Pagination
            path={`/calls/${callId}/panel`}
            search={{ ...kept }}
            page={found.page}
            pageSize={found.pageSize}
            total={found.total}
          >
            {found.items.length === 0 ? <p>{t.empty}</p> : <PanelTable callId={callId} rows={found.items} />}
          </Pagination>
        )}
      </Loaded>
    </Section>
  );
}

function PanelTable({ callId, rows }: { callId: string; rows: readonly PanelRowView[] }) {
  const { panel } = useReviewTexts();
  const t = panel.list;
  const f = useFormat();
  const l = useLocalised();
  const points = (hundredths: number) => f.number(hundredths / 100, 2);
  const place = (rank: number) => <span className="soft small">{t.place(f.number(rank))}</span>;
  return (
    <Table
      caption={t.table}
      captionHidden
      stacked
      rows={rows}
      rowKey={({ applicationId }) => applicationId}
      columns={[
        { id: "rank", header: t.rank, numeric: true, cell: ({ rank }) => f.number(rank) },
        {
          id: "application",
          header: t.application,
          rowHeader: true,
          cell: ({ applicationId, title, dossier, organisation }) => (
            <>
              <PageLink path={`/calls/${callId}/panel/${applicationId}`}>{title}</PageLink>
              <br />
              <span className="soft small dossier">
                {dossier}, {organisation}
              </span>
            </>
          ),
        },
        {
          id: "raw",
          header: t.raw,
          numeric: true,
          cell: ({ raw, rawRank }) =>
            raw === null ? (
              "–"
            ) : (
              <>
                {points(raw)}
                <br />
                {place(rawRank)}
              </>
            ),
        },
        {
          id: "score",
          header: t.score,
          numeric: true,
          cell: ({ score, source, raw, passed }) => (
            <>
              {raw === null && source === "reviews" ? "–" : <strong>{points(score)}</strong>}
              <br />
              {source === "consensus" && <Badge kind="good">{t.consensus}</Badge>}
              {!passed && raw !== null && <Badge kind="warning">{t.failed}</Badge>}
            </>
          ),
        },
        { id: "spread", header: t.spread, cell: ({ totals }) => <Strip totals={totals} /> },
        {
          id: "discuss",
          header: t.discuss,
          cell: ({ discussion, source }) =>
            discussion.length === 0 || source === "consensus" ? (
              <span className="soft">{t.no}</span>
            ) : (
              <ul className="small">
                {discussion.map(({ kind, text }) => (
                  <li key={`${kind}/${text.en}`}>{l(text)}</li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  );
}
