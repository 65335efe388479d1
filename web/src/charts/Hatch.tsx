/** A hatched fill, so that two series can be told apart without colour, in print and in high contrast. */
export function Hatch({ id, broken = false }: { readonly id: string; readonly broken?: boolean }) {
  return (
    <defs>
      <pattern
        className={broken ? "chart-hatch--broken" : undefined}
        id={id}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect className="chart-hatch-ground" width="6" height="6" />
        <line className="chart-hatch-line" x1="0" y1="0" x2="0" y2="6" />
      </pattern>
    </defs>
  );
}
