import type { ApplicationRow } from "@voorsprong/server/contract";
import type { ReactNode } from "react";
import { Badge } from "../../../components/Badge.js";
import { type Column, Table } from "../../../components/Table.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { RoundLink, useRoundSearch } from "../RoundLink.js";
import type { RoundSearch, Sort } from "../search.js";
import { capital, type RoundContext, usePart, useReceived, useRoundFormat, useTagNames } from "../units.js";
import { useNeeded } from "./needed.js";

/** One page of applications; on a phone each is a card. */
export function ApplicationsTable({ round, fund, rows }: RoundContext & { rows: readonly ApplicationRow[] }) {
  const t = useRoundTexts();
  const format = useRoundFormat(round);
  const names = useTagNames(fund);
  const needed = useNeeded(round);
  const receivedText = useReceived();
  const partText = usePart();
  const [search] = useRoundSearch();
  const decided = round.state === "decided";
  // Where the moment decides nothing, it takes its room only when the table is ordered by it.
  const showsReceived =
    rows.some(({ received }) => received !== null) &&
    (round.rule === "first-come" || /received$/.test(search.sort ?? ""));
  const columns: readonly Column<ApplicationRow>[] = [
    {
      id: "application",
      ...sortable(round.id, search, "id", t.applications.columns.application),
      rowHeader: true,
      cell: (row) => (
        <>
          <span data-row={row.id}>
            <RoundLink roundId={round.id} search={{ ...search, application: row.id }}>
              {row.id}
            </RoundLink>
          </span>
          {row.title === null ? null : <span className="application-title">{row.title}</span>}
        </>
      ),
    },
    {
      id: "score",
      ...sortable(round.id, search, "score", t.applications.columns.score),
      numeric: true,
      cell: (row) => (row.score === null ? "–" : format.points(row.score)),
    },
    {
      id: "requested",
      ...sortable(round.id, search, "requested", t.applications.columns.requested),
      numeric: true,
      cell: (row) => format.money(row.requested),
    },
    ...(showsReceived
      ? [
          {
            id: "received",
            ...sortable(round.id, search, "received", t.applications.columns.received),
            cell: ({ received }: ApplicationRow) => (received === null ? "–" : receivedText(received)),
          },
        ]
      : []),
    ...Object.keys(round.tags).map(
      (tag): Column<ApplicationRow> => ({
        id: `tag-${tag}`,
        header: capital(names.tag(tag)),
        cell: (row) =>
          capital((row.tags[tag] ?? []).map((value) => names.value(tag, value)).join(", ")) || "–",
      }),
    ),
    ...(decided
      ? [
          {
            id: "outcome",
            header: t.applications.columns.outcome,
            cell: (row: ApplicationRow) => <OutcomeCell row={row} money={format.money} />,
          },
          ...(round.rule === "pro-rata"
            ? [
                {
                  id: "part",
                  header: t.applications.columns.part,
                  numeric: true,
                  cell: ({ part }: ApplicationRow) => (part === null ? "–" : partText(part)),
                },
              ]
            : []),
          // By lot and in order of receipt a score decides nothing.
          ...(round.rule === "optimal" || round.rule === "ranking"
            ? [
                {
                  id: "needed",
                  header: t.applications.columns.needed,
                  numeric: true,
                  cell: (row: ApplicationRow) => needed(row) ?? "–",
                },
              ]
            : []),
        ]
      : []),
  ];
  return (
    <Table
      caption={t.applications.caption}
      captionHidden
      stacked
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={t.applications.empty}
    />
  );
}

/** A header that orders the table: down first for numbers, up first for names and moments, then the other way. */
function sortable(
  roundId: string,
  search: RoundSearch,
  by: "id" | "score" | "requested" | "received",
  label: string,
) {
  const current = search.sort ?? "-score";
  const up: Sort = by;
  const down: Sort = `-${by}`;
  const state = current === up ? "ascending" : current === down ? "descending" : "none";
  const first = by === "id" || by === "received" ? up : down;
  const next = state === "none" ? first : current === up ? down : up;
  const { page: _page, sort: _sort, ...rest } = search;
  const header: ReactNode = (
    <RoundLink
      roundId={roundId}
      search={next === "-score" ? rest : { ...rest, sort: next }}
      className="sort-link"
    >
      {label}
      <span aria-hidden="true">{state === "ascending" ? " ▲" : state === "descending" ? " ▼" : " ↕"}</span>
    </RoundLink>
  );
  return { header, label, sort: state } as const;
}

function OutcomeCell({ row, money }: { row: ApplicationRow; money: (units: number) => string }) {
  const t = useRoundTexts();
  const changed = row.fundedOther !== null && row.fundedOther !== row.funded;
  return (
    <>
      {row.funded ? (
        <Badge kind="good">✓ {t.applications.funded}</Badge>
      ) : (
        <Badge>{t.applications.unfunded}</Badge>
      )}
      {row.awarded === null || !row.funded ? null : (
        <span className="application-note number">
          {money(row.awarded)}
          {row.option === null ? "" : ` (${t.applications.option(row.option)})`}
        </span>
      )}
      {changed && (
        <span className="application-note">
          {row.funded ? t.applications.changedToUnfunded : t.applications.changedToFunded}
        </span>
      )}
    </>
  );
}
