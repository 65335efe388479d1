import { scaleLinear } from "d3-scale";
import { useId } from "react";
import { Hatch } from "./Hatch.js";
import type { ScoreBin } from "./histogram.js";
import { type Margin, PlotFrame } from "./PlotFrame.js";
import { useWidth } from "./use-width.js";

const HEIGHT = 220;
const MARGIN: Margin = { top: 12, right: 12, bottom: 34, left: 44 };

/** How scores are spread: funded below, the others hatched on top of them. Scores are whole. */
export function Histogram({
  bins,
  title,
  axis,
  formatScore,
  formatCount,
  labels,
}: {
  readonly bins: readonly ScoreBin[];
  /** The picture in one sentence. */
  readonly title: string;
  /** Under the horizontal axis. */
  readonly axis: string;
  readonly formatScore: (score: number) => string;
  readonly formatCount: (count: number) => string;
  /** Null for `funded` before a decision: then there is one series. */
  readonly labels: { readonly funded: string | null; readonly other: string };
}) {
  const hatch = useId();
  const [frame, width] = useWidth();
  const first = bins[0];
  const last = bins.at(-1);
  if (first === undefined || last === undefined) return null;
  const x = scaleLinear()
    .domain([first.from, Math.max(last.to, first.from + 1)])
    .range([MARGIN.left, width - MARGIN.right]);
  const y = scaleLinear()
    .domain([0, Math.max(1, ...bins.map((bin) => bin.funded + bin.other))])
    .nice(4)
    .range([HEIGHT - MARGIN.bottom, MARGIN.top]);
  const base = y(0);
  return (
    <PlotFrame
      frame={frame}
      width={width}
      height={HEIGHT}
      margin={MARGIN}
      title={title}
      legend={
        <>
          {labels.funded === null ? null : <span className="chart-key chart-key--main">{labels.funded}</span>}
          <span
            className={labels.funded === null ? "chart-key chart-key--main" : "chart-key chart-key--other"}
          >
            {labels.other}
          </span>
        </>
      }
      y={y}
      ticks={4}
      formatTick={formatCount}
    >
      <Hatch id={hatch} />
      {bins.map((bin) => {
        const left = x(bin.from) + 0.75;
        const wide = Math.max(1, x(Math.max(bin.to, bin.from + 1)) - x(bin.from) - 1.5);
        const middle = y(bin.funded);
        return (
          <g key={bin.from}>
            <rect className="chart-main" x={left} width={wide} y={middle} height={base - middle} />
            <rect
              className={labels.funded === null ? "chart-main" : "chart-other"}
              x={left}
              width={wide}
              y={y(bin.funded + bin.other)}
              height={middle - y(bin.funded + bin.other)}
              {...(labels.funded === null ? {} : { fill: `url(#${hatch})` })}
            />
          </g>
        );
      })}
      {x
        .ticks(6)
        .filter(Number.isInteger)
        .map((tick) => (
          <text key={tick} className="chart-text" x={x(tick)} y={base + 15} textAnchor="middle">
            {formatScore(tick)}
          </text>
        ))}
      <text
        className="chart-text"
        x={(MARGIN.left + width - MARGIN.right) / 2}
        y={HEIGHT - 3}
        textAnchor="middle"
      >
        {axis}
      </text>
    </PlotFrame>
  );
}
