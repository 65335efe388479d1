import { scaleQuantize } from "d3-scale";
import { useMemo, useState } from "react";
import { MAP_SIZE, PROVINCES, type ProvinceId, provinceShapes } from "./provinces.js";

/** Number of classes of shade. */
const CLASSES = [0, 1, 2, 3, 4] as const;

/** What is shown of one province. */
export interface ProvinceFigure {
  /** What the shade stands for; null where nothing is known of this province. */
  readonly value: number | null;
  /** Short text on the map. */
  readonly text: string;
  /** The whole figure in words, read out when the province has focus. */
  readonly description: string;
}

/**
 * The Netherlands by province. Every province is a button: with Tab and Enter, a click or a tap it is chosen, and the
 * page shows what belongs to it. Shade is doubled by the number that stands on the province.
 */
export function ProvinceMap({
  figures,
  title,
  chosen,
  onChoose,
  legend,
  fromZero,
}: {
  readonly figures: Readonly<Partial<Record<ProvinceId, ProvinceFigure>>>;
  readonly title: string;
  readonly chosen: ProvinceId | null;
  readonly onChoose: (province: ProvinceId | null) => void;
  /** Text of a bound between two classes. */
  readonly legend: (value: number) => string;
  /** Whether the shades begin at zero (amounts) or at the least value (rates, which lie close together). */
  readonly fromZero: boolean;
}) {
  const shapes = useMemo(provinceShapes, []);
  const [focused, setFocused] = useState<ProvinceId | null>(null);
  const values = Object.values(figures).flatMap(({ value }) => value ?? []);
  const most = Math.max(0, ...values);
  const shade = scaleQuantize<number>()
    .domain([fromZero ? 0 : Math.min(most, ...values), most || 1])
    .nice(CLASSES.length)
    .range(CLASSES);
  const shadeOf = (id: ProvinceId) => {
    const value = figures[id]?.value ?? null;
    return value === null ? "none" : String(shade(value));
  };
  const choose = (id: ProvinceId) => onChoose(id === chosen ? null : id);
  return (
    <div className="province-map">
      {/* biome-ignore lint/a11y/useSemanticElements: provinces have shapes that no HTML button can take. */}
      <svg viewBox={`0 0 ${MAP_SIZE.width} ${MAP_SIZE.height}`} role="group" aria-label={title}>
        {shapes.map(({ id, path }) => (
          // biome-ignore lint/a11y/useSemanticElements: see above.
          <path
            key={id}
            className={`province province--${shadeOf(id)}`}
            d={path}
            role="button"
            tabIndex={0}
            aria-pressed={id === chosen}
            aria-label={`${PROVINCES[id]}: ${figures[id]?.description ?? "–"}`}
            onClick={() => choose(id)}
            onFocus={() => setFocused(id)}
            onBlur={() => setFocused(null)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" && event.key !== " ") return;
              event.preventDefault();
              choose(id);
            }}
          />
        ))}
        {/* Outlines lie on top of all provinces, or a neighbour would hide half of them. */}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group in SVG takes no focus. */}
        <g aria-hidden="true" className="province-outlines">
          {shapes.map(({ id, path }) => (
            <g key={id}>
              {id === chosen ? <path className="province-outline" d={path} /> : null}
              {id === focused ? <path className="province-outline province-outline--focus" d={path} /> : null}
            </g>
          ))}
        </g>
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group in SVG takes no focus. */}
        <g aria-hidden="true" className="province-labels">
          {shapes.map(({ id, label: [x, y] }) => (
            <text key={id} className={`province-label--${shadeOf(id)}`} x={x} y={y} textAnchor="middle">
              <tspan x={x} dy="-0.2em" className="province-labels__name">
                {PROVINCES[id]}
              </tspan>
              <tspan x={x} dy="1.2em" className="province-labels__figure">
                {figures[id]?.text ?? "–"}
              </tspan>
              {/* On a phone the number and its unit stand below each other, or neighbours would overlap. */}
              {(figures[id]?.text ?? "–").split(/\s/u).map((part, line) => (
                <tspan key={part} x={x} dy={`${line}em`} className="province-labels__part">
                  {part}
                </tspan>
              ))}
            </text>
          ))}
        </g>
      </svg>
      {most === 0 ? null : (
        <ul className="province-legend" aria-hidden="true">
          {CLASSES.map((each) => {
            const [from, to] = shade.invertExtent(each);
            return (
              <li key={each}>
                <svg width="28" height="16" aria-hidden="true">
                  <rect className={`province--${each}`} width="28" height="16" rx="2" />
                </svg>
                {legend(from)} – {legend(to)}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
