import type { DecisionSummary, OutcomeFigures, RoundView } from "@voorsprong/server/contract";
import { OverlapBar } from "../../../charts/OverlapBar.js";
import { Figure } from "../../../components/Figure.js";
import { Section } from "../../../components/Page.js";
import { Table } from "../../../components/Table.js";
import { useFormat } from "../../../i18n/format.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { useShellTexts } from "../../../i18n/shell.js";
import { useLocalised } from "../../../i18n/texts.js";
import { RoundLink } from "../RoundLink.js";
import { capital, useRoundFormat } from "../units.js";

/** Ranking and optimum side by side: points, number, money, broken limits, and who differs. */
export function Comparison({ round, summary }: { round: RoundView; summary: DecisionSummary }) {
  const t = useRoundTexts();
  return (
    <Section title={t.outcome.compare.heading} intro={t.outcome.compare.intro}>
      {summary.other === null ? (
        <p>{t.outcome.compare.none}</p>
      ) : (
        <>
          <SideBySide round={round} here={summary.outcome} other={summary.other} />
          {summary.outcome.status === "decided" && summary.other.status === "decided" && (
            <Overlap round={round} summary={summary} />
          )}
        </>
      )}
    </Section>
  );
}

/** One line of the comparison. Null where nothing could be awarded. */
interface Line {
  readonly id: string;
  readonly label: string;
  readonly here: number | null;
  readonly other: number | null;
  readonly show: (value: number) => string;
}

function SideBySide({
  round,
  here,
  other,
}: {
  round: RoundView;
  here: OutcomeFigures;
  other: OutcomeFigures;
}) {
  const t = useRoundTexts();
  const shell = useShellTexts();
  const format = useRoundFormat(round);
  const lines: readonly Line[] = [
    {
      id: "points",
      label: t.outcome.compare.points,
      here: here.objective,
      other: other.objective,
      show: format.points,
    },
    {
      id: "funded",
      label: t.outcome.compare.funded,
      here: here.funded,
      other: other.funded,
      show: format.count,
    },
    { id: "spent", label: t.outcome.compare.spent, here: here.spent, other: other.spent, show: format.money },
  ];
  const cell = (value: number | null, show: Line["show"]) =>
    value === null ? t.outcome.compare.infeasible : show(value);
  return (
    <>
      <Table
        caption={t.outcome.compare.caption}
        captionHidden
        stacked
        rows={lines}
        rowKey={(line) => line.id}
        columns={[
          { id: "measure", header: t.outcome.compare.measure, cell: (line) => line.label, rowHeader: true },
          {
            id: "here",
            header: t.outcome.compare.here(shell.rule[here.rule]),
            cell: (line) => <strong>{cell(line.here, line.show)}</strong>,
            numeric: true,
          },
          {
            id: "other",
            header: t.outcome.compare.other(shell.rule[other.rule]),
            cell: (line) => cell(line.other, line.show),
            numeric: true,
          },
          {
            id: "difference",
            header: t.outcome.compare.difference,
            cell: (line) =>
              line.here === null || line.other === null ? "–" : signed(line.here - line.other, line.show),
            numeric: true,
          },
        ]}
      />
      <div className="two">
        <Breaches title={t.outcome.compare.here(shell.rule[here.rule])} outcome={here} />
        <Breaches title={t.outcome.compare.other(shell.rule[other.rule])} outcome={other} />
      </div>
    </>
  );
}

/** A difference with its sign; a minus comes from the formatter. */
function signed(value: number, show: Line["show"]): string {
  return value > 0 ? `+${show(value)}` : show(value);
}

function Breaches({ title, outcome }: { title: string; outcome: OutcomeFigures }) {
  const t = useRoundTexts();
  const localised = useLocalised();
  return (
    <div className="card stack">
      <h3>{title}</h3>
      <p>
        {t.outcome.compare.breaches}:{" "}
        <strong>
          {outcome.breaches.length === 0 ? t.outcome.compare.noBreaches : outcome.breaches.length}
        </strong>
      </p>
      {outcome.breaches.length > 0 && (
        <ul>
          {outcome.breaches.map(({ row, text }) => (
            <li key={row}>{capital(localised(text))}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Overlap({ round, summary }: { round: RoundView; summary: DecisionSummary }) {
  const t = useRoundTexts();
  const { number } = useFormat();
  const { onlyHere, onlyOther, outcome } = summary;
  const both = outcome.funded - onlyHere.total;
  const rows = [
    { id: "onlyHere", label: t.outcome.compare.onlyHere, value: onlyHere.total },
    { id: "both", label: t.outcome.compare.both, value: both },
    { id: "onlyOther", label: t.outcome.compare.onlyOther, value: onlyOther.total },
  ];
  return (
    <>
      <Figure
        name={`${round.id}-rules`}
        title={t.outcome.compare.overlapTitle}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { id: "who", header: t.outcome.compare.who, value: (row) => row.id, show: (row) => row.label },
          {
            id: "applications",
            header: t.outcome.compare.applications,
            value: (row) => row.value,
            show: (row) => number(row.value),
            numeric: true,
          },
        ]}
      >
        <OverlapBar
          onlyHere={onlyHere.total}
          both={both}
          onlyOther={onlyOther.total}
          title={t.outcome.compare.overlap(number(onlyHere.total), number(both), number(onlyOther.total))}
          labels={{
            onlyHere: `${t.outcome.compare.onlyHere} (${number(onlyHere.total)})`,
            both: `${t.outcome.compare.both} (${number(both)})`,
            onlyOther: `${t.outcome.compare.onlyOther} (${number(onlyOther.total)})`,
          }}
        />
      </Figure>
      <div className="two">
        <Who round={round} title={t.outcome.compare.onlyHere} set={onlyHere} />
        <Who round={round} title={t.outcome.compare.onlyOther} set={onlyOther} />
      </div>
      <p className="screen-only">
        <RoundLink roundId={round.id} search={{ section: "applications", outcome: "changed" }}>
          {t.outcome.compare.seeTable}
        </RoundLink>
      </p>
    </>
  );
}

function Who(props: { round: RoundView; title: string; set: DecisionSummary["onlyHere"] }) {
  const t = useRoundTexts();
  const { number } = useFormat();
  const { ids, total } = props.set;
  if (total === 0) return null;
  return (
    <details className="screen-only">
      <summary>
        {props.title}: {t.outcome.compare.list(number(total))}
      </summary>
      {ids.length < total && (
        <p className="soft">{t.outcome.compare.first(number(ids.length), number(total))}</p>
      )}
      <ul className="round-ids">
        {ids.map((id) => (
          <li key={id}>
            <RoundLink roundId={props.round.id} search={{ section: "applications", application: id }}>
              {id}
            </RoundLink>
          </li>
        ))}
      </ul>
    </details>
  );
}
