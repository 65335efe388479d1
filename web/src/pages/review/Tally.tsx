/** Counts with what they count. */
import { useFormat } from "../../i18n/format.js";

/** A list of counts. */
export function Tally({ items }: { items: readonly { readonly label: string; readonly count: number }[] }) {
  const f = useFormat();
  return (
    <dl className="tally">
      {items.map(({ label, count }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{f.number(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
