/** Applications with their reviewers, and changing them by hand with a reason. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { AssignmentPage } from "@voorsprong/server/contract";
import { assignmentsQuery, reviewersQuery } from "../../../api/reviews.js";
import { Field, Select } from "../../../components/Field.js";
import { Loaded } from "../../../components/Loading.js";
import { Section } from "../../../components/Page.js";
import { Pagination } from "../../../components/Pagination.js";
import { SearchField, useSearchTyped } from "../../../components/SearchField.js";
import { Table } from "../../../components/Table.js";
import { useFormat } from "../../../i18n/format.js";
import { useReviewTexts } from "../../../i18n/review.js";
import { useLocalised } from "../../../i18n/texts.js";
import { StateBadge } from "../StateBadge.js";
import { ASSIGNMENT_FILTERS, type AssignmentSearch } from "../search.js";
import { AssignmentForm } from "./AssignmentForm.js";

const PAGE_SIZE = 25;

/** The list of applications with their reviewers. */
export function Assignments(props: { callId: string; hasProposal: boolean; isFixed: boolean }) {
  const { manage } = useReviewTexts();
  const t = manage.assignments;
  const { callId } = props;
  const state = useSearch({ from: "/$lang/calls/$callId/review" });
  const navigate = useNavigate({ from: "/$lang/calls/$callId/review" });
  const query = useQuery(assignmentsQuery(callId, { ...state, pageSize: PAGE_SIZE }));
  const go = (next: AssignmentSearch) => void navigate({ search: next, replace: true, resetScroll: false });
  const { page: _, ...kept } = state;
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
                go(value === "all" ? others : { ...others, filter: value as "lacking" });
              }}
              options={ASSIGNMENT_FILTERS.map((value) => ({ value, label: t.filters[value] }))}
            />
          )}
        </Field>
      </form>
      <Loaded query={query}>
        {(found) => (
          <Pagination
            path={`/calls/${callId}/review`}
            search={{ ...kept }}
            page={found.page}
            pageSize={found.pageSize}
            total={found.total}
          >
            <AssignmentTable {...props} rows={found.items} />
          </Pagination>
        )}
      </Loaded>
    </Section>
  );
}

function AssignmentTable(props: {
  callId: string;
  hasProposal: boolean;
  isFixed: boolean;
  rows: AssignmentPage["items"];
}) {
  const { manage } = useReviewTexts();
  const t = manage.assignments;
  const f = useFormat();
  const l = useLocalised();
  const themes = useQuery(reviewersQuery(props.callId)).data?.themes ?? [];
  const { rows } = props;
  if (rows.length === 0) return <p>{t.empty}</p>;
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
          header: t.application,
          rowHeader: true,
          cell: ({ title, dossier, organisation }) => (
            <>
              {title}
              <br />
              <span className="soft small dossier">
                {dossier}, {organisation}
              </span>
            </>
          ),
        },
        {
          id: "theme",
          header: t.theme,
          cell: ({ theme }) => {
            const known = themes.find(({ id }) => id === theme);
            return known === undefined ? (theme ?? "–") : l(known.title);
          },
        },
        {
          id: "reviewers",
          header: t.reviewers,
          cell: ({ reviewers }) =>
            reviewers.length === 0 ? (
              <span className="soft">{t.none}</span>
            ) : (
              <ul className="who">
                {reviewers.map((reviewer) => (
                  <li key={`${reviewer.personId}/${reviewer.state}`}>
                    {reviewer.name ?? manage.reviewers.removed} <StateBadge state={reviewer.state} />
                    {reviewer.match !== null && (
                      <span className="soft small"> {t.match(f.number(reviewer.match))}</span>
                    )}
                    {reviewer.reason !== null && <div className="soft small">{reviewer.reason}</div>}
                  </li>
                ))}
              </ul>
            ),
        },
        ...(props.isFixed
          ? []
          : [
              {
                id: "change",
                header: <span className="visually-hidden">{t.save}</span>,
                label: "",
                cell: (row: AssignmentPage["items"][number]) => (
                  <details className="screen-only">
                    <summary>
                      {t.save} <span className="visually-hidden">{row.dossier}</span>
                    </summary>
                    <AssignmentForm callId={props.callId} hasProposal={props.hasProposal} row={row} />
                  </details>
                ),
              },
            ]),
      ]}
    />
  );
}
