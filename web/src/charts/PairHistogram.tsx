import { scaleLinear } from "d3-scale";
import { useId } from "react";
import { Hatch } from "./Hatch.js";
import { type Margin, PlotFrame } from "./PlotFrame.js";
import { useWidth } from "./use-width.js";

const HEIGHT = 240;
const MARGIN: Margin = { top: 12, right: 12, bottom: 34, left: 44 };

/** Two counts of values from `from` up to, but not including, `to`. */
export interface PairBar {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly second: number;
}

/** Two distributions over the same bars: beside each other, the second hatched. */
export function PairHistogram(props: {
  readonly bars: readonly PairBar[];
  /** The picture in one sentence. */
  readonly title: string;
  /** Under the horizontal axis. */
  readonly axis: string;
  readonly labels: { readonly first: string; readonly second: string };
  readonly formatValue: (value: number) => string;
  readonly formatCount: (count: number) => string;
}) {
  const { bars, labels } = props;
  const hatch = useId();
  const [frame, width] = useWidth();
  const begin = bars[0];
  const end = bars.at(-1);
  if (begin === undefined || end === undefined) return null;
  const x = scaleLinear()
    .domain([begin.from, end.to])
    .range([MARGIN.left, width - MARGIN.right]);
  const y = scaleLinear()
    .domain([0, Math.max(1, ...bars.map(({ first, second }) => Math.max(first, second)))])
    .nice(4)
    .range([HEIGHT - MARGIN.bottom, MARGIN.top]);
  const base = y(0);
  return (
    <PlotFrame
      frame={frame}
      width={width}
      height={HEIGHT}
      margin={MARGIN}
      title={props.title}
      legend={
        <>
          <span className="chart-key chart-key--main">{labels.first}</span>
          <span className="chart-key chart-key--other">{labels.second}</span>
        </>
      }
      y={y}
      ticks={4}
      formatTick={props.formatCount}
    >
      <Hatch id={hatch} />
      {bars.map((bar) => {
        const left = x(bar.from) + 1;
        const half = (x(bar.to) - x(bar.from) - 2) / 2;
        return (
          <g key={bar.from}>
            <rect
              className="chart-main"
              x={left}
              width={half}
              y={y(bar.first)}
              height={base - y(bar.first)}
            />
            <rect
              className="chart-other"
              fill={`url(#${hatch})`}
              x={left + half}
              width={half}
              y={y(bar.second)}
              height={base - y(bar.second)}
            />
          </g>
        );
      })}
      {x.ticks(6).map((tick) => (
        <text key={tick} className="chart-text" x={x(tick)} y={base + 15} textAnchor="middle">
          {props.formatValue(tick)}
        </text>
      ))}
      <text
        className="chart-text"
        x={(MARGIN.left + width - MARGIN.right) / 2}
        y={HEIGHT - 3}
        textAnchor="middle"
      >
        {props.axis}
      </text>
    </PlotFrame>
  );
}
