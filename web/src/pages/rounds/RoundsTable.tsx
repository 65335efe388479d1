/** Rounds in a table, for the list of all rounds and for a fund. */
import type { RoundSummary } from "@voorsprong/server/contract";
import { Badge, ExampleBadge, TrialBadge } from "../../components/Badge.js";
import { PageLink } from "../../components/PageLink.js";
import { Table } from "../../components/Table.js";
import { useFormat } from "../../i18n/format.js";
import { useFundTexts } from "../../i18n/fund.js";
import { useShellTexts } from "../../i18n/shell.js";
import { useRoundTitle } from "../round-title.js";

/** Rounds in a table; cards on a phone. */
export function RoundsTable({ rounds }: { rounds: readonly RoundSummary[] }) {
  const { rounds: t } = useFundTexts();
  const shell = useShellTexts();
  const f = useFormat();
  const roundTitle = useRoundTitle();
  return (
    <Table
      caption={t.caption}
      captionHidden
      stacked
      empty={t.empty}
      columns={[
        {
          id: "title",
          header: t.columns.title,
          rowHeader: true,
          cell: (round) => (
            <>
              <PageLink path={`/rounds/${round.id}`}>{roundTitle(round)}</PageLink>{" "}
              {round.example && <ExampleBadge />} {round.trial && <TrialBadge />}
            </>
          ),
        },
        {
          id: "state",
          header: t.columns.state,
          cell: (round) => (
            <Badge kind={round.state === "decided" ? "good" : "neutral"}>{shell.state[round.state]}</Badge>
          ),
        },
        { id: "rule", header: t.columns.rule, cell: (round) => shell.rule[round.rule] },
        {
          id: "applications",
          header: t.columns.applications,
          cell: (round) => f.number(round.applications),
          numeric: true,
        },
        {
          id: "requested",
          header: t.columns.requested,
          cell: (round) => f.moneyShort(round.requested, round.unit),
          numeric: true,
        },
        {
          id: "budget",
          header: t.columns.budget,
          cell: (round) => f.moneyShort(round.budget, round.unit),
          numeric: true,
        },
        { id: "created", header: t.columns.created, cell: (round) => f.date(round.createdAt) },
      ]}
      rows={rounds}
      rowKey={(round) => round.id}
    />
  );
}
