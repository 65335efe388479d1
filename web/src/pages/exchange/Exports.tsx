/** Lists and archives that go out. */
import type { CallSummary } from "@voorsprong/server/contract";
import { API, query } from "../../api/client.js";
import { Section } from "../../components/Page.js";
import { Table } from "../../components/Table.js";
import { useExchangeTexts } from "../../i18n/exchange.js";
import { useLocalised } from "../../i18n/texts.js";

/** Links per list and per call. */
export function Exports({ calls }: { calls: readonly CallSummary[] }) {
  const t = useExchangeTexts().exports;
  const l = useLocalised();
  return (
    <Section title={t.title} intro={t.intro}>
      <p className="exchange-links">
        <span>{t.organisations}:</span>
        <ListLinks kind="organisations" label={t.organisations} />
      </p>
      {calls.length > 0 && (
        <Table
          caption={t.caption}
          captionHidden
          stacked
          rows={calls}
          rowKey={({ id }) => id}
          columns={[
            { id: "call", header: t.call, rowHeader: true, cell: ({ title }) => l(title) },
            {
              id: "list",
              header: t.list,
              cell: ({ id, title }) => (
                <span className="exchange-links">
                  <ListLinks kind="applications" callId={id} label={t.applications(l(title))} />
                </span>
              ),
            },
            {
              id: "archive",
              header: t.archiveColumn,
              cell: ({ id, title }) => (
                <a
                  href={`${API}/calls/${encodeURIComponent(id)}/archive.zip`}
                  download={`${id}.zip`}
                  aria-label={`${t.zip}: ${t.archive(l(title))}`}
                >
                  {t.zip}
                </a>
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}

function ListLinks({ kind, callId, label }: { kind: string; callId?: string; label: string }) {
  return (["csv", "xlsx"] as const).map((format) => {
    const name = format === "csv" ? "CSV" : "Excel";
    return (
      <a
        key={format}
        href={`${API}/exchange/list.${format}${query({ kind, callId })}`}
        download={`${callId ?? kind}.${format}`}
        aria-label={`${name}: ${label}`}
      >
        {name}
      </a>
    );
  });
}
