import { scaleLinear } from "d3-scale";
import { useId } from "react";
import { Hatch } from "./Hatch.js";

/** One bar with the floor it must reach and the cap it must stay under. */
export interface LimitBar {
  readonly id: string;
  readonly label: string;
  /** What was reached, as text; empty when nothing is decided. */
  readonly valueText: string;
  /** Floor and cap in words. */
  readonly lineText: string;
  readonly value: number | null;
  readonly floor: number | null;
  readonly cap: number | null;
  readonly met: boolean;
  /** Says in words that a limit is broken; empty otherwise. */
  readonly verdict: string;
}

/** Room to the right of the furthest bar or line, as a part of it. */
const ROOM = 0.06;

/**
 * Bars on one scale. What is allowed lies between two lines on a shaded ground; a bar that breaks a limit is hatched.
 * Texts stand beside the picture, so it needs no axis and scales freely.
 */
export function LimitBars({ bars }: { readonly bars: readonly LimitBar[] }) {
  const hatch = useId();
  const furthest = Math.max(
    0,
    ...bars.flatMap(({ value, floor, cap }) => [value ?? 0, floor ?? 0, cap ?? 0]),
  );
  const scale = scaleLinear()
    .domain([0, furthest * (1 + ROOM) || 1])
    .range([0, 100])
    .clamp(true);
  const at = (value: number) => `${scale(value).toFixed(2)}%`;
  return (
    <>
      <svg className="visually-hidden" aria-hidden="true">
        <Hatch id={hatch} broken />
      </svg>
      <ul className="limit-bars">
        {bars.map(({ id, label, valueText, lineText, value, floor, cap, met, verdict }) => (
          <li key={id} className={met ? "limit-bar" : "limit-bar limit-bar--broken"}>
            <span className="limit-bar__label">{label}</span>
            <svg className="limit-bar__picture" aria-hidden="true" width="100%" height="24">
              <rect
                className="chart-allowed"
                x={at(floor ?? 0)}
                y="2"
                width={`${(scale(cap ?? furthest * 2) - scale(floor ?? 0)).toFixed(2)}%`}
                height="20"
              />
              {value === null ? null : (
                <rect
                  className={met ? "chart-main" : "chart-broken"}
                  y="6"
                  width={at(Math.max(value, 0))}
                  height="12"
                  rx="2"
                  {...(met ? {} : { fill: `url(#${hatch})` })}
                />
              )}
              {floor === null ? null : <Line at={at(floor)} />}
              {cap === null ? null : <Line at={at(cap)} />}
            </svg>
            <span className="limit-bar__text">
              <strong>{valueText}</strong> <span className="limit-bar__line">{lineText}</span>{" "}
              {verdict === "" ? null : <span className="limit-bar__verdict">{verdict}</span>}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A line of a limit. */
function Line({ at }: { at: string }) {
  return (
    <>
      <line className="chart-limit-rim" x1={at} x2={at} y1="0" y2="24" />
      <line className="chart-limit" x1={at} x2={at} y1="0" y2="24" />
    </>
  );
}
