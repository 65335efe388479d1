import { useQuery } from "@tanstack/react-query";
import type { ApplicationView, RoundView } from "@voorsprong/server/contract";
import { useEffect, useRef, useState } from "react";
import { applicationQuery } from "../../../api/queries.js";
import { NeededInterval } from "../../../charts/NeededInterval.js";
import { Badge } from "../../../components/Badge.js";
import { Button } from "../../../components/Button.js";
import { Figure } from "../../../components/Figure.js";
import { Loaded } from "../../../components/Loading.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { useLocalised } from "../../../i18n/texts.js";
import type { ExplainAnswer } from "../../../solver/explain.js";
import { ApplicationWhy, useKnown } from "../explanation/ApplicationWhy.js";
import { useRoundSearch } from "../RoundLink.js";
import { capital, type RoundContext, usePart, useReceived, useRoundFormat, useTagNames } from "../units.js";
import { besideStanding, type NeededPoints, neededScore, useNeeded } from "./needed.js";

/** One application with what became of it and why. Opens above the table and takes focus. */
export function ApplicationDetail(context: RoundContext & { applicationId: string }) {
  const { round, applicationId } = context;
  const t = useRoundTexts();
  const [, setSearch] = useRoundSearch();
  const heading = useRef<HTMLHeadingElement>(null);
  const query = useQuery(applicationQuery(round.id, applicationId));
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus moves when another application is opened.
  useEffect(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: "nearest" });
  }, [applicationId]);
  // Focus goes back to the row that was opened, where that is on this page of the table.
  function close() {
    setSearch({ application: undefined });
    document.querySelector<HTMLElement>(`[data-row="${CSS.escape(applicationId)}"] a`)?.focus();
  }
  return (
    <section className="card stack application-detail" aria-labelledby="application-heading">
      <div className="application-detail__head">
        <h3 id="application-heading" ref={heading} tabIndex={-1}>
          {t.applications.detail(applicationId)}
        </h3>
        <Button purpose="subtle" onClick={close}>
          {t.applications.close}
        </Button>
      </div>
      <Loaded query={query}>
        {(application) => <Detail key={application.id} {...context} application={application} />}
      </Loaded>
    </section>
  );
}

function Detail({ round, fund, application }: RoundContext & { application: ApplicationView }) {
  const t = useRoundTexts();
  const localised = useLocalised();
  const names = useTagNames(fund);
  const format = useRoundFormat(round);
  const partText = usePart();
  const receivedText = useReceived();
  const known = useKnown(round, application);
  const [found, setFound] = useState<ExplainAnswer | null>(null);
  // The exact answer has the place of the sentence and the interval of the decision, which say less.
  const isExact = found !== null || known?.data?.exact === true;
  const interval = isExact ? (found?.needed ?? null) : application.needed;
  const { funded, fundedOther, explanation } = application;
  return (
    <>
      {application.title !== null && <p className="application-title">{application.title}</p>}
      {funded !== null && (
        <div className="row">
          {funded ? (
            <Badge kind="good">✓ {t.applications.funded}</Badge>
          ) : (
            <Badge>{t.applications.unfunded}</Badge>
          )}
          {fundedOther !== null && fundedOther !== funded && (
            <span className="soft">
              {funded ? t.applications.changedToUnfunded : t.applications.changedToFunded}
            </span>
          )}
        </div>
      )}
      {!isExact && (
        <p className="round-statement">
          {explanation === null ? t.applications.whyLater : localised(explanation)}
        </p>
      )}
      <dl className="round-facts">
        {application.score === null ? null : (
          <div>
            <dt>{t.applications.columns.score}</dt>
            <dd>{format.points(application.score)}</dd>
          </div>
        )}
        <div>
          <dt>{t.applications.requested}</dt>
          <dd>
            {format.money(application.requested)}
            <AmountsPerBudget round={round} application={application} />
          </dd>
        </div>
        {application.received === null ? null : (
          <div>
            <dt>{t.applications.columns.received}</dt>
            <dd>{receivedText(application.received)}</dd>
          </div>
        )}
        {funded && application.awarded !== null ? (
          <div>
            <dt>{t.applications.awarded}</dt>
            <dd>
              {format.money(application.awarded)}
              {application.option === null ? "" : ` (${t.applications.option(application.option)})`}
              {application.part === null ? "" : ` (${t.applications.part(partText(application.part))})`}
            </dd>
          </div>
        ) : null}
        {application.options === 0 ? null : (
          <div>
            <dt>{t.applications.variants}</dt>
            <dd>{format.count(application.options)}</dd>
          </div>
        )}
        {Object.entries(application.tags).map(([tag, values]) => (
          <div key={tag}>
            <dt>{capital(names.tag(tag))}</dt>
            <dd>{capital(values.map((value) => names.value(tag, value)).join(", "))}</dd>
          </div>
        ))}
      </dl>
      {known !== null && (
        <ApplicationWhy
          round={round}
          fund={fund}
          application={application}
          query={known}
          onFound={setFound}
        />
      )}
      <Interval
        round={round}
        application={application}
        points={besideStanding(interval, known?.data?.standing ?? null)}
      />
    </>
  );
}

function AmountsPerBudget({ round, application }: { round: RoundView; application: ApplicationView }) {
  const t = useRoundTexts();
  const format = useRoundFormat(round);
  const amounts = Object.entries(application.amounts);
  if (round.budgets.length < 2 || amounts.length === 0) return null;
  return (
    <ul className="application-amounts">
      {amounts.map(([budget, amount]) => (
        <li key={budget}>
          {t.outcome.budget(budget)}: {format.money(amount)}
        </li>
      ))}
    </ul>
  );
}

/** The own score beside the certified interval of the score that was needed. */
function Interval(props: { round: RoundView; application: ApplicationView; points: NeededPoints | null }) {
  const { round, application } = props;
  const t = useRoundTexts();
  const format = useRoundFormat(round);
  const row = { score: application.score, needed: props.points };
  const words = useNeeded(round)(row);
  const needed = neededScore(row);
  if (needed === null || words === null || application.score === null) return null;
  if (needed.to === null && round.rule !== "optimal") return null;
  const rows = [
    { id: "own", label: t.applications.ownRow, value: application.score },
    { id: "neededAtLeast", label: t.applications.fromRow, value: needed.from },
    { id: "neededAtMost", label: t.applications.toRow, value: needed.to },
  ];
  return (
    <Figure
      name={`${round.id}-${application.id}`}
      title={t.applications.intervalTitle}
      source={t.applications.intervalNote}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { id: "kind", header: t.applications.kind, value: (row) => row.id, show: (row) => row.label },
        {
          id: "score",
          header: t.applications.columns.score,
          value: (row) => row.value,
          show: (row) => (row.value === null ? t.applications.unknown : format.points(row.value)),
          numeric: true,
        },
      ]}
    >
      <NeededInterval
        score={application.score}
        needed={needed}
        title={t.applications.interval(format.points(application.score), words)}
        format={format.points}
        labels={{ own: t.applications.intervalOwn, needed: t.applications.intervalNeeded(words) }}
      />
    </Figure>
  );
}
