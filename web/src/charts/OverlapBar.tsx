import { scaleLinear } from "d3-scale";
import { useId } from "react";
import { Hatch } from "./Hatch.js";

/** Two sets of awarded applications, drawn as one bar: only here, in both, only in the other. */
export function OverlapBar({
  onlyHere,
  both,
  onlyOther,
  title,
  labels,
}: {
  readonly onlyHere: number;
  readonly both: number;
  readonly onlyOther: number;
  /** The whole picture in one sentence. */
  readonly title: string;
  readonly labels: { readonly onlyHere: string; readonly both: string; readonly onlyOther: string };
}) {
  const hatch = useId();
  const titleId = useId();
  const scale = scaleLinear()
    .domain([0, Math.max(1, onlyHere + both + onlyOther)])
    .range([0, 100]);
  const percent = (value: number) => `${scale(value).toFixed(2)}%`;
  return (
    <>
      <svg className="overlap-bar" role="img" aria-labelledby={titleId} width="100%" height="40">
        <title id={titleId}>{title}</title>
        <Hatch id={hatch} />
        <rect className="chart-main" width={percent(onlyHere)} height="40" />
        <rect className="chart-both" x={percent(onlyHere)} width={percent(both)} height="40" />
        <rect
          className="chart-other"
          x={percent(onlyHere + both)}
          width={percent(onlyOther)}
          height="40"
          fill={`url(#${hatch})`}
        />
      </svg>
      <p className="chart-legend" aria-hidden="true">
        <span className="chart-key chart-key--main">{labels.onlyHere}</span>
        <span className="chart-key chart-key--both">{labels.both}</span>
        <span className="chart-key chart-key--other">{labels.onlyOther}</span>
      </p>
    </>
  );
}
