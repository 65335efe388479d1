import type { ScaleLinear } from "d3-scale";
import { type ReactNode, type RefObject, useId } from "react";

/** Room around what is drawn, in pixels. */
export interface Margin {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** The frame of a picture with a vertical axis of whole numbers: legend, title, grid lines and their numbers. */
export function PlotFrame(props: {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly width: number;
  readonly height: number;
  readonly margin: Margin;
  /** The picture in one sentence. */
  readonly title: string;
  /** The keys of the series. */
  readonly legend: ReactNode;
  readonly y: ScaleLinear<number, number>;
  /** About how many grid lines. */
  readonly ticks: number;
  readonly formatTick: (value: number) => string;
  readonly children: ReactNode;
}) {
  const { frame, width, height, margin, title, legend, y, ticks, formatTick, children } = props;
  const titleId = useId();
  return (
    <div ref={frame}>
      <p className="chart-legend" aria-hidden="true">
        {legend}
      </p>
      <svg className="chart-plot" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={titleId}>
        <title id={titleId}>{title}</title>
        {y
          .ticks(ticks)
          .filter(Number.isInteger)
          .map((tick) => (
            <g key={tick}>
              <line
                className="chart-grid"
                x1={margin.left}
                x2={width - margin.right}
                y1={y(tick)}
                y2={y(tick)}
              />
              <text className="chart-text" x={margin.left - 6} y={y(tick) + 4} textAnchor="end">
                {formatTick(tick)}
              </text>
            </g>
          ))}
        {children}
      </svg>
    </div>
  );
}
