/** The weights of criteria as bars, so that what counts most is seen first. */
import type { Criterion } from "@voorsprong/call-form";
import { useFormat } from "../../i18n/format.js";
import { useLocalised } from "../../i18n/texts.js";

/** One bar per criterion; the numbers stand beside them. */
export function WeightBars({ criteria }: { criteria: readonly Criterion[] }) {
  const f = useFormat();
  const l = useLocalised();
  return (
    <ul className="weight-bars">
      {criteria.map((criterion) => (
        <li key={criterion.id}>
          <span>{l(criterion.title)}</span>
          <svg aria-hidden="true" width="100%" height="20">
            <rect className="weight-bars__track" width="100%" height="20" />
            <rect className="weight-bars__bar" width={`${criterion.weight / 100}%`} height="20" />
          </svg>
          <strong className="number">{f.percent(criterion.weight / 10_000, 2)}</strong>
        </li>
      ))}
    </ul>
  );
}
