/** One clause: what was promised, how it stands, and what that rests on. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ClauseView } from "@voorsprong/server/contract";
import { ClauseBadge } from "../../accord/ClauseBadge.js";
import { clauseState, restsOnExample } from "../../accord/clause-state.js";
import { LastDecision } from "../../accord/LastDecision.js";
import { MoneyFigure } from "../../accord/MoneyFigure.js";
import { TargetFigure } from "../../accord/TargetFigure.js";
import { clauseQuery } from "../../api/queries.js";
import { Alert } from "../../components/Alert.js";
import { Badge, ExampleBadge } from "../../components/Badge.js";
import { LoadedPage } from "../../components/LoadedPage.js";
import { Page, Section } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { Table } from "../../components/Table.js";
import { useAccordTexts } from "../../i18n/accord.js";
import { useFormat } from "../../i18n/format.js";
import { useShellTexts } from "../../i18n/shell.js";
import { useLocalised } from "../../i18n/texts.js";

/** The page of one clause. */
export function ClausePage() {
  const { clauseId } = useParams({ from: "/$lang/clauses/$clauseId" });
  return (
    <LoadedPage query={useQuery(clauseQuery(clauseId))}>{(clause) => <Clause clause={clause} />}</LoadedPage>
  );
}

function Clause({ clause }: { clause: ClauseView }) {
  const t = useAccordTexts();
  const shell = useShellTexts();
  const l = useLocalised();
  const state = clauseState(clause);
  const example = restsOnExample(clause);
  return (
    <Page
      title={l(clause.title)}
      crumbs={[
        { path: "/", label: shell.nav.accord },
        { path: "/", hash: clause.point.id, label: l(clause.point.title) },
      ]}
      marks={
        <>
          <ClauseBadge state={state} />
          {example && <ExampleBadge />}
        </>
      }
      intro={<p>{l(clause.text)}</p>}
    >
      {clause.planned !== null && (
        <Alert kind="info" title={state === "planned" ? t.clause.nothing : t.clause.partly}>
          <p>{l(clause.planned)}</p>
        </Alert>
      )}
      {example && (
        <Alert kind="warning" title={shell.example}>
          <p>{t.clause.exampleNotice}</p>
        </Alert>
      )}
      {clause.targets.length > 0 && (
        <Section title={t.targets.title}>
          <TargetFigure
            name={`targets-${clause.id}`}
            title={t.targets.title}
            titleHidden
            targets={clause.targets}
          />
        </Section>
      )}
      {clause.status.money.promised.cents !== null && (
        <Section title={t.money.title}>
          <MoneyFigure
            name={`money-${clause.id}`}
            title={t.money.of(l(clause.title))}
            titleHidden
            clauses={[clause]}
          />
          <Envelopes clause={clause} />
        </Section>
      )}
      <Instruments clause={clause} />
      {state !== "planned" && (
        <Section title={t.lastDecision.title}>
          <LastDecision decision={clause.status.lastDecision} />
        </Section>
      )}
      <Risks clause={clause} />
      {clause.assumptions.length > 0 && (
        <Section title={t.clause.assumptions} intro={t.clause.assumptionsIntro}>
          <ul className="stack">
            {clause.assumptions.map((assumption) => (
              <li key={assumption.nl}>
                <Badge>{t.clause.assumption}</Badge> {l(assumption)}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t.clause.source} intro={t.clause.sourceIntro}>
        <p>
          <cite>{clause.source}</cite>
        </p>
      </Section>
    </Page>
  );
}

/** The promised amounts with their years. */
function Envelopes({ clause }: { clause: ClauseView }) {
  const t = useAccordTexts();
  const f = useFormat();
  const l = useLocalised();
  if (clause.envelopes.length === 0) return null;
  return (
    <Table
      caption={t.clause.envelopes}
      columns={[
        {
          id: "title",
          header: t.clause.columns.envelope,
          cell: (row) => l(row.title),
          rowHeader: true,
        },
        { id: "cents", header: t.clause.columns.amount, cell: (row) => f.money(row.cents), numeric: true },
        {
          id: "period",
          header: t.clause.columns.period,
          cell: (row) => t.clause.period(String(row.from), String(row.until)),
        },
      ]}
      rows={clause.envelopes}
      rowKey={(row) => row.id}
    />
  );
}

function Instruments({ clause }: { clause: ClauseView }) {
  const t = useAccordTexts();
  const l = useLocalised();
  return (
    <Section title={t.clause.instruments}>
      {clause.instruments.length === 0 ? (
        <p className="soft">{t.clause.noInstruments}</p>
      ) : (
        <ul>
          {clause.instruments.map((instrument) => (
            <li key={instrument.path}>
              {t.clause.kinds[instrument.kind] ?? instrument.kind}:{" "}
              <PageLink path={instrument.path}>{l(instrument.title)}</PageLink>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Risks({ clause }: { clause: ClauseView }) {
  const t = useAccordTexts();
  const l = useLocalised();
  const { risks } = clause.status;
  const kinds = { low: "neutral", medium: "warning", high: "danger" } as const;
  return (
    <Section title={t.clause.risks}>
      {risks.length === 0 ? (
        <p className="soft">{clause.instruments.length === 0 ? t.clause.notWatched : t.clause.noRisks}</p>
      ) : (
        <ul className="stack">
          {risks.map((risk) => (
            <li key={risk.id}>
              <Badge kind={kinds[risk.severity]}>{t.clause.severity[risk.severity]}</Badge> {l(risk.text)}
              {risk.evidence !== null && (
                <>
                  {" "}
                  <PageLink path={risk.evidence}>{t.money.evidence}</PageLink>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
