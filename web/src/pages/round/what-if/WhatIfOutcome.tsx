import type { Award, Round } from "@voorsprong/allocation";
import { OverlapBar } from "../../../charts/OverlapBar.js";
import { Alert } from "../../../components/Alert.js";
import { Badge } from "../../../components/Badge.js";
import { Button } from "../../../components/Button.js";
import { download, toCsv } from "../../../components/download.js";
import { Figure } from "../../../components/Figure.js";
import { Table } from "../../../components/Table.js";
import { useFormat } from "../../../i18n/format.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { useShellTexts } from "../../../i18n/shell.js";
import { useLocalised } from "../../../i18n/texts.js";
import { difference, type Found, type WhatIfResult } from "../../../solver/what-if.js";
import { levelKey } from "../outcome/LevelBadge.js";
import { RoundLink } from "../RoundLink.js";
import { capital, pointsText, type RoundContext, useRoundFormat } from "../units.js";
import { WhatIfGroups } from "./WhatIfGroups.js";

/** Applications shown per list; all are in the download. */
const SHOWN = 50;

/** What the changes would do: points, money, and who wins and loses. */
export function WhatIfOutcome(props: RoundContext & { document: Round; result: WhatIfResult }) {
  const { result } = props;
  const { whatIf: t } = useRoundTexts();
  const { number } = useFormat();
  const localised = useLocalised();
  const { before, after } = result;
  return (
    <section className="stack stack--wide what-if-result" aria-labelledby="what-if-result">
      <div className="row">
        <h3 id="what-if-result">{t.result}</h3>
        <Badge kind="warning">{t.notRecorded}</Badge>
      </div>
      {after.outcome.status === "infeasible" ? (
        <Alert kind="danger" title={t.infeasible}>
          <ul>
            {result.conflict.map((text) => (
              <li key={text.en}>{capital(localised(text))}</li>
            ))}
          </ul>
        </Alert>
      ) : (
        <>
          <BeforeAndAfter {...props} />
          {before.outcome.status === "decided" && <Changed {...props} />}
          <WhatIfGroups {...props} />
        </>
      )}
      <p className="small soft">{t.seconds(number(result.seconds, 1))}</p>
    </section>
  );
}

type Props = RoundContext & { readonly document: Round; readonly result: WhatIfResult };

interface Line {
  readonly id: string;
  readonly label: string;
  readonly value: (found: Found) => number | null;
  readonly show: (value: number) => string;
}

function BeforeAndAfter({ round, result }: Props) {
  const { whatIf: t } = useRoundTexts();
  const shell = useShellTexts();
  const format = useRoundFormat(round);
  const lines: readonly Line[] = [
    {
      id: "points",
      label: t.points,
      value: ({ outcome }) => (outcome.status === "decided" ? outcome.objective : null),
      show: format.points,
    },
    {
      id: "funded",
      label: t.funded,
      value: ({ outcome }) => (outcome.status === "decided" ? outcome.awards.length : null),
      show: format.count,
    },
    {
      id: "spent",
      label: t.spent,
      value: ({ outcome }) => (outcome.status === "decided" ? outcome.spent.total : null),
      show: format.money,
    },
  ];
  const cell = (line: Line, found: Found) => {
    const value = line.value(found);
    return value === null ? t.none : line.show(value);
  };
  const change = (line: Line) => {
    const [was, is] = [line.value(result.before), line.value(result.after)];
    if (was === null || is === null) return "–";
    return is > was ? `+${line.show(is - was)}` : line.show(is - was);
  };
  const proof = result.after.proof;
  return (
    <>
      <Table
        caption={t.caption}
        captionHidden
        stacked
        rows={lines}
        rowKey={(line) => line.id}
        columns={[
          { id: "measure", header: t.measure, cell: (line) => line.label, rowHeader: true },
          {
            id: "before",
            header: `${t.before}: ${shell.rule[result.before.rule]}`,
            cell: (line) => cell(line, result.before),
            numeric: true,
          },
          {
            id: "after",
            header: `${t.after}: ${shell.rule[result.after.rule]}`,
            cell: (line) => <strong>{cell(line, result.after)}</strong>,
            numeric: true,
          },
          { id: "difference", header: t.difference, cell: change, numeric: true },
        ]}
      />
      {proof === null ? null : (
        <p>
          {t.level}: {shell.level[levelKey(proof.level)].toLocaleLowerCase()}
          {proof.level === "B" && proof.gap !== null ? ` (${t.within(format.points(proof.gap))})` : ""}.
        </p>
      )}
    </>
  );
}

function Changed({ round, document, result }: Props) {
  const { whatIf: t } = useRoundTexts();
  const { number } = useFormat();
  const { gains, loses, both } = difference(result.before.outcome, result.after.outcome);
  const rows = [
    { id: "gains", label: t.gains, value: gains.length },
    { id: "both", label: t.both, value: both },
    { id: "loses", label: t.loses, value: loses.length },
  ];
  return (
    <>
      <Figure
        name={`${round.id}-what-if`}
        title={t.changedTitle}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { id: "who", header: t.who, value: (row) => row.id, show: (row) => row.label },
          {
            id: "applications",
            header: t.applications,
            value: (row) => row.value,
            show: (row) => number(row.value),
            numeric: true,
          },
        ]}
      >
        <OverlapBar
          onlyHere={gains.length}
          both={both}
          onlyOther={loses.length}
          title={t.changed(number(gains.length), number(both), number(loses.length))}
          labels={{
            onlyHere: t.list(t.gains, number(gains.length)),
            both: t.list(t.both, number(both)),
            onlyOther: t.list(t.loses, number(loses.length)),
          }}
        />
      </Figure>
      {gains.length + loses.length === 0 ? (
        <p>{t.same}</p>
      ) : (
        <>
          <Who round={round} document={document} label={t.gains} awards={gains} />
          <Who round={round} document={document} label={t.loses} awards={loses} />
          <div className="screen-only">
            <Button purpose="subtle" onClick={() => downloadChanges(round.id, document, gains, loses)}>
              {t.download}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

const total = ({ amounts }: Award) => Object.values(amounts).reduce((sum, amount) => sum + amount, 0);

/** Everyone whose outcome changes, as CSV; scores in points. */
function downloadChanges(
  id: string,
  document: Round,
  gains: readonly Award[],
  loses: readonly Award[],
): void {
  const row = (change: string) => (award: Award) => [
    award.application,
    change,
    pointsText(award.score, document.scoreScale),
    total(award),
  ];
  const header = ["application", "change", "score", `amount (${document.unit})`];
  const rows = [...gains.map(row("gains")), ...loses.map(row("loses"))];
  download(`${id}-what-if.csv`, "text/csv;charset=utf-8", toCsv(header, rows));
}

function Who(props: {
  round: RoundContext["round"];
  document: Round;
  label: string;
  awards: readonly Award[];
}) {
  const { round, document, label, awards } = props;
  const { whatIf: t } = useRoundTexts();
  const { number } = useFormat();
  const format = useRoundFormat(round);
  if (awards.length === 0) return null;
  const titles = new Map(document.applications.map(({ id, title }) => [id, title]));
  const shown = [...awards].sort((a, b) => b.score - a.score).slice(0, SHOWN);
  return (
    <details>
      <summary>{t.list(label, number(awards.length))}</summary>
      {shown.length < awards.length && (
        <p className="soft">{t.first(number(shown.length), number(awards.length))}</p>
      )}
      <Table
        caption={label}
        captionHidden
        stacked
        rows={shown}
        rowKey={(award) => award.application}
        columns={[
          {
            id: "application",
            header: t.columns.application,
            rowHeader: true,
            cell: ({ application }) => (
              <>
                <RoundLink roundId={round.id} search={{ section: "applications", application }}>
                  {application}
                </RoundLink>
                {titles.get(application) === undefined ? null : (
                  <span className="application-title">{titles.get(application)}</span>
                )}
              </>
            ),
          },
          {
            id: "score",
            header: t.columns.score,
            cell: (award) => format.points(award.score),
            numeric: true,
          },
          {
            id: "amount",
            header: t.columns.amount,
            cell: (award) => format.money(total(award)),
            numeric: true,
          },
        ]}
      />
    </details>
  );
}
