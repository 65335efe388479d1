/** Arithmetic in words, line by line with its article. */
import type { LineView } from "@voorsprong/server/contract";
import { Table } from "../../components/Table.js";
import { useFormat } from "../../i18n/format.js";
import { useGrantTexts } from "../../i18n/grant.js";
import { useLocalised } from "../../i18n/texts.js";

/** The lines as a table. */
export function Lines({ lines, caption }: { lines: readonly LineView[]; caption: string }) {
  const { settlement: t } = useGrantTexts();
  const f = useFormat();
  const l = useLocalised();
  const rows = lines.map((line, at) => ({ ...line, at }));
  return (
    <Table
      caption={caption}
      captionHidden
      stacked
      columns={[
        { id: "line", header: t.columns.line, cell: (row) => l(row.text), rowHeader: true },
        { id: "article", header: t.columns.article, cell: (row) => row.article },
        {
          id: "amount",
          header: t.columns.amount,
          cell: (row) => row.cents !== null && f.money(row.cents),
          numeric: true,
        },
      ]}
      rows={rows}
      rowKey={(row) => String(row.at)}
    />
  );
}
