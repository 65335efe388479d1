/** The whole accord in one picture: a block per clause, a row per point. */
import type { AccordView } from "@voorsprong/server/contract";
import { Figure } from "../components/Figure.js";
import { useAccordTexts } from "../i18n/accord.js";
import { useLocalised } from "../i18n/texts.js";
import "./ClauseMatrix.css";
import { type ClauseState, clauseState } from "./clause-state.js";

const SIZE = 22;
const STEP = 28;

/** A block per clause, filled when it runs, half filled when a part runs, an outline when it is planned. */
function Block({ state, x }: { state: ClauseState; x: number }) {
  return (
    <g className={`clause-block clause-block--${state}`}>
      <rect x={x + 1} y="1" width={SIZE} height={SIZE} rx="5" className="clause-block__outline" />
      {state === "running" && <rect x={x + 1} y="1" width={SIZE} height={SIZE} rx="5" />}
      {state === "partly" && (
        <path
          d={`M${x + 1} ${SIZE - 4} V6 a5 5 0 0 1 5 -5 H${x + SIZE - 4} Z`}
          transform={`translate(0 0)`}
        />
      )}
    </g>
  );
}

/** The accord as blocks, with its table. */
export function ClauseMatrix({ accord }: { accord: AccordView }) {
  const t = useAccordTexts();
  const l = useLocalised();
  const rows = accord.points.flatMap((point) =>
    point.clauses.map((clause) => ({ point, clause, state: clauseState(clause) })),
  );
  return (
    <Figure
      name="clauses"
      title={t.overview.picture}
      columns={[
        { id: "clause", header: t.overview.columns.clause, value: (row) => l(row.clause.title) },
        { id: "point", header: t.overview.columns.point, value: (row) => l(row.point.title) },
        { id: "state", header: t.overview.columns.state, value: (row) => t.state[row.state] },
      ]}
      rows={rows}
      rowKey={(row) => row.clause.id}
    >
      <ul className="clause-matrix">
        {accord.points.map((point) => {
          const states = point.clauses.map(clauseState);
          const planned = states.filter((state) => state === "planned").length;
          return (
            <li key={point.id}>
              <span className="clause-matrix__label">{l(point.title)}</span>
              <svg
                aria-hidden="true"
                width={states.length * STEP - STEP + SIZE + 2}
                height={SIZE + 2}
                className="clause-matrix__blocks"
              >
                {states.map((state, k) => (
                  <Block key={point.clauses[k]?.id} state={state} x={k * STEP} />
                ))}
              </svg>
              <span className="clause-matrix__text">{t.overview.row(states.length - planned, planned)}</span>
            </li>
          );
        })}
      </ul>
      <ul className="clause-matrix__legend">
        {(["running", "partly", "planned"] as const).map((state) => (
          <li key={state}>
            <svg
              aria-hidden="true"
              width={SIZE + 2}
              height={SIZE + 2}
              viewBox={`0 0 ${SIZE + 2} ${SIZE + 2}`}
            >
              <Block state={state} x={0} />
            </svg>
            {t.state[state]}
          </li>
        ))}
      </ul>
    </Figure>
  );
}
