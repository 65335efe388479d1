/** The lists that came in. */
import { useQuery } from "@tanstack/react-query";
import type { ImportView } from "@voorsprong/server/contract";
import { importsQuery } from "../../api/exchange-queries.js";
import { Badge } from "../../components/Badge.js";
import { Loaded } from "../../components/Loading.js";
import { Section } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { Table } from "../../components/Table.js";
import { useExchangeTexts } from "../../i18n/exchange.js";
import { useFormat } from "../../i18n/format.js";

/** The newest imports. */
export function Imports() {
  const { list: t, kinds } = useExchangeTexts();
  const f = useFormat();
  return (
    <Section title={t.title}>
      <Loaded query={useQuery(importsQuery())}>
        {({ items }) => (
          <Table
            caption={t.caption}
            captionHidden
            stacked
            rows={items}
            rowKey={({ id }) => id}
            empty={t.empty}
            columns={[
              {
                id: "file",
                header: t.file,
                rowHeader: true,
                cell: ({ id, fileName }) => <PageLink path={`/exchange/imports/${id}`}>{fileName}</PageLink>,
              },
              {
                id: "kind",
                header: t.kind,
                cell: ({ kind, callId }) => (callId === null ? kinds[kind] : `${kinds[kind]}, ${callId}`),
              },
              { id: "state", header: t.state, cell: ({ state }) => <ImportBadge state={state} /> },
              { id: "rows", header: t.rows, numeric: true, cell: ({ counts }) => f.number(counts.read) },
              { id: "on", header: t.on, cell: ({ createdAt }) => f.dateTime(createdAt) },
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}

const KINDS = {
  reading: "running",
  ready: "planned",
  refused: "danger",
  confirming: "running",
  done: "good",
  failed: "danger",
  discarded: "neutral",
} as const;

/** How an import stands. */
export function ImportBadge({ state }: { state: ImportView["state"] }) {
  const t = useExchangeTexts();
  return <Badge kind={KINDS[state]}>{t.states[state]}</Badge>;
}
