import { scaleLinear } from "d3-scale";
import { type GapPoint, gap, steps } from "./gap-line.js";
import { type Margin, PlotFrame } from "./PlotFrame.js";
import { useWidth } from "./use-width.js";

const HEIGHT = 180;
const MARGIN: Margin = { top: 14, right: 16, bottom: 30, left: 84 };

/** Best found (rising) and proven bound (falling) while a decision is sought; the gap between them is shaded. */
export function GapLine({
  points,
  end,
  title,
  axis,
  formatPoints,
  formatSeconds,
  labels,
}: {
  readonly points: readonly GapPoint[];
  /** Seconds until which the lines are held. */
  readonly end: number;
  readonly title: string;
  readonly axis: string;
  readonly formatPoints: (points: number) => string;
  readonly formatSeconds: (seconds: number) => string;
  readonly labels: { readonly objective: string; readonly bound: string };
}) {
  const [frame, width] = useWidth();
  const values = points.flatMap(({ objective, bound }) => [objective, bound]).filter((v) => v !== null);
  if (values.length === 0) return null;
  const start = Math.floor(points[0]?.seconds ?? 0);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const x = scaleLinear()
    .domain([start, Math.max(start + 1, end)])
    .range([MARGIN.left, width - MARGIN.right]);
  const y = scaleLinear()
    .domain(low === high ? [low - 1, high + 1] : [low, high])
    .nice(3)
    .range([HEIGHT - MARGIN.bottom, MARGIN.top]);
  const found = steps(points, "objective", end);
  const bound = steps(points, "bound", end);
  const path = (line: readonly (readonly [number, number])[]) =>
    line.map(([seconds, value]) => `${x(seconds).toFixed(1)},${y(value).toFixed(1)}`).join(" ");
  return (
    <PlotFrame
      frame={frame}
      width={width}
      height={HEIGHT}
      margin={MARGIN}
      title={title}
      legend={
        <>
          <span className="chart-key chart-key--line-bound">{labels.bound}</span>
          <span className="chart-key chart-key--line-found">{labels.objective}</span>
        </>
      }
      y={y}
      ticks={3}
      formatTick={formatPoints}
    >
      <polygon className="chart-gap" points={path(gap(points, end))} />
      <polyline className="chart-line chart-line--bound" points={path(bound)} />
      <polyline className="chart-line chart-line--found" points={path(found)} />
      {x.ticks(width / 90).map((tick) => (
        <text
          key={tick}
          className="chart-text"
          x={x(tick)}
          y={HEIGHT - MARGIN.bottom + 16}
          textAnchor="middle"
        >
          {formatSeconds(tick)}
        </text>
      ))}
      <text className="chart-text" x={width - MARGIN.right} y={HEIGHT - 1} textAnchor="end">
        {axis}
      </text>
    </PlotFrame>
  );
}
