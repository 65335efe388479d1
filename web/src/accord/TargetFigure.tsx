/** Targets: where it starts, what was promised, and what was measured. */
import type { TargetView } from "@voorsprong/server/contract";
import { Figure } from "../components/Figure.js";
import { useAccordTexts } from "../i18n/accord.js";
import { useFormat } from "../i18n/format.js";
import { useLocalised } from "../i18n/texts.js";
import { quantity } from "./quantity.js";
import "./TargetFigure.css";

/** Share of the width that the promise takes; room is left to see it exceeded. */
const ROOM = 80;

/** Targets with their table. */
export function TargetFigure({
  name,
  title,
  titleHidden,
  targets,
}: {
  name: string;
  title: string;
  titleHidden?: boolean;
  targets: readonly TargetView[];
}) {
  const t = useAccordTexts();
  const f = useFormat();
  const l = useLocalised();
  return (
    <Figure
      name={name}
      title={title}
      {...(titleHidden !== undefined && { titleHidden })}
      source={t.targets.source([...new Set(targets.map((target) => target.source))].join("; "))}
      columns={[
        { id: "target", header: t.targets.columns.target, value: (row) => l(row.title) },
        {
          id: "from",
          header: t.targets.columns.from,
          value: (row) => row.from,
          show: (row) => (row.from === null ? t.targets.noStart : quantity(f, row.from, row.unit)),
          numeric: true,
        },
        {
          id: "to",
          header: t.targets.columns.to,
          value: (row) => row.to,
          show: (row) => quantity(f, row.to, row.unit),
          numeric: true,
        },
        {
          id: "measured",
          header: t.targets.columns.measured,
          value: ({ measured }) => (measured.state === "measured" ? measured.value : null),
          show: ({ measured, unit }) =>
            measured.state === "measured" ? quantity(f, measured.value, unit) : t.targets.notMeasured,
        },
        {
          id: "hard",
          header: t.targets.columns.hard,
          value: (row) => (row.hard ? t.targets.yes : t.targets.no),
        },
      ]}
      rows={targets}
      rowKey={(row) => row.id}
    >
      <ul className="targets">
        {targets.map((target) => (
          <li key={target.id}>
            <Target target={target} />
          </li>
        ))}
      </ul>
    </Figure>
  );
}

function Target({ target }: { target: TargetView }) {
  const t = useAccordTexts();
  const f = useFormat();
  const l = useLocalised();
  const { measured } = target;
  const show = (value: string) => quantity(f, value, target.unit);
  const state =
    measured.state === "measured"
      ? t.targets.measured(show(measured.value), f.date(measured.at))
      : l(measured.reason);
  const place = (value: string) => `${Math.min(100, (ROOM * Number(value)) / Number(target.to))}%`;
  return (
    <div className="target">
      <p>
        <strong>{l(target.title)}</strong>
      </p>
      <svg
        role="img"
        aria-label={t.targets.picture(
          target.from === null ? t.targets.noStart : show(target.from),
          show(target.to),
          state,
        )}
        width="100%"
        height="64"
        className="target__picture"
      >
        <rect y="24" width="100%" height="16" rx="4" className="target__track" />
        {measured.state === "measured" ? (
          <rect y="24" width={place(measured.value)} height="16" rx="4" className="target__bar" />
        ) : (
          <text x="8" y="36" className="target__none">
            {t.targets.notMeasured}
          </text>
        )}
        {target.from !== null && (
          <>
            <line x1={place(target.from)} x2={place(target.from)} y1="20" y2="46" className="target__from" />
            <text x={place(target.from)} y="60" textAnchor="middle" className="target__label">
              {t.targets.from(show(target.from))}
            </text>
          </>
        )}
        <line x1={place(target.to)} x2={place(target.to)} y1="18" y2="46" className="target__to" />
        <text x={place(target.to)} y="12" textAnchor="middle" className="target__label target__label--to">
          {t.targets.to(show(target.to))}
        </text>
      </svg>
      <p className="small">
        {state} {target.hard ? t.targets.hard : t.targets.soft}{" "}
        {target.by === null ? t.targets.noYear : t.targets.by(target.by)}
      </p>
    </div>
  );
}
