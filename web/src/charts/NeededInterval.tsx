import { scaleLinear } from "d3-scale";
import { useId } from "react";
import { useWidth } from "./use-width.js";

const HEIGHT = 84;
const MARGIN = { left: 24, right: 24 };
/** Half the room that the label over the interval needs. */
const LABEL = 90;

/**
 * An application's own score on a line with the interval that certainly holds the score it would have needed.
 * Without an upper end the interval runs off the picture with an arrow.
 */
export function NeededInterval({
  score,
  needed,
  title,
  format,
  labels,
}: {
  readonly score: number;
  /** The needed score itself, not the extra points. */
  readonly needed: { readonly from: number; readonly to: number | null };
  readonly title: string;
  readonly format: (value: number) => string;
  readonly labels: { readonly own: string; readonly needed: string };
}) {
  const titleId = useId();
  const [frame, width] = useWidth();
  const last = needed.to ?? needed.from;
  const room = Math.max(1, (last - score) * 0.25, Math.abs(score) * 0.02);
  const x = scaleLinear()
    .domain([score - room, last + (needed.to === null ? 3 : 1) * room])
    .range([MARGIN.left, width - MARGIN.right]);
  const from = x(needed.from);
  const to = needed.to === null ? width - MARGIN.right : x(needed.to);
  const middle = (from + to) / 2;
  return (
    <div ref={frame}>
      <svg className="chart-plot" viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-labelledby={titleId}>
        <title id={titleId}>{title}</title>
        <line className="chart-axis" x1={MARGIN.left} x2={width - MARGIN.right} y1="42" y2="42" />
        {needed.to === null ? (
          <polygon
            className="chart-main"
            points={`${from},35 ${to - 12},35 ${to},42 ${to - 12},49 ${from},49`}
          />
        ) : (
          <rect
            className="chart-main"
            x={from - 2}
            y="35"
            width={Math.max(4, to - from + 4)}
            height="14"
            rx="2"
          />
        )}
        <text
          className="chart-text chart-text--strong"
          x={Math.min(Math.max(middle, LABEL), width - LABEL)}
          y="24"
          textAnchor="middle"
        >
          {labels.needed}
        </text>
        <circle className="chart-dot" cx={x(score)} cy="42" r="8" />
        <text className="chart-text chart-text--strong" x={x(score)} y="72" textAnchor="start" dx="-8">
          {labels.own} {format(score)}
        </text>
      </svg>
    </div>
  );
}
