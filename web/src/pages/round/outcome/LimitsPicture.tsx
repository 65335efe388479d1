import type { OutcomeFigures, RoundView } from "@voorsprong/server/contract";
import { LimitBars } from "../../../charts/LimitBars.js";
import { Figure } from "../../../components/Figure.js";
import { Section } from "../../../components/Page.js";
import { useFormat } from "../../../i18n/format.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { useLocalised } from "../../../i18n/texts.js";
import { type LimitFigureView, limitFigures } from "../limit-figures.js";
import { capital, useRoundFormat } from "../units.js";

/** Every budget and every limit as a bar with its line. */
export function LimitsPicture({ round, outcome }: { round: RoundView; outcome: OutcomeFigures }) {
  const t = useRoundTexts();
  const localised = useLocalised();
  const format = useRoundFormat(round);
  const { percent } = useFormat();
  const rows = limitFigures(round, outcome);
  const label = (row: LimitFigureView) => capital(localised(row.text));
  const text = (row: LimitFigureView, value: number | null, short: boolean) => {
    if (value === null) return "–";
    if (row.measure === "share") return percent(value, short ? 1 : 4);
    if (row.measure === "count") return format.count(value);
    return short ? format.moneyShort(value) : format.money(value);
  };
  const line = (row: LimitFigureView, short: boolean) =>
    row.side === "max"
      ? t.outcome.atMost(text(row, row.line, short))
      : t.outcome.atLeast(text(row, row.line, short));
  const verdict = ({ met, side }: LimitFigureView) => {
    if (side === "min") return met ? t.outcome.met : t.outcome.broken;
    return met ? t.outcome.kept : t.outcome.passed;
  };
  return (
    <Section title={t.outcome.limitsHeading}>
      <Figure
        name={`${round.id}-limits`}
        title={t.outcome.limitsTitle}
        source={t.outcome.limitsSource}
        rows={rows}
        rowKey={(row) => row.row}
        columns={[
          { id: "row", header: t.outcome.columns.limit, value: (row) => row.row, show: label },
          {
            id: "value",
            header: t.outcome.columns.value,
            value: (row) => row.value,
            show: (row) => text(row, row.value, false),
            numeric: true,
          },
          {
            id: "line",
            header: t.outcome.columns.line,
            value: (row) => row.line,
            show: (row) => line(row, false),
            numeric: true,
          },
          {
            id: "met",
            header: t.outcome.columns.met,
            value: (row) => String(row.met),
            show: (row) => (row.met ? t.outcome.columns.yes : t.outcome.columns.no),
          },
        ]}
      >
        <LimitBars
          bars={rows.map((row) => ({
            id: row.row,
            label: label(row),
            value: row.value,
            line: row.line,
            valueText: text(row, row.value, true),
            lineText: line(row, true),
            met: row.met,
            verdict: verdict(row),
          }))}
        />
      </Figure>
    </Section>
  );
}
