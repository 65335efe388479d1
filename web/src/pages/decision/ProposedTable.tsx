/** The applications of a proposal: who takes part, and who is refused on which ground. */
import type { ProposalContent } from "@voorsprong/server/contract";
import { Table } from "../../components/Table.js";
import { useDecisionTexts } from "../../i18n/decision.js";
import { useFormat } from "../../i18n/format.js";
import { useLocalised } from "../../i18n/texts.js";

/** More rows than this make a page slow; the letters and the round have all. */
const MOST_ROWS = 200;

/** Figures and table of a proposal. */
export function ProposedTable({ content }: { content: ProposalContent }) {
  const t = useDecisionTexts();
  const f = useFormat();
  const l = useLocalised();
  const { summary, applications } = content;
  const rows = applications.slice(0, MOST_ROWS);
  const refused =
    summary === null ? 0 : Object.values(summary.refused).reduce((sum, count) => sum + count, 0);
  return (
    <>
      {summary !== null && (
        <dl className="keys">
          <div>
            <dt>{t.preview.inRound}</dt>
            <dd>{f.number(summary.inRound)}</dd>
          </div>
          <div>
            <dt>{t.preview.refused}</dt>
            <dd>{f.number(refused)}</dd>
          </div>
          <div>
            <dt>{t.preview.requested}</dt>
            <dd>{f.moneyShort(summary.requested)}</dd>
          </div>
          <div>
            <dt>{t.preview.budget}</dt>
            <dd>{f.moneyShort(summary.budget)}</dd>
          </div>
        </dl>
      )}
      <Table
        caption={t.preview.table}
        stacked
        rows={rows}
        rowKey={({ applicationId }) => applicationId}
        columns={[
          {
            id: "dossier",
            header: t.preview.dossier,
            rowHeader: true,
            cell: ({ dossier, applicationId }) => dossier ?? applicationId,
          },
          { id: "organisation", header: t.preview.organisation, cell: ({ organisation }) => organisation },
          { id: "project", header: t.preview.project, cell: ({ title }) => title },
          {
            id: "outcome",
            header: t.preview.outcome,
            cell: ({ ground, reason, article }) =>
              ground === null ? (
                t.preview.takesPart
              ) : (
                <>
                  <strong>{t.application.grounds[ground]}</strong> ({article}).{" "}
                  {reason !== null && <span className="small">{l(reason)}</span>}
                </>
              ),
          },
          {
            id: "score",
            header: t.preview.score,
            numeric: true,
            cell: ({ score }) => (score === null ? "–" : f.number(score / 100, 2)),
          },
          {
            id: "asked",
            header: t.preview.asked,
            numeric: true,
            cell: ({ requested }) => (requested === null ? "–" : f.money(requested)),
          },
        ]}
      />
      {applications.length > rows.length && (
        <p className="small soft">
          {t.preview.limited(f.number(rows.length), f.number(applications.length))}
        </p>
      )}
    </>
  );
}
