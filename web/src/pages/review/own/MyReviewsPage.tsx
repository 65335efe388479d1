/** A reviewer's own work: what has to be reviewed, by when, and how far it is. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { OwnReviewPage } from "@voorsprong/server/contract";
import { ownReviewsQuery } from "../../../api/reviews.js";
import { Alert } from "../../../components/Alert.js";
import { Field, Select } from "../../../components/Field.js";
import { LoadedPage } from "../../../components/LoadedPage.js";
import { Page, Section } from "../../../components/Page.js";
import { PageLink } from "../../../components/PageLink.js";
import { Pagination } from "../../../components/Pagination.js";
import { Table } from "../../../components/Table.js";
import { useFormat } from "../../../i18n/format.js";
import { useReviewTexts } from "../../../i18n/review.js";
import { useLocalised } from "../../../i18n/texts.js";
import { StateBadge } from "../StateBadge.js";
import { OWN_STATES } from "../search.js";
import { Tally } from "../Tally.js";
import "../review.css";

const PAGE_SIZE = 25;

/** The page of a reviewer. */
export function MyReviewsPage() {
  const { page = 1, state = "todo" } = useSearch({ from: "/$lang/reviews" });
  const query = useQuery(ownReviewsQuery({ page, pageSize: PAGE_SIZE, state }));
  return <LoadedPage query={query}>{(mine) => <Mine mine={mine} state={state} />}</LoadedPage>;
}

function Mine({ mine, state }: { mine: OwnReviewPage; state: (typeof OWN_STATES)[number] }) {
  const { mine: t } = useReviewTexts();
  const f = useFormat();
  const l = useLocalised();
  const navigate = useNavigate({ from: "/$lang/reviews" });
  const { counts, messages } = mine;
  return (
    <Page title={t.title} intro={<p>{t.intro}</p>}>
      {messages.length > 0 && counts.late > 0 && (
        <Alert kind="warning" title={l(messages[0]!.title)}>
          <p>{l(messages[0]!.text)}</p>
        </Alert>
      )}
      <div className="stack">
        <Tally
          items={(["assigned", "open", "submitted", "late"] as const).map((name) => ({
            label: t.counts[name],
            count: counts[name],
          }))}
        />
        {counts.nextDue !== null && <p>{t.next(f.date(counts.nextDue))}</p>}
      </div>
      <Section title={t.table}>
        <Field label={t.filter}>
          {(control) => (
            <Select
              control={control}
              value={state}
              onChange={(value) =>
                void navigate({
                  search: value === "todo" ? {} : { state: value as typeof state },
                  replace: true,
                  resetScroll: false,
                })
              }
              options={OWN_STATES.map((value) => ({ value, label: t.filters[value] }))}
            />
          )}
        </Field>
        <Pagination
          path="/reviews"
          search={state === "todo" ? {} : { state }}
          page={mine.page}
          pageSize={mine.pageSize}
          total={mine.total}
        >
          <OwnTable rows={mine.items} />
        </Pagination>
      </Section>
    </Page>
  );
}

function OwnTable({ rows }: { rows: OwnReviewPage["items"] }) {
  const { mine: t } = useReviewTexts();
  const f = useFormat();
  const l = useLocalised();
  if (rows.length === 0) return <p>{t.none}</p>;
  return (
    <Table
      caption={t.table}
      captionHidden
      stacked
      rows={rows}
      rowKey={({ applicationId }) => applicationId}
      columns={[
        {
          id: "application",
          header: t.columns.application,
          rowHeader: true,
          cell: ({ applicationId, title, dossier }) => (
            <>
              <PageLink path={`/reviews/${applicationId}`}>{title}</PageLink>
              <br />
              <span className="soft small dossier">{dossier}</span>
            </>
          ),
        },
        { id: "call", header: t.columns.call, cell: ({ callTitle }) => l(callTitle) },
        {
          id: "state",
          header: t.columns.state,
          cell: ({ state, late }) => (
            <span className="row">
              <StateBadge state={state} late={late} />
            </span>
          ),
        },
        { id: "due", header: t.columns.due, cell: ({ due }) => f.date(due) },
        {
          id: "progress",
          header: t.columns.progress,
          cell: ({ total, scored, criteria }) =>
            total === null
              ? t.progress(f.number(scored), f.number(criteria))
              : t.total(f.number(total / 100, 2)),
        },
      ]}
    />
  );
}
