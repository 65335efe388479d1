import { scaleLinear } from "d3-scale";
import { useId } from "react";
import { Hatch } from "./Hatch.js";

/** One group with what was asked and what two outcomes give it. */
export interface PairBar {
  readonly id: string;
  readonly label: string;
  readonly asked: number;
  readonly here: number;
  readonly other: number | null;
  readonly hereText: string;
  readonly otherText: string | null;
  readonly askedText: string;
}

/** Names of the three series, for the legend. */
export interface PairLegend {
  readonly asked: string;
  readonly here: string;
  readonly other: string | null;
}

/** Per group the money asked for (pale), awarded here (solid) and under the other rule (hatched). */
export function PairBars({
  bars,
  legend,
}: {
  readonly bars: readonly PairBar[];
  readonly legend: PairLegend;
}) {
  const hatch = useId();
  const end = Math.max(1, ...bars.map((bar) => Math.max(bar.asked, bar.here, bar.other ?? 0)));
  const scale = scaleLinear().domain([0, end]).range([0, 100]).clamp(true);
  const percent = (value: number) => `${scale(value).toFixed(2)}%`;
  return (
    <>
      <p className="chart-legend" aria-hidden="true">
        <span className="chart-key chart-key--asked">{legend.asked}</span>
        <span className="chart-key chart-key--main">{legend.here}</span>
        {legend.other === null ? null : <span className="chart-key chart-key--other">{legend.other}</span>}
      </p>
      <svg className="visually-hidden" aria-hidden="true">
        <Hatch id={hatch} />
      </svg>
      <ul className="pair-bars">
        {bars.map((bar) => (
          <li key={bar.id} className="pair-bar">
            <span className="pair-bar__label">{bar.label}</span>
            <svg
              className="pair-bar__picture"
              aria-hidden="true"
              width="100%"
              height={bar.other === null ? 20 : 30}
            >
              <rect
                className="chart-asked"
                y="1"
                width={percent(bar.asked)}
                height={bar.other === null ? 18 : 28}
              />
              <rect
                className="chart-main"
                y="3"
                width={percent(bar.here)}
                height={bar.other === null ? 14 : 11}
              />
              {bar.other === null ? null : (
                <rect
                  className="chart-other"
                  y="16"
                  width={percent(bar.other)}
                  height="11"
                  fill={`url(#${hatch})`}
                />
              )}
            </svg>
            <span className="pair-bar__text">
              <span>
                <span className="visually-hidden">{legend.here}: </span>
                <strong>{bar.hereText}</strong>
              </span>
              {bar.otherText === null ? null : (
                <span>
                  <span className="visually-hidden">{legend.other}: </span>
                  {bar.otherText}
                </span>
              )}
              <span className="visually-hidden">
                {legend.asked}: {bar.askedText}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
