import type { JobView, RoundView } from "@voorsprong/server/contract";
import { GapLine } from "../../../charts/GapLine.js";
import { type GapPoint, wholeBound } from "../../../charts/gap-line.js";
import { Figure } from "../../../components/Figure.js";
import { useFormat } from "../../../i18n/format.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { KeyFigures } from "../KeyFigures.js";
import { useRoundFormat } from "../units.js";

const PHASES: readonly JobView["progress"]["phase"][] = [
  "waiting",
  "reading",
  "bound",
  "search",
  "explain",
  "publish",
];

/** Where a job is, what it found and what it proved. */
export function JobProgress(props: {
  round: RoundView;
  job: JobView;
  points: readonly GapPoint[];
  seconds: number;
}) {
  const { round, job, points, seconds } = props;
  const t = useRoundTexts();
  const format = useRoundFormat(round);
  const { objective, phase } = job.progress;
  const bound = wholeBound(job.progress.bound, objective);
  const now = PHASES.indexOf(phase);
  return (
    <>
      <ol className="phases" aria-label={t.decide.phasesLabel}>
        {PHASES.map((each, index) => (
          <li
            key={each}
            className={index < now ? "phase phase--done" : index === now ? "phase phase--now" : "phase"}
            aria-current={index === now ? "step" : undefined}
          >
            {t.decide.phases[each]}
          </li>
        ))}
      </ol>
      <KeyFigures
        figures={[
          { label: t.decide.found, value: objective === null ? t.decide.none : format.points(objective) },
          { label: t.decide.bound, value: bound === null ? t.decide.none : format.points(bound) },
          ...(objective === null || bound === null
            ? []
            : [{ label: t.decide.gap, value: format.points(bound - objective) }]),
        ]}
      />
      {points.length < 2 ? null : <GapPicture round={round} points={points} seconds={seconds} />}
    </>
  );
}

function GapPicture({
  round,
  points,
  seconds,
}: {
  round: RoundView;
  points: readonly GapPoint[];
  seconds: number;
}) {
  const t = useRoundTexts();
  const format = useRoundFormat(round);
  const { number } = useFormat();
  const last = points.at(-1);
  const text = (units: number | null | undefined) => (units == null ? t.decide.none : format.points(units));
  return (
    <Figure
      name={`${round.id}-progress`}
      title={t.decide.gapTitle}
      rows={points}
      rowKey={(row) => String(row.seconds)}
      columns={[
        {
          id: "seconds",
          header: t.decide.gapAxis,
          value: (row) => row.seconds,
          show: (row) => number(row.seconds, 1),
          numeric: true,
        },
        {
          id: "objective",
          header: t.decide.found,
          value: (row) => row.objective,
          show: (row) => text(row.objective),
          numeric: true,
        },
        {
          id: "bound",
          header: t.decide.bound,
          value: (row) => row.bound,
          show: (row) => text(row.bound),
          numeric: true,
        },
      ]}
    >
      <GapLine
        points={points}
        end={seconds}
        title={t.decide.gapPicture(text(last?.objective), text(last?.bound))}
        axis={t.decide.gapAxis}
        formatPoints={format.points}
        formatSeconds={(value) => number(value)}
        labels={{ objective: t.decide.found, bound: t.decide.bound }}
      />
    </Figure>
  );
}
