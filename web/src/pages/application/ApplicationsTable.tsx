/** Applications in a table; cards on a phone. */
import type { FundView, GrantApplicationRow } from "@voorsprong/server/contract";
import { Badge, type BadgeKind } from "../../components/Badge.js";
import { PageLink } from "../../components/PageLink.js";
import { type Column, Table } from "../../components/Table.js";
import { useApplicationTexts } from "../../i18n/application.js";
import { useFormat } from "../../i18n/format.js";
import { useLocalised } from "../../i18n/texts.js";

/** How an application stands, by colour; words say it too. */
function kindOf({ state, outcome }: GrantApplicationRow): BadgeKind {
  if (state === "returned") return "warning";
  if (state !== "submitted") return "neutral";
  if (outcome === null) return "running";
  return outcome === "awarded" ? "good" : "neutral";
}

/** @param officer the columns that the fund needs; without it those of an applicant */
export function ApplicationsTable(props: {
  rows: readonly GrantApplicationRow[];
  caption: string;
  empty: string;
  officer?: boolean;
  fund?: FundView | undefined;
}) {
  const { list: t, state, outcome, size, partnerState } = useApplicationTexts();
  const f = useFormat();
  const l = useLocalised();
  const titleOf = (items: FundView["themes"] | undefined, id: string | null) => {
    const found = items?.find((each) => each.id === id);
    return found === undefined ? (id ?? "–") : l(found.title);
  };
  const title: Column<GrantApplicationRow> = {
    id: "title",
    header: t.columns.title,
    rowHeader: true,
    cell: (row) => (
      <>
        <PageLink path={`/applications/${row.id}`}>{row.title || t.untitled}</PageLink>
        {row.dossier !== null && (
          <>
            <br />
            <span className="small soft">{row.dossier}</span>
          </>
        )}
      </>
    ),
  };
  const standing: Column<GrantApplicationRow> = {
    id: "state",
    header: t.columns.state,
    cell: (row) => (
      <span className="row">
        <Badge kind={kindOf(row)}>
          {row.outcome === null || row.state !== "submitted" ? state[row.state] : outcome[row.outcome]}
        </Badge>
        {row.asPartner !== null && (
          <span className="small">
            {t.partner}: {partnerState[row.asPartner]}
          </span>
        )}
      </span>
    ),
  };
  const requested: Column<GrantApplicationRow> = {
    id: "requested",
    header: t.columns.requested,
    numeric: true,
    cell: (row) => (row.asPartner === null ? f.money(row.requested) : "–"),
  };
  const officer: readonly Column<GrantApplicationRow>[] = [
    title,
    { id: "organisation", header: t.columns.organisation, cell: (row) => row.organisation },
    standing,
    { id: "theme", header: t.columns.theme, cell: (row) => titleOf(props.fund?.themes, row.theme) },
    { id: "region", header: t.columns.region, cell: (row) => titleOf(props.fund?.regions, row.region) },
    {
      id: "size",
      header: t.columns.size,
      cell: (row) => size[row.size as keyof typeof size] ?? row.size ?? "–",
    },
    requested,
    {
      id: "received",
      header: t.columns.received,
      cell: (row) => (row.receivedAt === null ? "–" : f.dateTime(row.receivedAt)),
    },
    {
      id: "flags",
      header: t.columns.flags,
      numeric: true,
      cell: (row) => (row.openFlags > 0 ? <Badge kind="warning">{f.number(row.openFlags)}</Badge> : "0"),
    },
  ];
  const applicant: readonly Column<GrantApplicationRow>[] = [
    title,
    {
      id: "call",
      header: t.columns.call,
      cell: (row) => <PageLink path={`/calls/${row.callId}`}>{l(row.callTitle)}</PageLink>,
    },
    standing,
    requested,
    { id: "changed", header: t.columns.changed, cell: (row) => f.dateTime(row.changedAt) },
  ];
  return (
    <Table
      caption={props.caption}
      captionHidden
      stacked
      empty={props.empty}
      columns={props.officer ? officer : applicant}
      rows={props.rows}
      rowKey={(row) => row.id}
    />
  );
}
