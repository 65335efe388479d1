import type { ExplanationSummary, RoundView } from "@voorsprong/server/contract";
import { Table } from "../../../components/Table.js";
import { useFormat } from "../../../i18n/format.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { useLocalised } from "../../../i18n/texts.js";
import { RoundLink } from "../RoundLink.js";
import { useRoundFormat } from "../units.js";

/** Rows that are shown; all are in the document. */
const SHOWN = 50;

/** Who scored more than an award and got nothing, each with the limits that explain it. */
export function Inversions(props: { round: RoundView; inversions: ExplanationSummary["inversions"] }) {
  const { round, inversions } = props;
  const t = useRoundTexts().explanation.inversions;
  const localised = useLocalised();
  const format = useRoundFormat(round);
  const { number } = useFormat();
  const shown = inversions.items.slice(0, SHOWN);
  const link = (id: string) => (
    <RoundLink roundId={round.id} search={{ section: "applications", application: id }}>
      {id}
    </RoundLink>
  );
  return (
    <div className="stack">
      <h3>{t.heading}</h3>
      <p>{localised(inversions.text)}</p>
      {shown.length > 0 && (
        <details open={shown.length <= 8}>
          <summary>
            {shown.length < inversions.total
              ? t.listFirst(number(shown.length), number(inversions.total))
              : t.list(number(shown.length))}
          </summary>
          {shown.length < inversions.total && (
            <p className="soft">{t.first(number(shown.length), number(inversions.total))}</p>
          )}
          <Table
            caption={t.caption}
            captionHidden
            stacked
            rows={shown}
            rowKey={({ application }) => application}
            columns={[
              {
                id: "application",
                header: t.application,
                rowHeader: true,
                cell: ({ application }) => link(application),
              },
              { id: "score", header: t.score, numeric: true, cell: ({ score }) => format.points(score) },
              { id: "count", header: t.count, numeric: true, cell: ({ count }) => format.count(count) },
              {
                id: "over",
                header: t.over,
                cell: ({ over, overScore }) => (
                  <>
                    {link(over)} ({format.points(overScore)})
                  </>
                ),
              },
              {
                id: "why",
                header: t.why,
                cell: ({ rows }) =>
                  rows.length === 0 ? t.fits : rows.map(({ text }) => localised(text)).join("; "),
              },
            ]}
          />
        </details>
      )}
    </div>
  );
}
