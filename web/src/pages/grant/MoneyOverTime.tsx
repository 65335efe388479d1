/** What was granted and what was paid over time, and the advances to come. */
import { addDays, daysBetween } from "@voorsprong/legal-time";
import type { GrantView } from "@voorsprong/server/contract";
import { scaleLinear } from "d3-scale";
import { type Margin, PlotFrame } from "../../charts/PlotFrame.js";
import { useWidth } from "../../charts/use-width.js";
import { Figure } from "../../components/Figure.js";
import { PageLink } from "../../components/PageLink.js";
import "../../charts/charts.css";
import { useFormat } from "../../i18n/format.js";
import { useGrantTexts } from "../../i18n/grant.js";
import { moneySteps, plannedAdvances } from "./money-steps.js";

const HEIGHT = 240;
const MARGIN: Margin = { top: 14, right: 16, bottom: 30, left: 92 };

/** The picture with its table of movements. @param today `YYYY-MM-DD` */
export function MoneyOverTime({ grant, today }: { grant: GrantView; today: string }) {
  const { money: t } = useGrantTexts();
  const f = useFormat();
  const rows = moneySteps(grant.movements);
  return (
    <Figure
      name={`money-${grant.dossier}`}
      title={t.caption}
      titleHidden
      columns={[
        { id: "onDay", header: t.columns.day, value: (row) => row.onDay, show: (row) => f.date(row.onDay) },
        { id: "kind", header: t.columns.what, value: (row) => row.kind, show: (row) => t.kinds[row.kind] },
        {
          id: "cents",
          header: t.columns.amount,
          value: (row) => row.cents,
          show: (row) => f.money(row.cents),
          numeric: true,
        },
        {
          id: "paidCents",
          header: t.columns.balance,
          value: (row) => row.paid,
          show: (row) => f.money(row.paid),
          numeric: true,
        },
        {
          id: "ledgerEntry",
          header: t.columns.entry,
          value: (row) => row.seq,
          show: (row) => (
            <PageLink path="/ledger" search={{ subject: grant.applicationId }}>
              {t.entry(f.number(row.seq))}
            </PageLink>
          ),
        },
      ]}
      rows={rows}
      rowKey={(row) => String(row.seq)}
    >
      <Lines grant={grant} today={today} />
    </Figure>
  );
}

function Lines({ grant, today }: { grant: GrantView; today: string }) {
  const { money: t } = useGrantTexts();
  const f = useFormat();
  const [frame, width] = useWidth();
  const steps = moneySteps(grant.movements);
  const planned = plannedAdvances(grant);
  const first = steps[0]?.onDay ?? today;
  const days = [
    addDays(today, 30),
    grant.agreement.ends,
    ...steps.map(({ onDay }) => onDay),
    ...planned.map(({ day }) => day),
  ];
  const last = days.reduce((one, other) => (one > other ? one : other));
  const span = Math.max(1, daysBetween(first, last));
  const x = (day: string) =>
    MARGIN.left + (Math.max(0, daysBetween(first, day)) / span) * (width - MARGIN.left - MARGIN.right);
  const most = Math.max(1, ...steps.map(({ granted, paid }) => Math.max(granted, paid)));
  const y = scaleLinear()
    .domain([0, most])
    .nice(3)
    .range([HEIGHT - MARGIN.bottom, MARGIN.top]);
  const end = today > first ? today : first;
  const line = (value: (step: (typeof steps)[number]) => number) => {
    const points: string[] = [];
    let before = 0;
    for (const step of steps) {
      const at = x(step.onDay).toFixed(1);
      points.push(`${at},${y(before).toFixed(1)}`, `${at},${y(value(step)).toFixed(1)}`);
      before = value(step);
    }
    points.push(`${x(end).toFixed(1)},${y(before).toFixed(1)}`);
    return points.join(" ");
  };
  const paid = steps.at(-1)?.paid ?? 0;
  const ahead = [`${x(end).toFixed(1)},${y(paid).toFixed(1)}`];
  let total = paid;
  for (const { day, cents } of planned) {
    const at = x(day > end ? day : end).toFixed(1);
    ahead.push(`${at},${y(total).toFixed(1)}`);
    total += cents;
    ahead.push(`${at},${y(total).toFixed(1)}`);
  }
  return (
    <PlotFrame
      frame={frame}
      width={width}
      height={HEIGHT}
      margin={MARGIN}
      title={t.picture(f.money(grant.money.granted), f.money(grant.money.paid))}
      legend={
        <>
          <span className="chart-key grant-key grant-key--granted">{t.granted}</span>
          <span className="chart-key grant-key grant-key--paid">{t.paid}</span>
          {planned.length > 0 && <span className="chart-key grant-key grant-key--planned">{t.planned}</span>}
        </>
      }
      y={y}
      ticks={3}
      formatTick={(cents) => f.moneyShort(cents)}
    >
      <line className="grant-today" x1={x(end)} x2={x(end)} y1={MARGIN.top} y2={HEIGHT - MARGIN.bottom} />
      <polyline className="grant-line grant-line--granted" points={line(({ granted }) => granted)} />
      <polyline className="grant-line grant-line--paid" points={line(({ paid: sum }) => sum)} />
      {planned.length > 0 && <polyline className="grant-line grant-line--planned" points={ahead.join(" ")} />}
      <text className="chart-text" x={MARGIN.left} y={HEIGHT - 8}>
        {f.date(first)}
      </text>
      <text className="chart-text" x={width - MARGIN.right} y={HEIGHT - 8} textAnchor="end">
        {f.date(last)}
      </text>
    </PlotFrame>
  );
}
