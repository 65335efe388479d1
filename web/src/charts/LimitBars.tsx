import { useId } from "react";
import { Hatch } from "./Hatch.js";
import { limitScale } from "./limit-scale.js";

/** One limit: how far the outcome goes and where the line lies. */
export interface LimitBar {
  readonly id: string;
  readonly label: string;
  /** What was reached and what it is held against, as text. */
  readonly valueText: string;
  readonly lineText: string;
  /** Reached, in the same measure as `line`; null when nothing is decided. */
  readonly value: number | null;
  readonly line: number;
  readonly met: boolean;
  /** Says in words whether the limit is met; empty when nothing is decided. */
  readonly verdict: string;
}

/** Bars with the line that each must stay under or reach. Texts stand beside the picture, so it scales freely. */
export function LimitBars({ bars }: { readonly bars: readonly LimitBar[] }) {
  const hatch = useId();
  return (
    <>
      <svg className="visually-hidden" aria-hidden="true">
        <Hatch id={hatch} broken />
      </svg>
      <ul className="limit-bars">
        {bars.map((bar) => {
          const scale = limitScale(bar.value, bar.line);
          return (
            <li key={bar.id} className={bar.met ? "limit-bar" : "limit-bar limit-bar--broken"}>
              <span className="limit-bar__label">{bar.label}</span>
              <svg className="limit-bar__picture" aria-hidden="true" width="100%" height="26">
                <rect className="chart-track" y="6" width="100%" height="14" rx="2" />
                <rect
                  className={bar.met ? "chart-main" : "chart-broken"}
                  y="6"
                  width={scale.value}
                  height="14"
                  rx="2"
                  {...(bar.met ? {} : { fill: `url(#${hatch})` })}
                />
                <line className="chart-limit" x1={scale.line} x2={scale.line} y1="1" y2="25" />
              </svg>
              <span className="limit-bar__text">
                <strong>{bar.valueText}</strong> <span className="limit-bar__line">{bar.lineText}</span>{" "}
                {bar.verdict === "" ? null : <span className="limit-bar__verdict">{bar.verdict}</span>}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
