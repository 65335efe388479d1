import type { DecisionSummary, RoundView } from "@voorsprong/server/contract";
import { OverlapBar } from "../../../charts/OverlapBar.js";
import { Figure } from "../../../components/Figure.js";
import { useFormat } from "../../../i18n/format.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { useShellTexts } from "../../../i18n/shell.js";
import { RoundLink } from "../RoundLink.js";

/** Who is funded by the decision and who under the rule it is compared with, as numbers and as lists. */
export function Overlap(props: {
  round: RoundView;
  summary: DecisionSummary;
  other: DecisionSummary["outcome"];
}) {
  const { round, summary, other } = props;
  const shell = useShellTexts();
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
        title={t.outcome.compare.overlapTitle(shell.rule[other.rule].toLocaleLowerCase())}
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
