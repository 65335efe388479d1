/** The few numbers that matter most, large. */
export function KeyFigures(props: {
  figures: readonly { readonly label: string; readonly value: string }[];
}) {
  return (
    <dl className="key-figures">
      {props.figures.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="number">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
